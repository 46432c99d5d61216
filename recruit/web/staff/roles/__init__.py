"""The room where roles are written."""
