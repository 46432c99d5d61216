"""Offers, terms and memberships that staff bring to an end, with a reason."""
