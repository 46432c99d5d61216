"""What we write to people."""
