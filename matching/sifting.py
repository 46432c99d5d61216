"""The linear relaxation over all places, solved over few of them: whoever is worth more than their price comes in.

The bound is true after every round: what the places left out could still add is bounded by the seats of each
workstream times its best price, and is added to it.
"""

from time import monotonic

import numpy as np

from .arrays import Arrays, Floats, Place, Seats
from .compact import Compact, Floors, every_place
from .prices import Prices

# People of each workstream who are looked at first, and who come in with each round.
FIRST, NEXT = 40, 15
# A relaxation is close enough when the places left out could add no more than this share.
CLOSE = 2e-5
ROUNDS = 40
# Where a round takes seconds, one that gains less than this share is the last: pairs tighten the bound from there.
LARGE, GAIN = 2e6, 5e-4


class Relaxation:
    """``bound`` is a value that no plan reaching the floors exceeds, ``reach(w)`` what none with a place exceeds."""

    def __init__(self, arrays: Arrays, floors: Floors, start: Seats, *, seconds: float = np.inf) -> None:
        self.arrays = arrays
        self.floors = floors
        until = monotonic() + seconds
        among = self._first(start)
        self.bound = arrays.ceiling()
        self.prices: Prices | None = None
        for _ in range(ROUNDS):
            before = self.bound
            newcomers = self._round(among)
            slow = arrays.m * arrays.n > LARGE and before - self.bound < GAIN * abs(self.bound)
            if not newcomers or slow or monotonic() > until:
                break
            among |= newcomers
        self._known: dict[int, Floats] = {}

    def _first(self, start: Seats) -> set[Place]:
        """The people of each workstream who would bring most to it alone, and everybody of the plan known."""
        arrays = self.arrays
        found = {(w, i) for w, members in enumerate(start) for i in members} | set(arrays.tenable)
        for w in range(arrays.m):
            alone = arrays.once_each(w, arrays.weights[w]) + arrays.score[w]
            alone[~arrays.eligible[w]] = -np.inf
            found |= {(w, i) for i in greatest(alone, FIRST)}
        return found

    def _round(self, among: set[Place]) -> set[Place]:
        """Solve over these places, price all others, and say who should come in."""
        model = Compact(self.arrays, self.floors, among).count_value()
        program = model.program.closed()
        relaxed = program.relax() if len(program.limits) else None
        if relaxed is None:
            everybody = set(every_place(self.arrays)) if self.arrays.m * self.arrays.n < 1e6 else among
            return everybody - among
        prices = Prices(model, relaxed.duals)
        newcomers, left_out = self._price(prices, model)
        reduced = program.worth - program.rows.T @ relaxed.duals
        raised = np.maximum(left_out, 0.0)
        for w, inside in enumerate(model.of_workstream):
            reduced[list(inside.values())] -= raised[w]
        bound = float(
            program.limits @ relaxed.duals
            + raised @ self.arrays.seats
            + np.maximum(reduced * program.most, reduced * program.least).sum()
        )
        if self.prices is None or bound <= self.bound:
            prices.seat = prices.seat + raised
            self.bound, self.prices = bound, prices
            self._inside = [
                {i: float(reduced[column]) for i, column in inside.items()} for inside in model.of_workstream
            ]
        close = raised @ self.arrays.seats <= CLOSE * max(1.0, abs(bound))
        return set() if close else newcomers

    def _price(self, prices: Prices, model: Compact) -> tuple[set[Place], Floats]:
        newcomers: set[Place] = set()
        left_out = np.full(self.arrays.m, -np.inf)
        for w, inside in enumerate(model.of_workstream):
            worth = prices.worth(w)
            worth[list(inside)] = -np.inf
            best = greatest(worth, NEXT)
            left_out[w] = worth[best[0]] if len(best) else -np.inf
            newcomers |= {(w, i) for i in best if worth[i] > 0}
        return newcomers, left_out

    def reach(self, w: int) -> Floats:
        """A value (n) that no plan with this person in the workstream exceeds; -inf for those who may not sit there."""
        if w not in self._known:
            self._known = self._known if self.arrays.m * self.arrays.n < 4e6 else {}
            self._known[w] = self._reach(w)
        return self._known[w]

    def _reach(self, w: int) -> Floats:
        if self.prices is None:
            return np.where(self.arrays.eligible[w], self.bound, -np.inf)
        reach = np.minimum(self.prices.worth(w), 0.0)
        for i, reduced in self._inside[w].items():
            reach[i] = min(reduced, 0.0)
        reach += self.bound
        for row, i in self.arrays.pinned:
            if row == w:
                reach[i] = self.bound
        return reach


def greatest(values: Floats, count: int) -> list[int]:
    """Places of so many of the greatest values above -inf, the greatest first; of equals the first."""
    if len(values) > 4 * count:
        least = np.partition(values, len(values) - count)[-count]
        near = np.flatnonzero(values >= least)
    else:
        near = np.arange(len(values))
    order = near[np.argsort(-values[near], kind="stable")][:count]
    return [int(i) for i in order if values[i] > -np.inf]
