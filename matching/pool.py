"""Who is in a lottery and what the panel should look like, with like people gathered into kinds."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from csv import DictReader
from csv import Error as CsvError
from dataclasses import dataclass
from io import StringIO
from typing import Any

from .reading import BadInput, mapping, shown, text, whole

COLUMNS = ("feature", "value", "min", "max")
Look = tuple[str, ...]
"""A person's value of each feature that has a target."""


@dataclass(frozen=True)
class PanelTarget:
    """From ``least`` to ``most`` people on the panel with this value of the feature."""

    feature: str
    value: str
    least: int
    most: int


@dataclass(frozen=True)
class Kind:
    """People who differ in nothing the lottery looks at: their look, and the looks they share a home with.

    ``homes`` lists the people of this kind home by home; every home of a kind holds equally many.
    """

    look: Look
    household: tuple[Look, ...]
    homes: tuple[tuple[str, ...], ...]

    @property
    def size(self) -> int:
        """How many people are of this kind."""
        return sum(len(home) for home in self.homes)


def read_rows(csv: str, *, where: object) -> list[dict[str, str]]:
    """The rows of a CSV text with a header.

    :raises BadInput: no header, a column twice, or a row that is too long or too short.
    """
    try:
        reader = DictReader(StringIO(csv, newline=""), strict=True)
        names = [name.strip() for name in reader.fieldnames or []]
        if not all(names) or len(set(names)) < len(names) or not names:
            raise BadInput(f"{where}: the first line must name each column once")
        reader.fieldnames = names
        rows = list(reader)
    except CsvError as problem:
        raise BadInput(f"{where}: is not CSV ({problem})") from problem
    for line, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise BadInput(f"{where}: row {line} must have {len(names)} columns")
    return [{name: value.strip() for name, value in row.items()} for row in rows]


def read_targets(rows: Iterable[Mapping[str, Any]]) -> list[PanelTarget]:
    """Targets from rows of feature, value, min and max.

    :raises BadInput: an unknown or missing column, a figure that is none, min above max, a target given twice.
    """
    found: dict[tuple[str, str], PanelTarget] = {}
    for place, row in enumerate(rows):
        where = f"targets[{place}]"
        given = mapping(row, where, known=COLUMNS, needed=COLUMNS)
        key = (text(given["feature"], f"{where}.feature"), text(given["value"], f"{where}.value"))
        least, most = (whole(_figure(given[side]), f"{where}.{side}") for side in ("min", "max"))
        if least > most:
            raise BadInput(f"{where}: min {least} is above max {most}")
        if key in found:
            raise BadInput(f"{where}: {shown(key[0])} = {shown(key[1])} is given twice")
        found[key] = PanelTarget(*key, least, most)
    return sorted(found.values(), key=lambda target: (target.feature, target.value))


def _figure(value: Any) -> Any:
    return (
        int(value)
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10
        else value
    )


def kinds_of(
    pool: Sequence[Mapping[str, Any]], targets: Sequence[PanelTarget], together: str | None
) -> list[Kind]:
    """The pool gathered into kinds, in an order that does not depend on the order of the pool.

    :param pool: for each person ``id`` and a value for each feature.
    :param together: the feature of which at most one person per value may be chosen; an empty value binds nobody.
    :raises BadInput: an id twice or missing, or a feature that somebody has no value for.
    """
    features = sorted({target.feature for target in targets})
    looks: dict[str, Look] = {}
    homes: dict[object, list[str]] = {}
    for place, person in enumerate(pool):
        name = text(person.get("id"), f"pool[{place}].id")
        if name in looks:
            raise BadInput(f"pool: the id {shown(name)} is given twice")
        looks[name] = tuple(_value(person, name, feature) for feature in features)
        home = "" if together is None else _value(person, name, together)
        homes.setdefault(("home", home) if home else ("alone", name), []).append(name)
    return _gathered(looks, [sorted(members) for members in homes.values()])


def _value(person: Mapping[str, Any], name: str, feature: str) -> str:
    if feature not in person or not isinstance(person[feature], str):
        raise BadInput(f"pool: {shown(name)} has no {shown(feature)}")
    return str(person[feature])


def _gathered(looks: Mapping[str, Look], homes: Iterable[list[str]]) -> list[Kind]:
    found: dict[tuple[tuple[Look, ...], Look], list[tuple[str, ...]]] = {}
    for members in sorted(homes):
        household = tuple(sorted(looks[name] for name in members))
        for look in Counter(household):
            alike = tuple(name for name in members if looks[name] == look)
            found.setdefault((household, look), []).append(alike)
    return [Kind(look, household, tuple(found[household, look])) for household, look in sorted(found)]
