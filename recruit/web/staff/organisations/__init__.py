"""The room where the organisations we know are kept."""
