"""The questions that come after registering, in order, with what is left of them."""
