"""The calendar that a person's own device asks for."""
