"""The room where a programme says whom it lacks."""
