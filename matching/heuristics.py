"""A good plan at once: the greatest gain first, then exchanges of one seat at a time."""

import numpy as np

from .arrays import Arrays, Bools, Floats, Seats
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
        self.chosen_in = np.zeros((arrays.m, arrays.n), dtype=bool)
        self._clashing = [arrays.clashing(w) for w in range(arrays.m)]
        for w, members in enumerate(seats):
            for i in members:
                self._count(w, i, 1)

    @property
    def seats(self) -> Seats:
        """Who sits where."""
        return tuple(tuple(sorted(each)) for each in self.members)

    def _count(self, w: int, i: int, step: int) -> None:
        self.load[i] += step
        self.used[i] += step * self.arrays.hours[w]
        self.chosen_in[w, i] = step > 0

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
        may = arrays.eligible[w] & (self.load < arrays.most_workstreams) & ~self.chosen_in[w]
        may &= self.used + arrays.hours[w] <= arrays.most_hours + ROOM
        may &= ~self.chosen_in[self._clashing[w]].any(axis=0)
        return may & ~arrays.apart[self.members[w]].any(axis=0)

    def gains(self, w: int) -> Floats:
        """What each person would add to the plan's value in this workstream, rules aside."""
        arrays, wanted = self.arrays, self.arrays.wanted[w]
        uncovered = ~wanted.held[:, self.members[w]].any(axis=1)
        gain = arrays.score[w] + (wanted.weight * uncovered) @ wanted.held
        lacking = self.arrays.short(self.seats)
        for group in arrays.groups:
            if lacking[group.name]:
                gain = gain + arrays.problem.target_weight * (group.members & (self.load == 0))
        return gain


def fill(draft: Seated) -> None:
    """Seat the person of greatest gain until nobody can take an empty seat."""
    while True:
        best: tuple[float, int, int] | None = None
        for w in range(draft.arrays.m):
            may = draft.open_to(w)
            if may.any():
                gains = np.where(may, draft.gains(w), -np.inf)
                i = int(gains.argmax())
                if best is None or gains[i] > best[0]:
                    best = (float(gains[i]), w, i)
        if best is None:
            return
        draft.add(best[1], best[2])


def exchange(draft: Seated, *, fixed: set[tuple[int, int]]) -> bool:
    """Make the best exchange of each seat that gains; whether any did. ``fixed`` seatings stay."""
    improved = False
    for w in range(draft.arrays.m):
        for out in sorted(draft.members[w]):
            if (w, out) in fixed:
                continue
            draft.remove(w, out)
            gains = draft.gains(w)
            best = int(np.where(draft.open_to(w), gains, -np.inf).argmax())
            better = draft.open_to(w)[best] and gains[best] > gains[out] + GAIN
            draft.add(w, best if better else out)
            improved = improved or bool(better)
    return improved


def good_plan(arrays: Arrays, start: Seats, *, fixed: set[tuple[int, int]], rounds: int = 20) -> Seats:
    """Fill the empty seats of ``start`` and improve it seat by seat, leaving the ``fixed`` seatings alone."""
    draft = Seated(arrays, start)
    fill(draft)
    for _ in range(rounds):
        if not exchange(draft, fixed=fixed):
            break
    return draft.seats
