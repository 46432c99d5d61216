"""The problem as arrays, in an order that does not depend on how it was written down."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from .problem import Person, Problem, Workstream
from .rules import ROOM, contradictions, obstacles, untenable

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Seats = tuple[tuple[int, ...], ...]
"""For each workstream (a row) the people in it, as sorted columns."""


@dataclass(frozen=True)
class Wanted:
    """What a workstream wants covered: ``weight[f]`` once, if anybody in it has ``held[f, i]``."""

    names: tuple[str | None, ...]
    weight: Floats
    held: Bools


@dataclass(frozen=True)
class Group:
    """A target: ``wanted`` distinct people with ``members[i]`` true."""

    name: str
    wanted: int
    members: Bools


class Arrays:
    """``m`` workstreams by ``n`` people, both sorted by the SHA-256 of their id.

    ``eligible`` and ``score`` are (m, n), the score 0 where nobody may sit; ``apart`` is (n, n), true for two people
    who may not share a workstream; ``clashes`` are sets of workstreams of which one person may hold only one.
    ``pinned`` and ``tenable`` are (workstream, person) places.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.people: list[Person] = sorted(problem.people, key=_stable)
        self.workstreams: list[Workstream] = sorted(problem.workstreams, key=_stable)
        self.m, self.n = len(self.workstreams), len(self.people)
        self.column = {person.id: i for i, person in enumerate(self.people)}
        self.row = {workstream.id: w for w, workstream in enumerate(self.workstreams)}
        self.eligible: Bools = np.array(
            [[not obstacles(problem, person, each) for person in self.people] for each in self.workstreams],
            dtype=bool,
        ).reshape(self.m, self.n)
        self.score: Floats = np.zeros((self.m, self.n))
        for workstream, row in problem.scores.items():
            for person, score in row.items():
                self.score[self.row[workstream], self.column[person]] = score
        self.score[~self.eligible] = 0.0
        self.wanted = [_wanted(workstream, self.people) for workstream in self.workstreams]
        self.apart = self._apart()
        self.clashes = self._clashes()
        self.groups = [
            Group(name, least, np.array([name in person.groups for person in self.people], dtype=bool))
            for name, least in sorted(problem.targets.items())
            if least > 0
        ]
        self._limits()
        self.pinned = self.places(problem.pins)
        gone = set(untenable(problem))
        self.tenable = self.places(each for each in problem.incumbents if each not in gone)

    def _limits(self) -> None:
        """Vectors of seats (m), hours of a workstream (m), workstreams and hours of a person (n, inf for no limit)."""
        self.seats = np.array([each.seats for each in self.workstreams], dtype=int)
        self.hours = np.array([each.hours for each in self.workstreams], dtype=float)
        self.most_workstreams = np.array([each.max_workstreams for each in self.people], dtype=int)
        self.most_hours = np.array(
            [np.inf if each.hours is None else each.hours for each in self.people], dtype=float
        )

    def places(self, seatings: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
        """(workstream, person) indices of seatings given by (person, workstream) ids, sorted."""
        return sorted((self.row[workstream], self.column[person]) for person, workstream in seatings)

    def _apart(self) -> Bools:
        apart = np.zeros((self.n, self.n), dtype=bool)
        homes: dict[str, list[int]] = {}
        for i, person in enumerate(self.people):
            if person.organisation is not None:
                homes.setdefault(person.organisation, []).append(i)
        for members in homes.values():
            apart[np.ix_(members, members)] = True
        for one, other in self.problem.conflicts:
            i, j = self.column[one], self.column[other]
            apart[i, j] = apart[j, i] = True
        np.fill_diagonal(apart, False)
        return apart

    def _clashes(self) -> list[tuple[int, ...]]:
        holders: dict[str, list[int]] = {}
        for w, workstream in enumerate(self.workstreams):
            for slot in workstream.slots:
                holders.setdefault(slot, []).append(w)
        return sorted({tuple(rows) for rows in holders.values() if len(rows) > 1})

    def clashing(self, w: int) -> list[int]:
        """The other workstreams that share a meeting with ``w``."""
        return sorted({other for rows in self.clashes if w in rows for other in rows} - {w})

    def tight_hours(self) -> list[int]:
        """People whose hours may stop them before their number of workstreams does."""
        heaviest = np.sort(np.where(self.eligible, self.hours[:, None], 0.0), axis=0)[::-1]
        taken = np.arange(self.m)[:, None] < self.most_workstreams[None, :]
        return [int(i) for i in np.flatnonzero((heaviest * taken).sum(axis=0) > self.most_hours + ROOM)]

    def allowed(self, seats: Seats) -> bool:
        """Whether these people may sit so, pins aside."""
        seatings = [
            (self.people[i].id, self.workstreams[w].id) for w, members in enumerate(seats) for i in members
        ]
        return all(
            self.eligible[w, i] for w, members in enumerate(seats) for i in members
        ) and not contradictions(self.problem, seatings)

    def own_value(self, w: int, members: Iterable[int]) -> float:
        """What a workstream adds to the plan's value: scores, and each want that is covered."""
        chosen = sorted(members)
        return float(
            self.score[w, chosen].sum() + self.wanted[w].weight @ self.wanted[w].held[:, chosen].any(axis=1)
        )

    def short(self, seats: Seats) -> dict[str, int]:
        """How many people each target still lacks."""
        chosen = sorted({i for members in seats for i in members})
        return {group.name: max(0, group.wanted - int(group.members[chosen].sum())) for group in self.groups}

    def value(self, seats: Seats) -> float:
        """The plan's value in points, targets included."""
        own = sum(self.own_value(w, members) for w, members in enumerate(seats))
        return own - self.problem.target_weight * sum(self.short(seats).values())

    def kept(self, seats: Seats) -> int:
        """How many tenable incumbents stay where they are."""
        return sum(i in seats[w] for w, i in self.tenable)

    def worst(self, seats: Seats) -> float | None:
        """The least own value among workstreams for which anybody is eligible; None if there is none."""
        values = [self.own_value(w, seats[w]) for w in range(self.m) if self.eligible[w].any()]
        return min(values) if values else None

    def ceiling(self) -> float:
        """A value that no plan exceeds, from each workstream on its own."""
        return float(sum(self.own_ceiling(w) for w in range(self.m)))

    def own_ceiling(self, w: int) -> float:
        """A value that no choice of people for this workstream exceeds."""
        best = np.sort(self.score[w])[::-1][: self.seats[w]].sum()
        reachable = (self.wanted[w].held & self.eligible[w]).any(axis=1)
        return float(best + self.wanted[w].weight @ reachable) if self.seats[w] else 0.0


def _stable(record: Person | Workstream) -> str:
    return sha256(record.id.encode("utf-8")).hexdigest()


def _wanted(workstream: Workstream, people: list[Person]) -> Wanted:
    tags = sorted(tag for tag, weight in workstream.wants.items() if weight > 0)
    slots = sorted(workstream.slots) if workstream.slot_value > 0 else []
    held = [[tag in person.tags for person in people] for tag in tags]
    held += [[slot in person.slots for person in people] for slot in slots]
    weight = [workstream.wants[tag] for tag in tags] + [workstream.slot_value] * len(slots)
    return Wanted(
        names=(*tags, *(None for _ in slots)),
        weight=np.array(weight, dtype=float),
        held=np.array(held, dtype=bool).reshape(len(weight), len(people)),
    )


def pinned_only(arrays: Arrays) -> Seats:
    """Every seat empty but the pinned ones."""
    return tuple(tuple(i for row, i in arrays.pinned if row == w) for w in range(arrays.m))


def pairs_apart(apart: Bools) -> list[tuple[int, int]]:
    """Each two people who may not share a workstream, once."""
    return [(int(i), int(j)) for i, j in np.argwhere(np.triu(apart))]
