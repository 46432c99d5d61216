"""Exchanges between people of nearly equal totals that would close a protected shortfall; none is applied."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .arrays import Arrays, Seats
from .plan import Plan
from .problem import Problem
from .reading import number, whole
from .rules import ROOM


@dataclass(frozen=True)
class ProtectedTarget:
    """At least ``wanted`` of the ``members`` (ids of people who agreed to this use) among those chosen."""

    wanted: int
    members: frozenset[str]


@dataclass(frozen=True)
class BandExchange:
    """One chosen person out and one not chosen in; which target made the difference is not said.

    ``difference`` is the total of the one who goes less that of the one who comes, ``value_change`` what the
    plan's value would gain (or, negative, lose), both in points.
    """

    workstream: str
    leaves: str
    joins: str
    difference: float
    value_change: float


def band_exchanges(
    problem: Problem, plan: Plan, band: float, protected_targets: Mapping[str, ProtectedTarget]
) -> list[BandExchange]:
    """Every exchange within the band that keeps all rules, lessens a protected shortfall and worsens none.

    :param band: totals may differ by at most so many points.
    :param protected_targets: kept apart from the problem, which never holds a protected family.
    :returns: the exchange that costs the plan least first.
    :raises BadInput: the band or a number wanted is no number of at least 0.

    >>> from matching import PairAssigner, load_problem
    >>> problem = load_problem({"people": [{"id": "a"}, {"id": "b"}], "workstreams": [{"id": "W", "seats": 1}],
    ...                         "scores": {"W": {"a": 61, "b": 60}}})
    >>> targets = {"kept apart": ProtectedTarget(1, frozenset(["b"]))}
    >>> plan = PairAssigner().fit(problem).plan_
    >>> [(each.leaves, each.joins) for each in band_exchanges(problem, plan, 2.0, targets)]
    [('a', 'b')]
    """
    number(band, "band")
    for name, target in protected_targets.items():
        whole(target.wanted, f"protected_targets.{name}.wanted")
    arrays = Arrays(problem)
    sitting = {each.workstream: each.people for each in plan.assignments}
    seats: Seats = tuple(
        tuple(sorted(arrays.column[person] for person in sitting.get(each.id, ())))
        for each in arrays.workstreams
    )
    chosen = {i for members in seats for i in members}
    lacking = _lacking(arrays, chosen, protected_targets)
    found = []
    for w, members in enumerate(seats):
        for out in (i for i in members if (w, i) not in arrays.pinned):
            for i in _within(arrays, w, out, band, chosen):
                changed = (*seats[:w], tuple(sorted({*members, i} - {out})), *seats[w + 1 :])
                if _closes(arrays, changed, lacking, protected_targets) and _allowed(arrays, seats, changed):
                    found.append(_exchange(arrays, seats, changed, (w, out, i)))
    return sorted(found, key=lambda each: (-each.value_change, each.workstream, each.leaves, each.joins))


def _within(arrays: Arrays, w: int, out: int, band: float, chosen: set[int]) -> list[int]:
    near = arrays.eligible[w] & (np.abs(arrays.score[w] - arrays.score[w, out]) <= band + ROOM)
    return [int(i) for i in np.flatnonzero(near) if i not in chosen]


def _lacking(arrays: Arrays, chosen: set[int], targets: Mapping[str, ProtectedTarget]) -> list[int]:
    people = {arrays.people[i].id for i in chosen}
    return [max(0, target.wanted - len(target.members & people)) for target in targets.values()]


def _closes(
    arrays: Arrays, changed: Seats, before: list[int], targets: Mapping[str, ProtectedTarget]
) -> bool:
    after = _lacking(arrays, {i for members in changed for i in members}, targets)
    return sum(after) < sum(before) and all(now <= then for now, then in zip(after, before, strict=True))


def _allowed(arrays: Arrays, seats: Seats, changed: Seats) -> bool:
    """Rules hold, and where changes are limited nobody who stands is exchanged."""
    free = arrays.problem.max_changes is None or arrays.kept(changed) >= arrays.kept(seats)
    return free and arrays.allowed(changed)


def _exchange(arrays: Arrays, seats: Seats, changed: Seats, who: tuple[int, int, int]) -> BandExchange:
    w, out, i = who
    return BandExchange(
        workstream=arrays.workstreams[w].id,
        leaves=arrays.people[out].id,
        joins=arrays.people[i].id,
        difference=float(arrays.score[w, out] - arrays.score[w, i]),
        value_change=arrays.value(changed) - arrays.value(seats),
    )
