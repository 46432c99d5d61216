"""Stepping back for good, with a reason or none."""
