"""The story as rows: each file writes one part of it."""
