"""When what was typed twice is the same person."""


def plain_name(name: str) -> str:
    """A name without the accidents of typing: capitals and spaces."""
    return " ".join(name.casefold().split())


def numbers_in(phone: str | None) -> set[str]:
    """Each phone number as its digits; one from the United Kingdom is the same with +44 and with 0."""
    return {_at_home(number) for number in (phone or "").split(" or ") if number.strip()}


def _at_home(number: str) -> str:
    found = "".join(letter for letter in number if letter.isdigit())
    for abroad in ("0044", "44"):
        if found.startswith(abroad):
            return "0" + found.removeprefix(abroad).lstrip("0")
    return found
