"""The room where everyone is found."""
