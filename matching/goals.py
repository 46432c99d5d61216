"""The goals one after another: changes, seats, nobody alone, the worst workstream, the value."""

from dataclasses import dataclass, replace

import numpy as np

from .arrays import Arrays, Seats, pinned_only
from .compact import Floors
from .counting import fewest_alone, greatest_worst, most_kept, most_seats
from .heuristics import good_plan
from .narrowing import Valued
from .program import Answer
from .reporting import alone, filled
from .watching import Watch

# Values that differ by less than this share are the same but for rounding inside the solver.
SAME = 1e-6


@dataclass(frozen=True)
class Outcome:
    """The best seats found, what they had to reach first, and how good any others could be."""

    seats: Seats
    floors: Floors
    status: str
    bound: float | None
    worst_bound: float | None
    valued: Valued | None = None


class Goals:
    """Works through the goals in their order until the time is up."""

    def __init__(
        self, arrays: Arrays, *, max_changes: int | None, max_gap: float, engine: str, watch: Watch
    ) -> None:
        self.arrays = arrays
        self.max_changes = max_changes
        self.max_gap = max_gap
        self.engine = engine
        self.watch = watch
        self.floors = Floors()
        self.fixed = set(arrays.pinned)
        self.proven = True
        self.valued: Valued | None = None
        served = [w for w in range(arrays.m) if arrays.eligible[w].any()]
        self.worst_bound = min((arrays.own_ceiling(w) for w in served), default=None)

    def reached(self) -> Outcome:
        """Go through all goals and say how far they are proven."""
        start = self._keep()
        self.seats = good_plan(self.arrays, start, fixed=self.fixed)
        self._say("preview")
        if self.engine == "heuristic":
            return Outcome(self.seats, self.floors, "heuristic", None, None)
        self._fill()
        self._pair_up()
        self._say("seats")
        if self.proven and self.arrays.problem.objective == "worst_first":
            self._lift_worst()
            self._say("worst")
        status, bound = self._raise_value()
        self._say("plan", bound)
        return Outcome(self.seats, self.floors, status, bound, self.worst_bound, self.valued)

    def _say(self, stage: str, bound: float | None = None) -> None:
        self.watch.say(stage, self.arrays.value(self.seats), bound)

    def _keep(self) -> Seats:
        allowed = self.max_changes
        if allowed is None or not self.arrays.tenable:
            return pinned_only(self.arrays)
        start = most_kept(self.arrays)
        kept = self.arrays.kept(start)
        self.floors = replace(self.floors, kept=max(0, kept - allowed))
        self.fixed |= set(self.arrays.tenable)
        return start

    def _fill(self) -> None:
        possible = np.minimum(self.arrays.seats, self.arrays.eligible.sum(axis=1)).sum()
        if filled(self.seats) < possible:
            found, answer = most_seats(self.arrays, self.floors, self.watch.left)
            self.proven = answer.finished
            if found is not None and filled(found) > filled(self.seats):
                self._take(found)
        self.floors = replace(self.floors, seats=filled(self.seats))

    def _pair_up(self) -> None:
        full = filled(self.seats) == self.arrays.seats.sum()
        if self.proven and not full and alone(self.seats):
            found, answer = fewest_alone(self.arrays, self.floors, self.watch.left)
            self.proven = answer.finished
            if found is not None and alone(found) < alone(self.seats):
                self._take(found)
        self.floors = replace(self.floors, alone=alone(self.seats))

    def _lift_worst(self) -> None:
        if self.worst_bound is None:
            return
        trial = replace(self.floors, worst=self.worst_bound)
        found, answer = Valued(self.arrays, trial, self.seats).best(-np.inf, seconds=self.watch.left / 2)
        if found is None:
            found, answer = greatest_worst(self.arrays, self.floors, self.watch.left)
            self.proven = answer.finished
            self.worst_bound = min(self.worst_bound, answer.bound)
        if found is not None and self._worst(found) > self._worst(self.seats):
            self.seats = found
        self.floors = replace(self.floors, worst=self._worst(self.seats))
        if self.proven:
            self.worst_bound = self.floors.worst

    def _worst(self, seats: Seats) -> float:
        return self.arrays.worst(seats) or 0.0

    def _take(self, seats: Seats) -> None:
        """Exchanges keep the number of people everywhere, so a better value costs none of the goals before."""
        self.seats = good_plan(self.arrays, seats, fixed=self.fixed)

    def _raise_value(self) -> tuple[str, float | None]:
        if not self.proven or self.watch.left <= 0:
            return "time_limit", self.arrays.ceiling()
        self.valued = Valued(self.arrays, self.floors, self.seats, seconds=self.watch.left)
        value = self.arrays.value(self.seats)
        self._say("bound", max(value, self.valued.bound))
        found, answer = self.valued.best(value, seconds=self.watch.left, max_gap=self.max_gap)
        if found is not None and self.arrays.value(found) > value:
            self.seats, value = found, self.arrays.value(found)
        return self._status(answer, value)

    def _status(self, answer: Answer, value: float) -> tuple[str, float | None]:
        bound = max(answer.bound, value)
        close = bound - value <= SAME * max(1.0, abs(value))
        if close or (answer.finished and not self.max_gap):
            return "optimal", value if close else bound
        if (bound - value) / max(1.0, abs(bound)) <= self.max_gap:
            return "within_gap", bound
        return ("heuristic", None) if answer.failed else ("time_limit", bound)
