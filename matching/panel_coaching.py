"""Why no panel meets the targets, which targets would do, and whom to ask to join the pool."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .compositions import InfeasiblePanel, Relaxation
from .lottery import Lottery
from .pool import PanelTarget, read_targets

Look = dict[str, str]
Row = dict[str, Any]
# Looks of people in the pool that are tried for the features that nothing is missing of.
MOST_LOOKS = 40


@dataclass(frozen=True)
class PanelAdvice:
    """The smallest change to all targets together, and people who would make any change needless.

    ``relaxed`` and ``size`` are the targets as changed; ``wanted`` are looks (feature to value) of people to add,
    none where nothing tried mends it. Either makes a panel possible, unless the pool is empty (``size`` 0).
    """

    relaxations: tuple[Relaxation, ...]
    relaxed: tuple[Row, ...]
    size: int
    wanted: tuple[Look, ...]

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return {
            "relaxations": [vars(each) | {"text": str(each)} for each in self.relaxations],
            "relaxed": list(self.relaxed),
            "size": self.size,
            "wanted": list(self.wanted),
        }


def panel_advice(
    pool: Iterable[Mapping[str, Any]],
    targets: Iterable[Mapping[str, Any]],
    *,
    size: int,
    together: str | None = None,
) -> PanelAdvice | None:
    """What would make a panel possible; None where one is already. Arguments are those of :class:`Lottery`.

    :raises BadInput: something cannot be read.

    >>> pool = [{"id": "a", "side": "left"}, {"id": "b", "side": "left"}]
    >>> found = panel_advice(pool, [{"feature": "side", "value": "right", "min": 1, "max": 1}], size=2)
    >>> found.relaxed[0]["min"], found.wanted
    (0, ({'side': 'right'},))
    """
    people, rows = list(pool), list(targets)
    relaxations = _hindered(people, rows, size, together)
    if not relaxations:
        return None
    smaller = next((each.possible for each in relaxations if each.demand == "size"), size)
    if 0 < smaller < size:
        relaxations = (*relaxations, *_hindered(people, rows, smaller, together))
    relaxed = tuple(_relaxed(each, relaxations) for each in read_targets(rows))
    for looks in _looks(people, rows, relaxations):
        joined = [*people, *_joining(looks, people, together)]
        if not _hindered(joined, rows, size, together):
            return PanelAdvice(relaxations, relaxed, smaller, looks)
    return PanelAdvice(relaxations, relaxed, smaller, ())


def _hindered(
    people: list[Mapping[str, Any]], rows: list[Mapping[str, Any]], size: int, together: str | None
) -> tuple[Relaxation, ...]:
    try:
        Lottery(size, together=together).fit(people, rows)
    except InfeasiblePanel as refused:
        return refused.relaxations
    return ()


def _relaxed(target: PanelTarget, relaxations: Iterable[Relaxation]) -> Row:
    name = f"{target.feature} = {target.value}"
    possible = {each.demand: each.possible for each in relaxations}
    return {
        "feature": target.feature,
        "value": target.value,
        "min": possible.get(f"{name}, at least", target.least),
        "max": possible.get(f"{name}, at most", target.most),
    }


def _looks(
    people: list[Mapping[str, Any]], rows: list[Mapping[str, Any]], relaxations: Iterable[Relaxation]
) -> Iterator[tuple[Look, ...]]:
    """For each look in the pool, as many people like it as are missing, but for what is missing."""
    targets = read_targets(rows)
    features = sorted({each.feature for each in targets})
    missing = {each.demand: abs(each.asked - each.possible) for each in relaxations}
    short = [(each, missing.get(f"{each.feature} = {each.value}, at least", 0)) for each in targets]
    known = sorted({tuple(str(person[each]) for each in features) for person in people})
    for values in known[:MOST_LOOKS]:
        look = dict(zip(features, values, strict=True))
        lacking = [look | {each.feature: each.value} for each, count in short for _ in range(count)]
        yield (*lacking, *[look] * missing.get("size", 0))


def _joining(looks: tuple[Look, ...], people: list[Mapping[str, Any]], together: str | None) -> list[Row]:
    """People who look so, each from a home of their own."""
    taken = {str(value) for person in people for value in person.values()}
    name = "wanted"
    while any(each.startswith(name) for each in taken):
        name += "'"
    home = {together} if together else set()
    ids = [f"{name} {place}" for place in range(len(looks))]
    return [{**look, **dict.fromkeys(home, id_), "id": id_} for id_, look in zip(ids, looks, strict=True)]
