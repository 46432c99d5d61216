"""The room where the day begins."""
