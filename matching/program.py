"""A linear program with whole-number variables, handed to HiGHS by SciPy."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, linprog, milp
from scipy.sparse import csr_array

Floats = NDArray[np.float64]

# HiGHS compares with absolute tolerances, so every objective is brought to this size before it is solved.
LARGEST_WORTH = 100.0


@dataclass(frozen=True)
class Answer:
    """``x`` is None where no solution is known; no solution is worth more than ``bound``.

    ``finished`` is proof that none is better by more than the gap that was allowed, ``infeasible`` that there is no
    solution at all; ``failed`` says that the solver gave up for reasons of its own.
    """

    x: Floats | None
    bound: float
    finished: bool = False
    infeasible: bool = False
    failed: bool = False


@dataclass(frozen=True)
class Relaxed:
    """A solved linear relaxation: ``duals`` are the worth of a unit more of each row, never negative."""

    x: Floats
    duals: Floats


@dataclass(frozen=True)
class Program:
    """Greatest ``worth @ x`` with ``rows @ x <= limits``, ``least <= x <= most``, and ``whole`` variables whole."""

    worth: Floats
    rows: csr_array
    limits: Floats
    least: Floats
    most: Floats
    whole: NDArray[np.bool_]

    @property
    def _scale(self) -> float:
        largest = float(np.abs(self.worth).max(initial=0.0))
        return LARGEST_WORTH / largest if largest > 0 else 1.0

    def solve(self, *, seconds: float = np.inf, max_gap: float = 0.0) -> Answer:
        """The best whole-number solution found in the time, and a bound that always holds."""
        if not len(self.worth):
            possible = bool((self.limits >= 0).all())
            return (
                Answer(np.zeros(0), 0.0, finished=True)
                if possible
                else Answer(None, -np.inf, infeasible=True)
            )
        if seconds <= 0:
            return Answer(None, np.inf)
        options = {"mip_rel_gap": max_gap, "time_limit": min(seconds, 1e6)}
        # Status 4 is a failure inside the solver; without presolve it often goes through.
        found = self._milp(options)
        if found.status == 4:
            found = self._milp(options | {"presolve": False})
        if found.status == 2:
            return Answer(None, -np.inf, infeasible=True)
        bound = np.inf if found.mip_dual_bound is None else -found.mip_dual_bound / self._scale
        if found.x is None:
            return Answer(None, bound, failed=found.status == 4)
        return Answer(found.x, max(bound, float(self.worth @ found.x)), finished=found.status == 0)

    def _milp(self, options: dict[str, float]) -> OptimizeResult:
        return milp(
            -self._scale * self.worth,
            integrality=self.whole.astype(int),
            bounds=Bounds(self.least, self.most),
            constraints=LinearConstraint(self.rows, -np.inf, self.limits) if len(self.limits) else (),
            options=options,
        )

    def relax(self) -> Relaxed | None:
        """The linear relaxation with its prices, or None where it could not be solved."""
        if not len(self.worth):
            return None
        found = linprog(
            -self._scale * self.worth,
            A_ub=self.rows,
            b_ub=self.limits,
            bounds=np.column_stack([self.least, self.most]),
            method="highs",
        )
        if found.status != 0:
            return None
        return Relaxed(found.x, np.maximum(-found.ineqlin.marginals / self._scale, 0.0))


@dataclass
class Draft:
    """A program under way: variables and rows are added one by one, then :meth:`closed`."""

    worth: list[float] = field(default_factory=list)
    least: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    limits: list[float] = field(default_factory=list)
    _columns: list[int] = field(default_factory=list)
    _values: list[float] = field(default_factory=list)
    _starts: list[int] = field(default_factory=lambda: [0])

    def variable(
        self, worth: float = 0.0, *, least: float = 0.0, most: float = 1.0, whole: bool = False
    ) -> int:
        """Add a variable; its place among the others."""
        self.worth.append(worth)
        self.least.append(least)
        self.most.append(most)
        self.whole.append(whole)
        return len(self.worth) - 1

    def at_most(self, columns: Sequence[int], values: Sequence[float], limit: float) -> int:
        """Add the row ``values @ x[columns] <= limit``; its place among the others."""
        self._columns.extend(columns)
        self._values.extend(values)
        self._starts.append(len(self._columns))
        self.limits.append(limit)
        return len(self.limits) - 1

    def at_least(self, columns: Sequence[int], values: Sequence[float], limit: float) -> int:
        """Add the row ``values @ x[columns] >= limit``, kept as its negative; its place among the others."""
        return self.at_most(columns, [-value for value in values], -limit)

    def closed(self) -> Program:
        """The program as arrays."""
        rows = csr_array(
            (np.array(self._values, dtype=float), np.array(self._columns, dtype=np.int32), self._starts),
            shape=(len(self.limits), len(self.worth)),
        )
        return Program(
            worth=np.array(self.worth, dtype=float),
            rows=rows,
            limits=np.array(self.limits, dtype=float),
            least=np.array(self.least, dtype=float),
            most=np.array(self.most, dtype=float),
            whole=np.array(self.whole, dtype=bool),
        )
