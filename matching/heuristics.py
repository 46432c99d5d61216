"""A good plan at once: the greatest gain first, then exchanges of one seat at a time."""

from heapq import heapify, heappop, heappush

import numpy as np

from .arrays import Arrays, Bools, Floats, Place, Seats
from .rules import ROOM

# Below this an exchange gains nothing but rounding.
GAIN = 1e-9


class Seated:
    """A plan under way; every step keeps the rules."""

    def __init__(self, arrays: Arrays, seats: Seats) -> None:
        self.arrays = arrays
        self.members = [list(each) for each in seats]
        self.load = np.zeros(arrays.n, dtype=int)
        self.used = np.zeros(arrays.n)
        self.lacking = [group.wanted for group in arrays.groups]
        for w, members in enumerate(seats):
            for i in members:
                self._count(w, i, 1)

    @property
    def seats(self) -> Seats:
        """Who sits where."""
        return tuple(tuple(sorted(each)) for each in self.members)

    def _count(self, w: int, i: int, step: int) -> None:
        was = self.load[i] > 0
        self.load[i] += step
        self.used[i] += step * self.arrays.hours[w]
        if was != (self.load[i] > 0):
            for place, group in enumerate(self.arrays.groups):
                self.lacking[place] -= step * int(group.members[i])

    def add(self, w: int, i: int) -> None:
        """Seat a person."""
        self.members[w].append(i)
        self._count(w, i, 1)

    def remove(self, w: int, i: int) -> None:
        """Unseat a person."""
        self.members[w].remove(i)
        self._count(w, i, -1)

    def open_to(self, w: int) -> Bools:
        """Who could take a seat in the workstream as things stand; nobody where it is full."""
        arrays = self.arrays
        if len(self.members[w]) >= arrays.seats[w]:
            return np.zeros(arrays.n, dtype=bool)
        may = arrays.eligible[w] & (self.load < arrays.most_workstreams)
        may &= self.used + arrays.hours[w] <= arrays.most_hours + ROOM
        may[[i for other in arrays.clashing[w] for i in self.members[other]]] = False
        return may & ~arrays.barred_by(self.members[w]) if self.members[w] else may

    def gains(self, w: int) -> Floats:
        """What each person would add to the plan's value in this workstream, rules aside."""
        arrays = self.arrays
        uncovered = ~arrays.covered(w, self.members[w])
        gain = arrays.score[w] + arrays.once_each(w, arrays.weights[w] * uncovered)
        for group, lacking in zip(arrays.groups, self.lacking, strict=True):
            if lacking > 0:
                gain += arrays.problem.target_weight * (group.members & (self.load == 0))
        return gain

    def best(self, w: int) -> tuple[float, int] | None:
        """The greatest gain that can be had in this workstream now, and by whom."""
        may = self.open_to(w)
        if not may.any():
            return None
        gains = np.where(may, self.gains(w), -np.inf)
        i = int(gains.argmax())
        return float(gains[i]), i


def fill(draft: Seated) -> None:
    """Seat the person of greatest gain until nobody can take an empty seat.

    A gain never grows while seats are filled, so what was worked out before is a limit, and only the greatest needs
    to be worked out again (Minoux 1978).
    """
    waiting = [(-np.inf, w) for w in range(draft.arrays.m)]
    heapify(waiting)
    while waiting:
        _, w = heappop(waiting)
        found = draft.best(w)
        if found is None:
            continue
        gain, i = found
        if waiting and (-gain, w) > waiting[0]:
            heappush(waiting, (-gain, w))
        else:
            draft.add(w, i)
            heappush(waiting, (-gain, w))


def exchange(draft: Seated, *, fixed: set[Place]) -> bool:
    """Make the best exchange of each seat that gains; whether any did. ``fixed`` seatings stay."""
    improved = False
    for w in range(draft.arrays.m):
        for out in sorted(draft.members[w]):
            if (w, out) in fixed:
                continue
            draft.remove(w, out)
            gains = draft.gains(w)
            may = draft.open_to(w)
            best = int(np.where(may, gains, -np.inf).argmax())
            better = bool(may[best] and gains[best] > gains[out] + GAIN)
            draft.add(w, best if better else out)
            improved = improved or better
    return improved


def good_plan(arrays: Arrays, start: Seats, *, fixed: set[Place], rounds: int = 20) -> Seats:
    """Fill the empty seats of ``start`` and improve it seat by seat, leaving the ``fixed`` seatings alone."""
    draft = Seated(arrays, start)
    fill(draft)
    for _ in range(rounds):
        if not exchange(draft, fixed=fixed):
            break
    return draft.seats
