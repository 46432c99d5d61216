"""Nouns: facts, and the rules they can decide alone."""
