"""Changing when I am free: the same questions as at the start, on one page."""
