"""The people and places of the demonstration."""
