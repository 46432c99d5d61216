"""The relaxation over whole choices for a workstream: nobody, one person, or a pair, each with its exact value."""

from collections.abc import Mapping, Sequence

import numpy as np

from .arrays import Arrays
from .compact import Floors, Rows
from .program import Draft
from .rules import ROOM

Choice = tuple[int, ...]
"""The people of one workstream, sorted."""


class Master:
    """A variable for each choice known so far; what happens inside a workstream is settled by its choices."""

    def __init__(self, arrays: Arrays, floors: Floors, known: Sequence[Mapping[Choice, float]]) -> None:
        self.arrays = arrays
        self.program = Draft()
        self.rows = Rows()
        # Without upper bounds, so that the prices of the rows tell everything.
        self.choices: list[dict[Choice, int]] = [
            {choice: self.program.variable(value, most=np.inf) for choice, value in choices.items()}
            for choices in known
        ]
        self.of_person: dict[int, list[tuple[int, int]]] = {}
        for w, choices in enumerate(self.choices):
            for choice, column in choices.items():
                for i in choice:
                    self.of_person.setdefault(i, []).append((w, column))
        self.one_each = [self._sum_at_most(list(choices.values()), 1.0) for choices in self.choices]
        self._limit_people()
        self.alone = self._reach(floors)
        self._count_targets()

    def _sum_at_most(self, columns: list[int], limit: float) -> int:
        return self.program.at_most(columns, [1.0] * len(columns), limit)

    def _limit_people(self) -> None:
        arrays = self.arrays
        for i, held in sorted(self.of_person.items()):
            most, columns = int(arrays.most_workstreams[i]), [column for _, column in held]
            there = {w for w, _ in held}
            if len(there) > most:
                self.rows.person.append((i, self._sum_at_most(columns, float(most))))
            if len(there) > 1 and most > 1:
                for rows in arrays.clashes:
                    if len(there.intersection(rows)) > 1:
                        meeting = [column for w, column in held if w in rows]
                        self.rows.clash.append((i, rows, self._sum_at_most(meeting, 1.0)))
                if sum(sorted(float(arrays.hours[w]) for w in there)[-most:]) > arrays.most_hours[i] + ROOM:
                    hours = [float(arrays.hours[w]) for w, _ in held]
                    row = self.program.at_most(columns, hours, arrays.most_hours[i] + ROOM)
                    self.rows.hours.append((i, row))

    def _reach(self, floors: Floors) -> int | None:
        """Rows of the goals that come before; the row that counts people alone, if there is one."""
        sizes = {column: len(choice) for choices in self.choices for choice, column in choices.items()}
        if floors.seats:
            sized = [float(each) for each in sizes.values()]
            self.rows.filled = self.program.at_least(list(sizes), sized, float(floors.seats))
        if floors.kept:
            stay = [column for w, i in self.arrays.tenable for v, column in self.of_person[i] if v == w]
            self.rows.kept = self.program.at_least(stay, [1.0] * len(stay), float(floors.kept))
        if floors.alone is not None and floors.seats < self.arrays.seats.sum():
            singles = [column for column, size in sizes.items() if size == 1]
            return self._sum_at_most(singles, float(floors.alone))
        return None

    def _count_targets(self) -> None:
        if not self.arrays.groups:
            return
        once = {i: self._once(i, held) for i, held in sorted(self.of_person.items())}
        for g, group in enumerate(self.arrays.groups):
            chosen = [column for i, columns in once.items() if group.members[i] for column in columns]
            short = self.program.variable(-self.arrays.problem.target_weight, most=float(group.wanted))
            row = self.program.at_least([short, *chosen], [1.0] * (1 + len(chosen)), float(group.wanted))
            self.rows.group.append((g, row))

    def _once(self, i: int, held: list[tuple[int, int]]) -> list[int]:
        """Variables that say whether a person is chosen at all."""
        columns = [column for _, column in held]
        if len({w for w, _ in held}) < 2 or self.arrays.most_workstreams[i] < 2:
            return columns
        once = self.program.variable()
        row = self.program.at_most([once, *columns], [1.0] + [-1.0] * len(columns), 0.0)
        self.rows.once.append((i, row))
        return [once]
