"""The room where organisations are asked for names."""
