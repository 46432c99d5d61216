"""The door of reviewers."""
