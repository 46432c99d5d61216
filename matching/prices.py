"""What a place is worth at the prices of the rules: its points, less what it takes from others."""

from copy import copy
from itertools import chain

import numpy as np

from .arrays import EVERYBODY, Among, Arrays, Floats
from .compact import Compact
from .master import Master


class Prices:
    """Duals of the relaxation, arranged so that any place can be priced, with a variable or without.

    ``worth(w)`` is never below the reduced worth that the place would have as a variable: rows that do not exist yet
    cost nothing.
    """

    def __init__(self, model: Compact | Master, duals: Floats) -> None:
        arrays, rows = model.arrays, model.rows
        self.arrays: Arrays = arrays
        self.seat = duals[rows.seats] if rows.seats else np.zeros(arrays.m)
        self.stretch = np.ones(arrays.m)
        self.cover = [np.zeros(len(each)) for each in arrays.weights]
        self.person = np.zeros(arrays.n)
        self.hour = np.zeros(arrays.n)
        self.home: dict[int, Floats] = {}
        self.single: dict[int, list[tuple[int, float]]] = {}
        for w, few, many in rows.alone:
            self.seat[w] += duals[few] - duals[many]
        for w, row in rows.worst:
            self.stretch[w] += duals[row]
        for w, f, row in rows.cover:
            self.cover[w][f] = duals[row]
        for g, row in rows.group:
            self.person -= duals[row] * arrays.groups[g].members
        # Whoever may hold several places counts once for their targets, at a price of their own.
        for i, row in rows.once:
            self.person[i] = -duals[row]
        for i, row in rows.person:
            self.person[i] += duals[row]
        for i, row in rows.hours:
            self.hour[i] += duals[row]
        if rows.filled is not None:
            self.person -= duals[rows.filled]
        # Whoever has a price of their own, which may fall; everybody else's can only rise.
        self.priced = sorted({each[0] for each in (*rows.once, *rows.person, *rows.hours, *rows.clash)})
        self._singles(model, duals)

    def _singles(self, model: Compact | Master, duals: Floats) -> None:
        """Prices that concern few people: colleagues, conflicts, clashes, and whoever stands already."""
        rows = model.rows
        for w, home, row in rows.home:
            if duals[row]:
                self.home.setdefault(w, np.zeros(self.arrays.homes + 1))[home] += duals[row]
        clashes = (((w, i), row) for i, together, row in rows.clash for w in together)
        foes = ((place, row) for one, other, row in rows.foes for place in (one, other))
        for (w, i), row in chain(clashes, foes):
            if duals[row]:
                self.single.setdefault(w, []).append((i, duals[row]))
        if rows.kept is not None:
            for w, i in self.arrays.tenable:
                self.single.setdefault(w, []).append((i, -duals[rows.kept]))

    def between_workstreams(self) -> "Prices":
        """The same prices without those that are settled inside a workstream: its seats, its wants, its homes."""
        found = copy(self)
        found.seat = np.zeros_like(self.seat)
        found.cover = [np.zeros_like(each) for each in self.cover]
        found.home = {}
        return found

    def worth(self, w: int, among: Among = EVERYBODY) -> Floats:
        """What each of these people is worth in this workstream, -inf for those who may not sit there."""
        arrays = self.arrays
        score = arrays.score[w][among]
        found = arrays.once_each(w, self.cover[w], among)
        found += score * self.stretch[w] if self.stretch[w] != 1.0 else score
        found -= self.person[among]
        found -= self.seat[w]
        if arrays.hours[w]:
            found -= arrays.hours[w] * self.hour[among]
        if w in self.home:
            found -= self.home[w][arrays.home[among]]
        if w in self.single:
            found -= self._single(w)[among]
        found[~arrays.eligible[w][among]] = -np.inf
        return found

    def _single(self, w: int) -> Floats:
        prices = np.zeros(self.arrays.n)
        for i, price in self.single[w]:
            prices[i] += price
        return prices
