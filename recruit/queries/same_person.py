"""When what was typed twice is the same person, and when one name holds two people."""

import re

TOGETHER = re.compile(r"\s*(?:[&+/;]|\b(?:and|plus|with)\b)\s*", flags=re.IGNORECASE)
AND_MORE = re.compile(r"\s*,\s*")
OF_MINE = re.compile(r"^(?:my|our)\s+(?:\w+\s+){0,2}?\w*s\b[,:]?\s+(?=\w)", flags=re.IGNORECASE)
TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "lady", "rev", "cllr"}
AFTER_A_NAME = {
    "mbe",
    "obe",
    "cbe",
    "bem",
    "jp",
    "phd",
    "md",
    "ba",
    "ma",
    "msc",
    "bsc",
    "jr",
    "junior",
    "senior",
}


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


def people_in(name: str) -> list[str]:
    """Each person that a name holds: "Mr and Mrs Khan" are two, and so are "Ann and Bob Lee"."""
    bare = OF_MINE.sub("", name.strip())
    halves = TOGETHER.split(bare)
    is_list = len(halves) > 1 or bare != name.strip()
    parts = [part for half in halves for part in _at_commas(half, is_list=is_list) if part]
    if len(parts) < 2:
        return [name.strip()]
    family = parts[-1].split()[-1] if len(parts[-1].split()) > 1 else ""
    return [_with_family(part, family) for part in parts]


def _at_commas(words: str, *, is_list: bool) -> list[str]:
    """A comma parts two people, but not a family name from a first name, nor a name from its honours."""
    parts = [part for part in AND_MORE.split(words) if part.casefold().replace(".", "") not in AFTER_A_NAME]
    if is_list or all(len(part.split()) > 1 for part in parts):
        return parts
    return [", ".join(parts)]


def _with_family(part: str, family: str) -> str:
    is_alone = len(part.split()) == 1 or part.casefold().rstrip(".") in TITLES
    return f"{part} {family}" if is_alone and family else part
