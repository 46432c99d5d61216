"""The door where people say who they are."""
