"""Alongside: find, pair and keep lay partners."""
