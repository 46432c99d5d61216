"""The door of workstream hosts."""
