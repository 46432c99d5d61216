"""The one bridge between the rows and the arithmetic of matching."""
