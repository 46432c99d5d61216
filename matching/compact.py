"""The problem as one program: a variable for each place of a person in a workstream that is looked at."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from .arrays import Arrays, Place, Seats
from .program import Draft, Floats
from .rules import ROOM


@dataclass(frozen=True)
class Floors:
    """What a plan must at least reach in the goals that come before; None is no demand."""

    kept: int = 0
    seats: int = 0
    alone: int | None = None
    worst: float | None = None


@dataclass
class Rows:
    """Which row keeps which rule, so that a place without a variable can be priced by the duals of the rows."""

    seats: list[int] = field(default_factory=list)
    person: list[tuple[int, int]] = field(default_factory=list)
    hours: list[tuple[int, int]] = field(default_factory=list)
    clash: list[tuple[int, tuple[int, ...], int]] = field(default_factory=list)
    home: list[tuple[int, int, int]] = field(default_factory=list)
    foes: list[tuple[Place, Place, int]] = field(default_factory=list)
    cover: list[tuple[int, int, int]] = field(default_factory=list)
    group: list[tuple[int, int]] = field(default_factory=list)
    once: list[tuple[int, int]] = field(default_factory=list)
    alone: list[tuple[int, int, int]] = field(default_factory=list)
    worst: list[tuple[int, int]] = field(default_factory=list)
    kept: int | None = None
    filled: int | None = None


class Compact:
    """The rules as rows, for ``among`` these places (or all that are eligible); pins are always among them."""

    def __init__(self, arrays: Arrays, floors: Floors, among: Iterable[Place] | None = None) -> None:
        self.arrays = arrays
        self.program = Draft()
        self.rows = Rows()
        pinned = set(arrays.pinned)
        looked_at = every_place(arrays) if among is None else sorted({*among, *pinned})
        self.x: dict[Place, int] = {}
        self.of_workstream: list[dict[int, int]] = [{} for _ in range(arrays.m)]
        self.of_person: dict[int, dict[int, int]] = {}
        for place in looked_at:
            w, i = place
            column = self.program.variable(least=float(place in pinned), whole=True)
            self.x[place] = self.of_workstream[w][i] = column
            self.of_person.setdefault(i, {})[w] = column
        self._limit_workstreams()
        self._limit_people()
        self._keep_apart()
        self._reach(floors)

    def _limit_workstreams(self) -> None:
        for w, inside in enumerate(self.of_workstream):
            self.rows.seats.append(self._sum_at_most(list(inside.values()), float(self.arrays.seats[w])))

    def _limit_people(self) -> None:
        for i, held in sorted(self.of_person.items()):
            most = int(self.arrays.most_workstreams[i])
            if len(held) > most:
                self.rows.person.append((i, self._sum_at_most(list(held.values()), float(most))))
            if len(held) > 1 and most > 1:
                self._limit_time(i, held, most)

    def _limit_time(self, i: int, held: dict[int, int], most: int) -> None:
        """One place of those that meet at the same time, and no more hours than the person has."""
        arrays = self.arrays
        for rows in arrays.clashes:
            columns = [held[w] for w in rows if w in held]
            if len(columns) > 1:
                self.rows.clash.append((i, rows, self._sum_at_most(columns, 1.0)))
        hours = [float(arrays.hours[w]) for w in held]
        if sum(sorted(hours)[-most:]) > arrays.most_hours[i] + ROOM:
            row = self.program.at_most(list(held.values()), hours, arrays.most_hours[i] + ROOM)
            self.rows.hours.append((i, row))

    def _keep_apart(self) -> None:
        arrays = self.arrays
        for w, inside in enumerate(self.of_workstream):
            homes: dict[int, list[int]] = {}
            for i, column in inside.items():
                homes.setdefault(int(arrays.home[i]), []).append(column)
                for j in arrays.foes.get(i, ()):
                    if i < j and j in inside and not (arrays.home[i] == arrays.home[j] >= 0):
                        row = self._sum_at_most([column, inside[j]], 1.0)
                        self.rows.foes.append(((w, i), (w, j), row))
            homes.pop(-1, None)
            for home, columns in homes.items():
                if len(columns) > 1:
                    self.rows.home.append((w, home, self._sum_at_most(columns, 1.0)))

    def _sum_at_most(self, columns: list[int], limit: float) -> int:
        return self.program.at_most(columns, [1.0] * len(columns), limit)

    def _reach(self, floors: Floors) -> None:
        if floors.kept:
            columns = [self.x[place] for place in self.arrays.tenable if place in self.x]
            self.rows.kept = self.program.at_least(columns, [1.0] * len(columns), float(floors.kept))
        if floors.seats:
            ones = [1.0] * len(self.x)
            self.rows.filled = self.program.at_least(list(self.x.values()), ones, float(floors.seats))
        # With every seat filled only workstreams of one seat have one person, whoever sits there.
        if floors.alone is not None and floors.seats < self.arrays.seats.sum():
            self._sum_at_most(self.count_alone(), float(floors.alone))
        if floors.worst is not None:
            least = floors.worst - ROOM * max(1.0, abs(floors.worst))
            for w, (columns, values) in enumerate(self.cover()):
                if self.arrays.eligible[w].any():
                    self.rows.worst.append((w, self.program.at_least(columns, values, least)))

    def count_alone(self) -> list[int]:
        """Add a variable for each workstream that is 1 where exactly one person sits."""
        lone = []
        for w, inside in enumerate(self.of_workstream):
            columns = list(inside.values())
            one, more = self.program.variable(whole=True), self.program.variable(whole=True)
            ones = [1.0] * len(columns)
            most = -float(self.arrays.seats[w])
            few = self.program.at_most([*columns, one, more], [*ones, -1.0, most], 0.0)
            many = self.program.at_least([*columns, more], [*ones, -2.0], 0.0)
            self.rows.alone.append((w, few, many))
            lone.append(one)
        return lone

    def cover(self) -> list[tuple[list[int], list[float]]]:
        """For each workstream the variables and points of its own value; coverage variables are added once."""
        if not hasattr(self, "_own"):
            self._own = [self._cover(w) for w in range(self.arrays.m)]
        return self._own

    def _cover(self, w: int) -> tuple[list[int], list[float]]:
        arrays, inside = self.arrays, self.of_workstream[w]
        people, columns = list(inside), list(inside.values())
        values = [float(each) for each in arrays.score[w, people]]
        held = arrays.held(w)[:, people]
        for f in np.flatnonzero(arrays.reachable[w]):
            by = [column for column, holds in zip(inside.values(), held[f], strict=True) if holds]
            covered = self.program.variable()
            row = self.program.at_most([covered, *by], [1.0] + [-1.0] * len(by), 0.0)
            self.rows.cover.append((w, int(f), row))
            columns.append(covered)
            values.append(float(arrays.weights[w][f]))
        return columns, values

    def count_value(self) -> "Compact":
        """Make the plan's value the objective, targets included."""
        for columns, values in self.cover():
            for column, value in zip(columns, values, strict=True):
                self.program.worth[column] = value
        once = {i: self._chosen(i) for i in self.of_person} if self.arrays.groups else {}
        for g, group in enumerate(self.arrays.groups):
            chosen = [column for i, columns in sorted(once.items()) if group.members[i] for column in columns]
            short = self.program.variable(-self.arrays.problem.target_weight, most=float(group.wanted))
            row = self.program.at_least([short, *chosen], [1.0] * (1 + len(chosen)), float(group.wanted))
            self.rows.group.append((g, row))
        return self

    def _chosen(self, i: int) -> list[int]:
        """Variables that say whether a person is chosen at all."""
        seats = list(self.of_person[i].values())
        if len(seats) < 2 or self.arrays.most_workstreams[i] < 2:
            return seats
        once = self.program.variable()
        row = self.program.at_most([once, *seats], [1.0] + [-1.0] * len(seats), 0.0)
        self.rows.once.append((i, row))
        return [once]

    def seated(self, x: Floats) -> Seats:
        """Who sits where in a solution."""
        return tuple(
            tuple(i for i, column in sorted(inside.items()) if x[column] > 0.5)
            for inside in self.of_workstream
        )


def every_place(arrays: Arrays) -> list[Place]:
    """All places that somebody is eligible for, sorted."""
    return [(int(w), int(i)) for w, i in np.argwhere(arrays.eligible)]
