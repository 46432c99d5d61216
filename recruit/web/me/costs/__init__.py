"""What taking part costs a person: hours and money."""
