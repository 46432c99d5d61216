"""What a person asks of another person here."""
