"""When what was typed twice is the same person."""


def plain_name(name: str) -> str:
    """A name without the accidents of typing: capitals and spaces."""
    return " ".join(name.casefold().split())


def digits(phone: str | None) -> str:
    """A phone number as its digits; a number from the United Kingdom is the same with +44 and with 0."""
    found = "".join(letter for letter in phone or "" if letter.isdigit())
    return "0" + found.removeprefix("0044").removeprefix("44").lstrip("0") if _is_from_here(found) else found


def _is_from_here(found: str) -> bool:
    return found.startswith(("0044", "44"))
