"""A nominee sees who named them and what was said, and says yes or no."""
