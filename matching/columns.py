"""Column generation over pairs: the relaxation that knows what two people bring together, with exact pricing.

With the prices of a master (Dantzig and Wolfe 1960) every workstream picks its best choice by itself, and what these
picks and the prices come to is a bound (Geoffrion 1974), whatever the prices. The best pair is found exactly: with
a_i what person i is worth alone, a pair is worth at most a_i + a_j, so only those matter whose a_i reaches a pair
already known less the greatest a.
"""

from dataclasses import dataclass
from time import monotonic

import numpy as np

from .arrays import EVERYBODY, Among, Arrays, Bools, Floats, Seats
from .compact import Floors
from .master import Choice, Master
from .prices import Prices
from .sifting import greatest

# Choices of each workstream that come in with each round, and the rounds at most.
NEXT, ROUNDS = 6, 40
CLOSE = 1e-7
# People of each workstream who are priced in every round, those of them who are paired with each other, and those
# who are paired first, to know how good a pair can be.
LISTED, NEAR, FEW = 3000, 1200, 60


@dataclass(frozen=True)
class Listed:
    """Who is priced in every round for a workstream; everybody else was worth at most ``rest`` alone at first."""

    people: Among
    rest: float


@dataclass(frozen=True)
class Priced:
    """What these people are worth to a workstream at some prices: each alone, and each two of ``near`` together.

    No other pair is worth more than ``others``; ``single`` is the worth of the best of them without a partner.
    """

    people: Among
    alone: Floats
    near: "np.ndarray"
    together: Floats
    single: float
    others: float

    @property
    def most(self) -> float:
        """No choice is worth more; nobody is worth nothing."""
        return max(0.0, self.single, self.others, float(self.together.max(initial=-np.inf)))


class PairRelaxation:
    """``bound`` and ``reach(w)`` as of :class:`matching.sifting.Relaxation`, for workstreams of one or two seats."""

    def __init__(
        self,
        arrays: Arrays,
        floors: Floors,
        *,
        prices: Prices,
        known: Seats,
        until: float,
        enough: float = -np.inf,
    ) -> None:
        self.arrays = arrays
        self.floors = floors
        self.bound = np.inf
        self.within = 0.0
        self._lists: list[Listed] = []
        self._pool: list[dict[Choice, float]] = [{} for _ in range(arrays.m)]
        for w, members in enumerate(known):
            self._add(w, tuple(members))
        self._begin(prices)
        for _ in range(ROUNDS):
            if not self._round() or self.bound <= enough or monotonic() > until:
                break

    def _add(self, w: int, choice: Choice) -> bool:
        new = bool(choice) and choice not in self._pool[w]
        if new:
            self._pool[w][choice] = self.arrays.own_value(w, choice)
        return new

    def _begin(self, prices: Prices) -> None:
        """List whom to price, and take the best choices at the prices of a relaxation that was solved before."""
        self._first = prices = prices.between_workstreams()
        dear = np.zeros(self.arrays.n, dtype=bool)
        dear[prices.priced] = True
        self._cheap = ~dear
        for w in range(self.arrays.m):
            self._lists.append(self._listed(w, prices, dear))
            for choice, _ in self._choices(self._priced(w, prices, 0.0, self._lists[w])):
                self._add(w, choice)
        for w, i in self.arrays.tenable:
            self._add(w, (i,))

    def _listed(self, w: int, prices: Prices, dear: Bools) -> Listed:
        """The most valuable people and all who have a price of their own: that of anybody else can only rise."""
        if self.arrays.n <= LISTED:
            return Listed(EVERYBODY, -np.inf)
        alone = prices.worth(w) + self.arrays.once_each(w, self.arrays.weights[w])
        listed = dear.copy()
        listed[np.argpartition(alone, self.arrays.n - LISTED)[-LISTED:]] = True
        return Listed(np.flatnonzero(listed), float(alone[~listed].max(initial=-np.inf)))

    def _round(self) -> bool:
        """Solve the master, let every workstream pick at its prices, and take in what is better; whether any was."""
        master = Master(self.arrays, self.floors, self._pool)
        program = master.program.closed()
        relaxed = program.relax()
        if relaxed is None:
            return False
        duals = relaxed.duals
        prices, lone = Prices(master, duals), 0.0 if master.alone is None else float(duals[master.alone])
        mine = np.zeros(len(duals), dtype=bool)
        mine[master.one_each] = True
        reduced = program.worth - program.rows.T @ duals
        counts = np.isfinite(program.most)
        loose = np.maximum(reduced[counts], 0.0) @ program.most[counts]
        rest = float(program.limits[~mine] @ duals[~mine] + loose)
        best, is_new = np.zeros(self.arrays.m), False
        risen = max(0.0, float((self._first.person - prices.person)[self._cheap].max(initial=0.0)))
        for w, row in enumerate(master.one_each):
            listed = self._lists[w]
            priced = self._priced(w, prices, lone, Listed(listed.people, listed.rest + risen))
            best[w] = priced.most
            for choice, worth in self._choices(priced):
                if worth > duals[row] + CLOSE * max(1.0, abs(worth)):
                    is_new = self._add(w, choice) or is_new
        if rest + best.sum() < self.bound:
            self.bound, self._best = rest + float(best.sum()), best
            self._prices, self._lone = prices, lone
        solved = float(program.worth @ relaxed.x)
        return is_new and self.bound - solved > CLOSE * max(1.0, abs(self.bound))

    def _priced(self, w: int, prices: Prices, lone: float, listed: Listed, *, within: float = 0.0) -> Priced:
        """Everybody's worth, and exactly that of every pair within so much of the best."""
        arrays, people = self.arrays, listed.people
        net = prices.worth(w, people)
        if not arrays.seats[w]:
            net[:] = -np.inf
        alone = net + arrays.once_each(w, arrays.weights[w], people)
        most = float(alone.max(initial=-np.inf))
        single = max(most, listed.rest) - lone
        if arrays.seats[w] < 2 or most == -np.inf:
            return Priced(people, alone, np.zeros(0, dtype=int), np.zeros((0, 0)), single, -np.inf)
        few = np.array(greatest(alone, FEW))
        others = float(self._together(w, alone, people, few).max()) - within
        # A pair is worth no more than both alone, and no more than both without wants and every want once.
        limit = np.minimum(alone + most, net + float(net.max()) + float(arrays.weights[w].sum()))
        near = np.flatnonzero((limit >= others - CLOSE * max(1.0, abs(most))) & (limit > -np.inf))
        if len(near) > NEAR:
            order = np.argsort(-limit[near], kind="stable")
            others = max(others, float(limit[near[order[NEAR]]]))
            near = np.sort(near[order[:NEAR]])
        others = max(others, listed.rest + max(most, listed.rest))
        return Priced(people, alone, near, self._together(w, alone, people, near), single, others)

    def _together(self, w: int, alone: Floats, people: Among, near: "np.ndarray") -> Floats:
        """What each two of them are worth together, -inf where they may not sit together."""
        columns = np.arange(self.arrays.n)[people][near]
        held = np.array([each[columns] for each in self.arrays.wanted(w)], dtype=float)
        held = held.reshape(-1, len(columns))
        twice = (held.T * self.arrays.weights[w]) @ held
        together = alone[near][:, None] + alone[near][None, :] - twice
        together[self._apart(columns)] = -np.inf
        return together

    def _apart(self, columns: "np.ndarray") -> Bools:
        home = self.arrays.home[columns]
        apart = (home[:, None] == home[None, :]) & (home[:, None] >= 0)
        np.fill_diagonal(apart, True)
        place = {int(i): at for at, i in enumerate(columns)}
        for i in self.arrays.foes.keys() & place.keys():
            for j in self.arrays.foes[i] & place.keys():
                apart[place[i], place[j]] = True
        return apart

    def _choices(self, priced: Priced) -> list[tuple[Choice, float]]:
        """The most valuable choices, with their worth."""
        found: list[tuple[Choice, float]] = []
        columns = np.arange(self.arrays.n)[priced.people]
        if priced.alone.size and (most := float(priced.alone.max())) > 0:
            found.append(((int(columns[priced.alone.argmax()]),), most))
        ones, others = np.triu_indices(len(priced.near), 1)
        worth = priced.together[ones, others]
        least = np.partition(worth, len(worth) - NEXT)[-NEXT] if len(worth) > NEXT else 0.0
        for at in np.flatnonzero((worth > 0) & (worth >= least))[:NEXT]:
            one, other = sorted(int(columns[priced.near[each]]) for each in (ones[at], others[at]))
            found.append(((one, other), float(worth[at])))
        return found

    def reach(self, w: int) -> Floats:
        """A value (n) that no plan with this person in the workstream exceeds; -inf for those who may not sit there."""
        if not np.isfinite(self.bound):
            return np.where(self.arrays.eligible[w], np.inf, -np.inf)
        everybody = Listed(EVERYBODY, -np.inf)
        priced = self._priced(w, self._prices, self._lone, everybody, within=self.within)
        alone = priced.alone
        worth = alone - self._lone
        if len(priced.near):
            # Whoever is not near is worth at most what they are with the most valuable of all.
            worth = np.maximum(worth, alone + max(0.0, float(alone.max())))
            exact = np.maximum(priced.together.max(axis=1), priced.others)
            worth[priced.near] = np.maximum(alone[priced.near] - self._lone, exact)
        return self.bound - self._best[w] + np.minimum(worth, self._best[w])
