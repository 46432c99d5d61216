"""The greatest value, proven: the relaxation says who cannot be in a better plan, and they are left out.

With the duals of the relaxation every variable has a reduced worth r, and no plan with that seating is worth more
than bound + r. So whoever has bound + r below a plan already known drops out without any loss, and what is left is
small enough to solve to proof.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

import numpy as np

from .arrays import Arrays, Seats
from .compact import Compact, Floors, Place
from .program import Answer, Floats, Program

# Room for rounding, as a share of the largest score or want.
ROUNDING = 1e-7


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
        ceiling = self.bound
        if any_of:
            columns = [int(self.model.x[place]) for place in any_of]
            program = program.with_any(columns)
            ceiling += float(self.reduced[columns].max())
        hopeless = ceiling + self.reduced < at_least - self.room
        keep = ~hopeless | (program.least > 0)
        answer = program.only(keep).solve(seconds=seconds, max_gap=max_gap)
        bound = min(max(answer.bound, at_least), max(ceiling, at_least))
        if answer.x is None:
            return None, replace(answer, bound=bound)
        x = np.zeros(len(keep))
        x[keep] = answer.x
        return self.model.seated(x), replace(answer, x=x, bound=bound)

    def _varied(self, stay: list[Place], out: list[Place]) -> Program:
        if not stay and not out:
            return self.program
        least, most = self.program.least.copy(), self.program.most.copy()
        least[[self.model.x[place] for place in stay]] = 1.0
        most[[self.model.x[place] for place in out]] = 0.0
        return replace(self.program, least=least, most=most)
