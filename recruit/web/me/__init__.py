"""The door of each person to their own page."""
