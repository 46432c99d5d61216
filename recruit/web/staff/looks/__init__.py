"""Decisions that somebody asked a different person to look at again."""
