"""Reads what was handed in, or says in one plain line which field is wrong."""

import json
import math
import sys
from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

# Above this a figure is a slip of the keyboard, and sums of such figures lose their last places.
LARGEST = 1e6


class BadInput(ValueError):
    """One plain line that names the field; nothing was computed."""


def read_json(source: str | PathLike[str]) -> Any:
    """The JSON document in a file, or on standard input for ``-``.

    :raises BadInput: no such file, not UTF-8, not JSON, or a key written twice.
    """
    return parse_json(read_text(source), where=source)


def read_text(source: str | PathLike[str]) -> str:
    """The text of a file, or of standard input for ``-``."""
    try:
        return sys.stdin.read() if str(source) == "-" else Path(source).read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise BadInput(f"{source}: cannot be read ({problem.strerror or 'no such file'})") from problem
    except UnicodeDecodeError as problem:
        raise BadInput(f"{source}: is not UTF-8 text") from problem


def parse_json(text: str, *, where: object) -> Any:
    """The document in ``text``; ``where`` is only for the message."""
    try:
        return json.loads(text, object_pairs_hook=_once_each)
    except json.JSONDecodeError as problem:
        raise BadInput(f"{where}: is not JSON (line {problem.lineno}, {problem.msg})") from problem
    except RecursionError as problem:
        raise BadInput(f"{where}: is nested too deeply") from problem
    except ValueError as problem:
        raise BadInput(f"{where}: {problem}") from problem


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise BadInput(f"{key}: is written twice")
        found[key] = value
    return found


def mapping(
    value: Any, field: str, *, known: Iterable[str] | None = None, needed: Iterable[str] = ()
) -> dict[str, Any]:
    """``value`` if it is an object with all ``needed`` keys and none but the ``known`` ones."""
    if not isinstance(value, Mapping):
        raise BadInput(f"{field}: must be an object")
    for key in value:
        if not isinstance(key, str):
            raise BadInput(f"{field}: has a key that is not text")
        characters(key, field)
    for key in sorted(set(value) - set(known)) if known is not None else ():
        raise BadInput(f"{field}: {shown(key)} is not a known key")
    for key in needed:
        if key not in value:
            raise BadInput(f"{field}: {key} is missing")
    return dict(value)


def items(value: Any, field: str) -> list[Any]:
    """``value`` if it is a list."""
    if not isinstance(value, list | tuple):
        raise BadInput(f"{field}: must be a list")
    return list(value)


def words(value: Any, field: str) -> frozenset[str]:
    """``value`` as a set, if it is a list of texts."""
    return frozenset(text(word, field) for word in items(value, field))


def text(value: Any, field: str) -> str:
    """``value`` if it is text with something in it."""
    if not isinstance(value, str) or not value.strip():
        raise BadInput(f"{field}: must be text, not {shown(value)}")
    return characters(value, field)


def characters(value: str, field: str) -> str:
    """``value`` if every character of it can be written down: half of a pair cannot."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as problem:
        raise BadInput(f"{field}: holds a character that is not text") from problem
    return value


def number(value: Any, field: str, *, least: float = 0.0, most: float = LARGEST) -> float:
    """``value`` as a float, if it is a finite number from ``least`` to ``most``."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadInput(f"{field}: must be a number, not {shown(value)}")
    if not least <= value <= most or not math.isfinite(value):
        raise BadInput(f"{field}: must be from {least:g} to {most:g}, not {shown(value)}")
    return float(value)


def whole(value: Any, field: str, *, least: int = 0, most: int = 1_000_000) -> int:
    """``value`` if it is a whole number from ``least`` to ``most``."""
    if number(value, field, least=least, most=most) != int(value):
        raise BadInput(f"{field}: must be a whole number, not {shown(value)}")
    return int(value)


def pair(value: Any, field: str) -> tuple[str, str]:
    """``value`` if it is a list of two texts."""
    both = items(value, field)
    if len(both) != 2:
        raise BadInput(f"{field}: each entry must be a list of two ids")
    return text(both[0], field), text(both[1], field)


def shown(value: Any) -> str:
    """``value`` on one line, short enough for a message."""
    line = " ".join(str(value).encode("utf-8", "backslashreplace").decode().split())
    return line if len(line) <= 40 else line[:37] + "..."
