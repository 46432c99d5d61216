"""The greatest value, proven: the relaxation says who cannot be in a better plan, and they are left out.

With the duals of the relaxation every place has a reduced worth r, and no plan with that seating is worth more
than bound + r. So whoever has bound + r below a plan already known drops out without any loss, and what is left is
small enough to solve to proof.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from time import monotonic

import numpy as np

from .arrays import Arrays, Floats, Place, Seats
from .columns import PairRelaxation
from .compact import Compact, Floors
from .program import Answer
from .sifting import Relaxation

# Room for rounding, as a share of the largest score or want.
ROUNDING = 1e-7
# So many places for each seat are looked at first.
NEAREST = 8
# A program with more places than this does not come to an end in any time that people wait.
MOST_PLACES = 60_000


class Valued:
    """Answers "which plan that reaches the floors is worth most" for the problem and for variations of it."""

    def __init__(self, arrays: Arrays, floors: Floors, start: Seats, *, seconds: float = np.inf) -> None:
        self.arrays = arrays
        self.floors = floors
        self.relaxation = Relaxation(arrays, floors, start, seconds=seconds)
        self.bound = self.relaxation.bound
        self.pairs: PairRelaxation | None = None
        largest = max((float(each.max(initial=0.0)) for each in arrays.weights), default=0.0)
        scores = max((float(np.fmax.reduce(row, initial=0.0)) for row in arrays.score), default=0.0)
        self.room = ROUNDING * max(1.0, largest, scores, arrays.problem.target_weight)

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
        until = monotonic() + seconds
        places = set(stay), set(out), set(any_of)
        look = Look(self, *places)
        floor, found, value, bound = max(at_least, look.nearest()), None, -np.inf, np.inf
        while True:
            seats, answer = look.above(floor, seconds=until - monotonic(), max_gap=max_gap)
            if seats is not None and self.arrays.value(seats) > value:
                found, value = seats, self.arrays.value(seats)
            bound = min(bound, max(min(max(answer.bound, floor), look.highest), at_least))
            ended = answer.finished or answer.infeasible
            proven = ended and (floor <= at_least or value >= floor - self.room)
            if not proven and ended and found is not None:
                self._tighten(found, until, enough=value + max_gap * abs(value))
                look = Look(self, *places)
                bound = max(value, min(bound, look.highest))
            near = found is not None and bound - value <= max_gap * max(1.0, abs(bound))
            if proven or near or not ended or monotonic() > until:
                return found, replace(answer, bound=bound, finished=proven)
            floor = at_least if found is None else max(at_least, value)

    def _tighten(self, known: Seats, until: float, *, enough: float) -> None:
        """Once, where workstreams have one or two seats: the bound that knows what pairs bring together."""
        if self.pairs is not None or self.arrays.seats.max() > 2 or self.floors.worst is not None:
            return
        if self.relaxation.prices is None:
            return
        self.pairs = PairRelaxation(
            self.arrays,
            self.floors,
            prices=self.relaxation.prices,
            known=known,
            until=until,
            enough=enough,
        )
        self.bound = min(self.bound, self.pairs.bound)
        self.pairs.within = 1.1 * (self.bound - self.arrays.value(known)) + self.room

    def reach(self, w: int) -> Floats:
        """A value (n) that no plan with this person in the workstream exceeds; -inf for those who may not sit there."""
        reach = self.relaxation.reach(w)
        return reach if self.pairs is None else np.minimum(reach, self.pairs.reach(w))


class Look:
    """One question to the problem: the places that a plan above a floor may use, and the best plan of these."""

    def __init__(self, valued: Valued, stay: set[Place], out: set[Place], any_of: set[Place]) -> None:
        self.valued = valued
        self.arrays = valued.arrays
        self.stay, self.out, self.any_of = stay, out, any_of
        self.highest = valued.bound
        self.beside = 0.0
        if any_of:
            nearest = max(float(valued.reach(w)[i]) for w, i in any_of)
            # Whoever is not one of them comes beside one of them.
            self.beside = nearest - valued.bound
            self.highest = nearest

    def _reach(self, w: int) -> Floats:
        reach = self.valued.reach(w) + self.beside
        theirs = [i for row, i in self.any_of if row == w]
        reach[theirs] -= self.beside
        reach[[i for row, i in self.out if row == w]] = -np.inf
        return reach

    def nearest(self) -> float:
        """A floor above which there are so many places for each seat."""
        arrays = self.arrays
        count = NEAREST * int(arrays.seats.sum())
        best, floor = np.zeros(0), -np.inf
        for w in range(arrays.m if count else 0):
            reach = self._reach(w)
            best = np.concatenate([best, reach[reach > floor]])
            if len(best) > count:
                best = np.partition(best, len(best) - count)[-count:]
                floor = float(best.min())
        return floor

    def above(self, floor: float, *, seconds: float, max_gap: float) -> tuple[Seats | None, Answer]:
        """The best plan among the places that reach the floor."""
        room = self.valued.room
        kept: set[Place] = set(self.stay)
        for w in range(self.arrays.m):
            kept |= {(w, int(i)) for i in np.flatnonzero(self._reach(w) >= max(floor - room, -1e300))}
            if len(kept) > MOST_PLACES:
                return None, Answer(None, np.inf)
        model = Compact(self.arrays, self.valued.floors, kept).count_value()
        for place in self.stay:
            model.program.least[model.x[place]] = 1.0
        if self.any_of:
            columns = [model.x[place] for place in sorted(self.any_of) if place in model.x]
            model.program.at_least(columns, [1.0] * len(columns), 1.0)
        answer = model.program.closed().solve(seconds=seconds, max_gap=max_gap)
        return (None if answer.x is None else model.seated(answer.x)), answer
