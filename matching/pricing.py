"""Who else could take a seat, and what the plan would lose by it."""

import numpy as np

from .arrays import Arrays, Seats
from .narrowing import Valued
from .plan import Alternate
from .reporting import alone, filled
from .rules import ROOM
from .watching import Watch


class Alternates:
    """The cheapest people for each seat of a plan that is proven best; prices are exact.

    A price is the plan's value less the best value with the chosen person out of that workstream and the
    alternate in it, as good in the goals before. For an empty seat those who sit there stay.
    """

    def __init__(self, arrays: Arrays, seats: Seats, valued: Valued, *, count: int, watch: Watch) -> None:
        self.arrays = arrays
        self.seats = seats
        self.valued = valued
        self.count = count
        self.watch = watch

    def of(self, w: int) -> tuple[Alternate, ...]:
        """The alternates of a workstream: for each of its people, then for an empty seat; cheapest first."""
        chosen = sorted(self.seats[w], key=lambda i: self.arrays.people[i].id)
        found = [each for i in chosen if (w, i) not in self.arrays.pinned for each in self._instead(w, i)]
        return tuple(found + (self._instead(w, None) if len(chosen) < self.arrays.seats[w] else []))

    def _instead(self, w: int, out: int | None) -> list[Alternate]:
        """The best plan with any of the others in the seat names the cheapest; without those, the next."""
        arrays = self.arrays
        others = {int(i) for i in np.flatnonzero(arrays.eligible[w])} - set(self.seats[w])
        at_least = self._known(w, others, out)
        values: dict[int, float] = {}
        while others and len(values) < self.count:
            found, answer = self.valued.best(
                at_least,
                stay=[(w, i) for i in self.seats[w]] if out is None else [],
                out=[] if out is None else [(w, out)],
                any_of=[(w, i) for i in sorted(others)],
                seconds=self.watch.left,
            )
            if found is None or not answer.finished:
                break
            newcomers = others & set(found[w])
            values |= dict.fromkeys(newcomers, arrays.value(found))
            others -= newcomers
        cheapest = sorted(values, key=lambda i: (-values[i], arrays.people[i].id))[: self.count]
        leaves = None if out is None else arrays.people[out].id
        value = arrays.value(self.seats)
        return [Alternate(arrays.people[i].id, leaves, max(0.0, value - values[i])) for i in cheapest]

    def _known(self, w: int, others: set[int], out: int | None) -> float:
        """The value that as many others as are asked for reach by a mere exchange; -inf where too few can."""
        known = []
        for i in sorted(others):
            changed = list(self.seats)
            changed[w] = tuple(sorted({*self.seats[w], i} - {out}))
            if self._as_good(tuple(changed)):
                known.append(self.arrays.value(tuple(changed)))
        return sorted(known, reverse=True)[self.count - 1] if len(known) >= self.count else -np.inf

    def _as_good(self, seats: Seats) -> bool:
        floors, arrays = self.valued.floors, self.arrays
        return (
            arrays.allowed(seats)
            and arrays.kept(seats) >= floors.kept
            and filled(seats) >= floors.seats
            and (floors.alone is None or alone(seats) <= floors.alone)
            and (floors.worst is None or (arrays.worst(seats) or 0.0) >= floors.worst - ROOM)
        )
