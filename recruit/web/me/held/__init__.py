"""What we hold about a person: to read, to take away, to take back, to erase."""
