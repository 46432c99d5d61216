"""The door of people who were asked one question and answer it."""
