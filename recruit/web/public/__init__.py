"""The door that stands open."""
