"""Arithmetic about people and seats; it has never heard of the web."""
