"""The problem as arrays, in an order that does not depend on how it was written down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from .problem import Person, Problem, Workstream
from .rules import ROOM, contradictions, untenable
from .scoretable import Scores, ScoreTable

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Seats = tuple[tuple[int, ...], ...]
"""For each workstream (a row) the people in it, as sorted columns."""
Among = NDArray[np.int_] | slice
"""The people who are looked at: their columns, or all of them."""
EVERYBODY = slice(None)
Place = tuple[int, int]
"""A workstream's row and a person's column."""


@dataclass(frozen=True)
class Group:
    """A target: ``wanted`` distinct people with ``members[i]`` true."""

    name: str
    wanted: int
    members: Bools


class Arrays:
    """``m`` workstreams by ``n`` people, both sorted by the SHA-256 of their id.

    ``score`` is (m, n), NaN without a score, and ``eligible`` says who may sit. A workstream ``w`` gets
    ``weights[w][f]`` once, if anybody in it has ``held(w)[f, i]``. ``home[i]`` numbers organisations, -1 for none;
    ``foes`` are the conflicts of each person; ``clashes`` are sets of workstreams of which one person may hold only
    one. ``pinned`` and ``tenable`` are places.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.people: list[Person] = sorted(problem.people, key=_stable)
        self.workstreams: list[Workstream] = sorted(problem.workstreams, key=_stable)
        self.m, self.n = len(self.workstreams), len(self.people)
        self.column = {person.id: i for i, person in enumerate(self.people)}
        self.row = {workstream.id: w for w, workstream in enumerate(self.workstreams)}
        self._limits()
        asked = {tag for each in self.workstreams for tag in (*each.wants, *each.must_have)}
        self._tags = holders([person.tags for person in self.people], asked)
        self._slots = holders(
            [person.slots for person in self.people],
            {slot for each in self.workstreams for slot in each.slots},
        )
        self._wants()
        self.score = self._scores()
        self.eligible = self._eligible()
        self._who_stays_apart()
        self._clash()
        members = holders([person.groups for person in self.people], problem.targets)
        targets = sorted(problem.targets.items())
        self.groups = [Group(name, least, members[name]) for name, least in targets if least > 0]
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

    def _wants(self) -> None:
        self.weights: list[Floats] = []
        self._wanted: list[list[Bools]] = []
        for each in self.workstreams:
            tags = sorted(tag for tag, weight in each.wants.items() if weight > 0)
            slots = sorted(each.slots) if each.slot_value > 0 else []
            weights = [each.wants[tag] for tag in tags] + [each.slot_value] * len(slots)
            self.weights.append(np.array(weights, dtype=float))
            self._wanted.append([self._tags[tag] for tag in tags] + [self._slots[slot] for slot in slots])

    def held(self, w: int) -> Bools:
        """Who holds what the workstream wants, (wants, n)."""
        return np.array(self._wanted[w], dtype=bool).reshape(len(self._wanted[w]), self.n)

    def wanted(self, w: int) -> list[Bools]:
        """Who holds each want of the workstream, one array (n) a want."""
        return self._wanted[w]

    def covered(self, w: int, members: Iterable[int]) -> Bools:
        """Which wants these people cover together."""
        chosen = list(members)
        return np.array([bool(held[chosen].any()) for held in self._wanted[w]], dtype=bool)

    def once_each(self, w: int, worth: Floats, among: Among = EVERYBODY) -> Floats:
        """What each of these people would bring if every want were worth so much to whoever holds it."""
        found = np.zeros(len(self.home[among]))
        for value, held in zip(worth, self._wanted[w], strict=True):
            if value:
                found += value * held[among]
        return found

    def _scores(self) -> Scores:
        given = self.problem.scores
        names = [each.id for each in self.workstreams]
        if isinstance(given, ScoreTable):
            return given.arranged(names, [each.id for each in self.people])
        score = np.full((self.m, self.n), np.nan)
        for name, row in given.items():
            score[self.row[name], [self.column[person] for person in row]] = list(row.values())
        return score

    def _eligible(self) -> Bools:
        eligible = np.zeros((self.m, self.n), dtype=bool)
        for w, workstream in enumerate(self.workstreams):
            may = ~np.isnan(self.score[w]) & (self.hours[w] <= self.most_hours + ROOM)
            for tag in workstream.must_have:
                may &= self._tags[tag]
            if workstream.slots:
                there = sum(self._slots[slot].astype(np.uint16) for slot in workstream.slots)
                may &= there / len(workstream.slots) + ROOM >= workstream.min_attendance
            eligible[w] = may
        for place in self.places(self.problem.interests | self.problem.forbids):
            eligible[place] = False
        return eligible

    def _who_stays_apart(self) -> None:
        names = sorted({each.organisation for each in self.people if each.organisation is not None})
        number = {name: place for place, name in enumerate(names)}
        self.home = np.array([number.get(each.organisation or "", -1) for each in self.people], dtype=int)
        self.homes = len(names)
        self.foes: dict[int, set[int]] = {}
        for one, other in self.problem.conflicts:
            i, j = self.column[one], self.column[other]
            self.foes.setdefault(i, set()).add(j)
            self.foes.setdefault(j, set()).add(i)

    def _clash(self) -> None:
        meeting: dict[str, list[int]] = {}
        for w, workstream in enumerate(self.workstreams):
            for slot in workstream.slots:
                meeting.setdefault(slot, []).append(w)
        self.clashes = sorted({tuple(rows) for rows in meeting.values() if len(rows) > 1})
        others: list[set[int]] = [set() for _ in self.workstreams]
        for rows in self.clashes:
            for w in rows:
                others[w] |= set(rows)
        self.clashing = [sorted(found - {w}) for w, found in enumerate(others)]

    @cached_property
    def reachable(self) -> list[Bools]:
        """For each workstream the wants that somebody eligible holds."""
        return [
            np.array([bool((held & self.eligible[w]).any()) for held in self._wanted[w]], dtype=bool)
            for w in range(self.m)
        ]

    def places(self, seatings: Iterable[tuple[str, str]]) -> list[Place]:
        """Places of seatings given by (person, workstream) ids, sorted."""
        return sorted((self.row[workstream], self.column[person]) for person, workstream in seatings)

    def are_apart(self, i: int, j: int) -> bool:
        """Whether two people may not share a workstream."""
        return bool(i != j and (self.home[i] == self.home[j] >= 0 or j in self.foes.get(i, ())))

    def barred_by(self, members: Iterable[int]) -> Bools:
        """Who may not join these people: their colleagues, whoever is in conflict with them, and they themselves."""
        barred = np.zeros(self.n, dtype=bool)
        for j in members:
            if self.home[j] >= 0:
                barred |= self.home == self.home[j]
            barred[[j, *self.foes.get(j, ())]] = True
        return barred

    def allowed(self, seats: Seats) -> bool:
        """Whether these people may sit so, pins aside."""
        places = [(w, i) for w, members in enumerate(seats) for i in members]
        seatings = [(self.people[i].id, self.workstreams[w].id) for w, i in places]
        return all(self.eligible[place] for place in places) and not contradictions(self.problem, seatings)

    def own_value(self, w: int, members: Iterable[int]) -> float:
        """What a workstream adds to the plan's value: scores, and each want that is covered."""
        chosen = sorted(members)
        scores = self.score[w, chosen].sum(dtype=float)
        return float(scores + self.weights[w] @ self.covered(w, chosen))

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
        seats = int(self.seats[w])
        scores = self.score[w][self.eligible[w]].astype(float)
        best = np.partition(scores, len(scores) - seats)[-seats:] if 0 < seats < len(scores) else scores
        return float(best.sum() + self.weights[w] @ self.reachable[w]) if seats else 0.0


def holders(sets: list[frozenset[str]], names: Iterable[str]) -> Mapping[str, Bools]:
    """For each name who has it, (n); people whose sets are one object are looked at once."""
    found = {name: np.zeros(len(sets), dtype=bool) for name in names}
    places: dict[int, list[int]] = {}
    for i, held in enumerate(sets):
        places.setdefault(id(held), []).append(i)
    for same in places.values():
        for name in sets[same[0]]:
            if name in found:
                found[name][same] = True
    return found


def _stable(record: Person | Workstream) -> str:
    return sha256(record.id.encode("utf-8")).hexdigest()


def pinned_only(arrays: Arrays) -> Seats:
    """Every seat empty but the pinned ones."""
    return tuple(tuple(i for row, i in arrays.pinned if row == w) for w in range(arrays.m))
