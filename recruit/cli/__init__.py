"""The commands: what starts things, and the night shift."""
