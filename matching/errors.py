"""What is wrong with the input, in one plain line."""


class BadInput(ValueError):
    """Input that cannot be read as asked; its message is one line that names the field."""
