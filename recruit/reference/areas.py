"""The eight boroughs of North West London, and everywhere else."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _

ELSEWHERE = "elsewhere"

BOROUGHS = {
    "brent": "Brent",
    "ealing": "Ealing",
    "hammersmith-and-fulham": "Hammersmith and Fulham",
    "harrow": "Harrow",
    "hillingdon": "Hillingdon",
    "hounslow": "Hounslow",
    "kensington-and-chelsea": "Kensington and Chelsea",
    "westminster": "Westminster",
}

AREAS = {**BOROUGHS, ELSEWHERE: _("I use services here but live somewhere else")}

_CODES = {name: code for code, name in BOROUGHS.items()}


def area_name(code: str) -> str:
    return BOROUGHS.get(code) or gettext("Somewhere else")


def area_code(borough: str) -> str:
    """The code of a borough named as the census names it."""
    return _CODES[borough]
