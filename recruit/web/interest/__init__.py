"""The door of people who would like to take part."""
