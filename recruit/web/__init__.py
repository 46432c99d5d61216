"""Doors: one for each audience."""
