"""Verbs: they change rows, or refuse."""
