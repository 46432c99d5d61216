"""The door of nominating organisations."""
