"""How an action says no: in words that the person in front of it can read."""


class Refused(Exception):
    """The rule says no; `str(refusal)` is a whole sentence for the page."""
