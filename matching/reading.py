"""Reading what was sent: each check refuses in one line that names the field."""

from collections.abc import Collection, Mapping
from math import isfinite
from typing import Any

from matching.errors import BadInput


def record(
    raw: Any, where: str, *, needed: Collection[str] = (), known: Collection[str] = ()
) -> dict[str, Any]:
    """A JSON object with every needed key and no key but the needed and the known ones."""
    if not isinstance(raw, Mapping):
        raise BadInput(f"{where}: expected an object, found {kind_of(raw)}")
    for key in raw:
        if key not in needed and key not in known:
            raise BadInput(f"{where}: unknown field {key!r}")
    for key in needed:
        if key not in raw:
            raise BadInput(f"{where}: {key} is missing")
    return dict(raw)


def checked_format(raw: Any, expected: str) -> None:
    """Refuse anything that does not call itself by the expected format."""
    if not isinstance(raw, Mapping):
        raise BadInput(f"{expected}: expected an object, found {kind_of(raw)}")
    if raw.get("format") != expected:
        raise BadInput(f"format: expected {expected!r}, found {raw.get('format')!r}")


def number(value: Any, where: str, *, low: float = 0.0, high: float = 1e9) -> float:
    """A finite number from low to high."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadInput(f"{where}: expected a number, found {kind_of(value)}")
    if not isfinite(value):
        raise BadInput(f"{where}: expected a finite number, found {value}")
    if not low <= value <= high:
        raise BadInput(f"{where}: expected {low:g} to {high:g}, found {value:g}")
    return float(value)


def number_or_none(value: Any, where: str) -> float | None:
    """A finite number of at least zero, or None for not known."""
    return None if value is None else number(value, where)


def numbers(value: Any, where: str, *, high: float = 1e9) -> dict[str, float]:
    """A finite number of at least zero for each name."""
    return {key: number(each, f"{where}.{key}", high=high) for key, each in named(value, where).items()}


def named(value: Any, where: str) -> dict[str, Any]:
    """A JSON object whose keys are names, not fields."""
    if not isinstance(value, Mapping):
        raise BadInput(f"{where}: expected an object, found {kind_of(value)}")
    return {text(key, where): each for key, each in value.items()}


def text(value: Any, where: str) -> str:
    """A text that is not empty."""
    if not isinstance(value, str):
        raise BadInput(f"{where}: expected text, found {kind_of(value)}")
    if not value.strip():
        raise BadInput(f"{where}: expected text, found nothing")
    return value


def texts(value: Any, where: str) -> tuple[str, ...]:
    """Texts in the order given; an empty one is allowed, another kind of value is not."""
    if isinstance(value, str | Mapping) or not isinstance(value, Collection):
        raise BadInput(f"{where}: expected a list, found {kind_of(value)}")
    for place, each in enumerate(value):
        if not isinstance(each, str):
            raise BadInput(f"{where}[{place}]: expected text, found {kind_of(each)}")
    return tuple(value)


def one_of(value: Any, where: str, allowed: Collection[str]) -> str:
    """One of the allowed words."""
    if value not in allowed:
        raise BadInput(f"{where}: expected one of {', '.join(allowed)}, found {value!r}")
    return value


def truth(value: Any, where: str) -> bool:
    """True or false, nothing that merely resembles them."""
    if not isinstance(value, bool):
        raise BadInput(f"{where}: expected true or false, found {kind_of(value)}")
    return value


def kind_of(value: Any) -> str:
    """What a value is, in a word that a reader of JSON knows."""
    kinds = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "text",
        list: "a list",
        dict: "an object",
    }
    return "nothing" if value is None else kinds.get(type(value), type(value).__name__)
