"""Shortlists: five scores to read, and a person who decides."""
