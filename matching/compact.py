"""The whole problem as one program: a variable for each person in each workstream."""

from dataclasses import dataclass

import numpy as np

from .arrays import Arrays, Bools, Seats, pairs_apart, pinned_only
from .program import Answer, Draft, Floats
from .rules import ROOM

Place = tuple[int, int]
"""A workstream's row and a person's column in :class:`Arrays`."""


@dataclass(frozen=True)
class Floors:
    """What a plan must at least reach in the goals that come before; None is no demand."""

    kept: int = 0
    seats: int = 0
    alone: int | None = None
    worst: float | None = None


class Compact:
    """The rules as rows; ``x[w, i]`` is the place of a variable, -1 where the person may not sit."""

    def __init__(self, arrays: Arrays, floors: Floors, among: Bools | None = None) -> None:
        self.arrays = arrays
        self.program = Draft()
        may = arrays.eligible if among is None else arrays.eligible & among
        self.x = np.full((arrays.m, arrays.n), -1)
        pinned = set(arrays.pinned)
        for w, i in np.argwhere(may):
            self.x[w, i] = self.program.variable(least=float((w, i) in pinned), whole=True)
        self._limit_workstreams()
        self._limit_people()
        self._keep_apart()
        self._reach(floors)

    def _limit_workstreams(self) -> None:
        for w in range(self.arrays.m):
            self._at_most(self.x[w], float(self.arrays.seats[w]))

    def _limit_people(self) -> None:
        arrays = self.arrays
        for i in range(arrays.n):
            self._at_most(self.x[:, i], float(arrays.most_workstreams[i]))
            for rows in arrays.clashes if arrays.most_workstreams[i] > 1 else ():
                self._at_most(self.x[list(rows), i], 1.0)
        for i in arrays.tight_hours():
            held = [w for w in range(arrays.m) if self.x[w, i] >= 0]
            columns = [int(self.x[w, i]) for w in held]
            self.program.at_most(columns, [float(arrays.hours[w]) for w in held], arrays.most_hours[i] + ROOM)

    def _keep_apart(self) -> None:
        homes: dict[str | None, list[int]] = {}
        for i, person in enumerate(self.arrays.people):
            homes.setdefault(person.organisation, []).append(i)
        homes.pop(None, None)
        same = {(i, j) for members in homes.values() for i in members for j in members}
        edges = [each for each in pairs_apart(self.arrays.apart) if each not in same]
        for row in self.x:
            for members in (*homes.values(), *edges):
                self._at_most(row[list(members)], 1.0)

    def _at_most(self, variables: "np.ndarray", limit: float) -> None:
        columns = [int(each) for each in variables if each >= 0]
        if len(columns) > limit:
            self.program.at_most(columns, [1.0] * len(columns), limit)

    def _reach(self, floors: Floors) -> None:
        if floors.kept:
            columns = [int(self.x[place]) for place in self.arrays.tenable if self.x[place] >= 0]
            self.program.at_least(columns, [1.0] * len(columns), float(floors.kept))
        if floors.seats:
            columns = [int(each) for each in self.x[self.x >= 0]]
            self.program.at_least(columns, [1.0] * len(columns), float(floors.seats))
        # With every seat filled only workstreams of one seat have one person, whoever sits there.
        if floors.alone is not None and floors.seats < self.arrays.seats.sum():
            lone = self.count_alone()
            self.program.at_most(lone, [1.0] * len(lone), float(floors.alone))
        if floors.worst is not None:
            for columns, values in self.cover():
                if columns:
                    self.program.at_least(columns, values, floors.worst - ROOM * max(1.0, abs(floors.worst)))

    def count_alone(self) -> list[int]:
        """Add a variable for each workstream that is 1 where exactly one person sits."""
        lone = []
        for w, row in enumerate(self.x):
            columns = [int(each) for each in row if each >= 0]
            if columns:
                one, more = self.program.variable(whole=True), self.program.variable(whole=True)
                ones = [1.0] * len(columns)
                self.program.at_most([*columns, one, more], [*ones, -1.0, -float(self.arrays.seats[w])], 0.0)
                self.program.at_least([*columns, more], [*ones, -2.0], 0.0)
                lone.append(one)
        return lone

    def cover(self) -> list[tuple[list[int], list[float]]]:
        """For each workstream the variables and points of its own value; coverage variables are added once."""
        if not hasattr(self, "_own"):
            self._own = [self._cover(w) for w in range(self.arrays.m)]
        return self._own

    def _cover(self, w: int) -> tuple[list[int], list[float]]:
        row, wanted = self.x[w], self.arrays.wanted[w]
        columns = [int(each) for each in row if each >= 0]
        values = [float(each) for each in self.arrays.score[w, row >= 0]]
        for weight, held in zip(wanted.weight, wanted.held, strict=True):
            holders = [int(each) for each in row[held] if each >= 0]
            if holders:
                covered = self.program.variable()
                self.program.at_most([covered, *holders], [1.0] + [-1.0] * len(holders), 0.0)
                columns.append(covered)
                values.append(float(weight))
        return columns, values

    def count_value(self) -> None:
        """Make the plan's value the objective, targets included."""
        for columns, values in self.cover():
            for column, value in zip(columns, values, strict=True):
                self.program.worth[column] = value
        for group in self.arrays.groups:
            chosen = [column for i in np.flatnonzero(group.members) for column in self._chosen(int(i))]
            weight = -self.arrays.problem.target_weight
            short = self.program.variable(weight, most=float(group.wanted))
            self.program.at_least([short, *chosen], [1.0] * (1 + len(chosen)), float(group.wanted))

    def _chosen(self, i: int) -> list[int]:
        seats = [int(each) for each in self.x[:, i] if each >= 0]
        if len(seats) < 2 or self.arrays.most_workstreams[i] < 2:
            return seats
        once = self.program.variable()
        self.program.at_most([once, *seats], [1.0] + [-1.0] * len(seats), 0.0)
        return [once]

    def seated(self, x: Floats) -> Seats:
        """Who sits where in a solution."""
        return tuple(tuple(int(i) for i in np.flatnonzero(row >= 0) if x[row[i]] > 0.5) for row in self.x)


def most_kept(arrays: Arrays) -> Seats:
    """The pins, and as many tenable incumbents as the rules let stay beside them."""
    standing = np.zeros((arrays.m, arrays.n), dtype=bool)
    for place in (*arrays.tenable, *arrays.pinned):
        standing[place] = True
    model = Compact(arrays, Floors(), among=standing)
    for place in arrays.tenable:
        model.program.worth[model.x[place]] = 1.0
    found = model.program.closed().solve()
    return model.seated(found.x) if found.x is not None else pinned_only(arrays)


def most_seats(arrays: Arrays, floors: Floors, seconds: float = np.inf) -> tuple[Seats | None, Answer]:
    """A plan with the most seats filled."""
    model = Compact(arrays, floors)
    for column in model.x[model.x >= 0]:
        model.program.worth[column] = 1.0
    return _read(model, model.program.closed().solve(seconds=seconds))


def fewest_alone(arrays: Arrays, floors: Floors, seconds: float = np.inf) -> tuple[Seats | None, Answer]:
    """A plan with the fewest workstreams of exactly one person."""
    model = Compact(arrays, floors)
    for column in model.count_alone():
        model.program.worth[column] = -1.0
    return _read(model, model.program.closed().solve(seconds=seconds))


def greatest_worst(arrays: Arrays, floors: Floors, seconds: float = np.inf) -> tuple[Seats | None, Answer]:
    """A plan whose worst workstream is worth most, among those for which anybody is eligible."""
    model = Compact(arrays, floors)
    worst = model.program.variable(1.0, most=max(arrays.own_ceiling(w) for w in range(arrays.m)))
    for columns, values in model.cover():
        if columns:
            model.program.at_least([*columns, worst], [*values, -1.0], 0.0)
    return _read(model, model.program.closed().solve(seconds=seconds))


def _read(model: Compact, answer: Answer) -> tuple[Seats | None, Answer]:
    return (None if answer.x is None else model.seated(answer.x)), answer
