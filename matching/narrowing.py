"""The greatest value, proven: the relaxation says who cannot be in a better plan, and they are left out.

With the duals of the relaxation every variable has a reduced worth r, and no plan with that seating is worth more
than bound + r. So whoever has bound + r below a plan already known drops out without any loss, and what is left is
small enough to solve to proof.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from time import monotonic

import numpy as np

from .arrays import Arrays, Bools, Seats
from .compact import Compact, Floors, Place
from .program import Answer, Floats, Program

# Room for rounding, as a share of the largest score or want.
ROUNDING = 1e-7
# The relaxation is nearly always this close to the best plan, so it is looked for there first, then further down.
SHARES = (0.002, 0.02)


class Valued:
    """Answers "which plan that reaches the floors is worth most" for the problem and for variations of it."""

    def __init__(self, arrays: Arrays, floors: Floors) -> None:
        self.arrays = arrays
        self.floors = floors
        model = Compact(arrays, floors)
        model.count_value()
        self.model = model
        self.program: Program = model.program.closed()
        self.room = ROUNDING * float(np.abs(self.program.worth).max(initial=1.0))
        self.bound, self.reduced = self._relax()

    def _relax(self) -> tuple[float, Floats]:
        """A value no plan exceeds, and what each variable takes from it by being 1 (never positive)."""
        program = self.program
        relaxed = program.relax() if len(program.limits) else None
        duals = np.zeros(len(program.limits)) if relaxed is None else relaxed.duals
        reduced = program.worth - program.rows.T @ duals
        bound = float(
            program.limits @ duals + np.maximum(reduced * program.most, reduced * program.least).sum()
        )
        return bound, np.minimum(reduced, 0.0) * (program.least == 0)

    def best(
        self,
        at_least: float,
        *,
        stay: Iterable[Place] = (),
        out: Iterable[Place] = (),
        any_of: Collection[Place] = (),
        seconds: float = np.inf,
        max_gap: float = 0.0,
    ) -> tuple[Seats | None, Answer]:
        """The plan of greatest value, if one is worth ``at_least`` so much.

        The places in ``stay`` are taken, those in ``out`` not, and of ``any_of`` at least one.
        No such plan is worth more than the answer's bound, or else than ``at_least``.
        """
        program = self._varied(list(stay), list(out))
        highest, reach = self.bound, self.bound + self.reduced
        if any_of:
            columns = [int(self.model.x[place]) for place in any_of]
            program = program.with_any(columns)
            # Whoever is not one of them comes beside one of them.
            beside = np.ones(len(reach), dtype=bool)
            beside[columns] = False
            highest += float(self.reduced[columns].max())
            reach[beside] += highest - self.bound
        until = monotonic() + seconds
        for floor in self._floors(at_least, highest):
            keep = (reach >= floor - self.room) | (program.least > 0)
            answer = program.only(keep).solve(seconds=until - monotonic(), max_gap=max_gap)
            seats = self._seated(answer, keep)
            reached = seats is not None and self.arrays.value(seats) >= floor - self.room
            if reached or floor <= at_least or not (answer.finished or answer.infeasible):
                break
        return seats, replace(answer, bound=max(at_least, min(max(answer.bound, floor), highest)))

    def _floors(self, at_least: float, highest: float) -> list[float]:
        """Where to look first, then further down; at once at the lowest where that is near."""
        steps = [highest - share * max(1.0, abs(highest)) for share in SHARES]
        return [at_least] if at_least >= steps[-1] else [*steps, at_least]

    def _seated(self, answer: Answer, keep: Bools) -> Seats | None:
        if answer.x is None:
            return None
        x = np.zeros(len(keep))
        x[keep] = answer.x
        return self.model.seated(x)

    def _varied(self, stay: list[Place], out: list[Place]) -> Program:
        if not stay and not out:
            return self.program
        least, most = self.program.least.copy(), self.program.most.copy()
        least[[self.model.x[place] for place in stay]] = 1.0
        most[[self.model.x[place] for place in out]] = 0.0
        return replace(self.program, least=least, most=most)
