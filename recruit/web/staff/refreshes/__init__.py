"""The proposals for seats that are or will be empty."""
