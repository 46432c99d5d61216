"""A whole pool beside many roles at once, and the best of it for each."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from .features import Asked, Columns, Said, asked_by, references_of, said_by, total_of
from .records import Person, Role, distinct

UNIT = 2.0**-24  # half a unit in the last place of a number of 32 bits
Hits = tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]


@dataclass(frozen=True)
class Best:
    """The best people for one role, the greatest total first: their ids and totals, text left out."""

    ids: tuple[str, ...]
    totals: tuple[float, ...]


class PoolScorer:
    """The best `keep` people of a pool for each of many roles, by tags alone: support of text is left out.

    The totals are those of `RoleScorer(role, text_points=0)` to 1e-9, and the order is the same. fit reads the
    people once, a stream of them is enough, and freezes each role's reference gain (`references_`). Products in
    32 bits sift; whoever may be among the best by the error they can have is scored again in 64 bits, row by
    row, so that neither `chunk` (people at a time) nor `threads` changes a bit of the answer. The error: all d
    terms are at least 0 and come to at most 100, so it is at most 100 * (d + 16) * 2 ** -23 (Higham 2002, 3.1).

    >>> strengths = {"a": 0.5, "b": 1.0}
    >>> pool = [Person(id=key, about_done=True, skills={"finance": each}) for key, each in strengths.items()]
    >>> PoolScorer([Role(skills={"finance": 1})], keep=1).fit(pool).best_without_text()
    [Best(ids=('b',), totals=(100.0,))]
    """

    def __init__(self, roles: Sequence[Role], *, keep: int = 200, chunk: int = 512, threads: int = 1) -> None:
        self.roles = roles
        self.keep = keep
        self.chunk = chunk
        self.threads = threads

    def fit(self, people: Iterable[Person]) -> "PoolScorer":
        """Read everybody whose "About you" is done; raises BadInput where an id comes twice."""
        self.ids_: list[str] = []
        self.columns_ = Columns(self.roles)
        self.said_ = said_by(self._told(people), self.columns_)
        distinct(self.ids_, "people.id")
        self.references_ = references_of(self.roles, self.said_, self.columns_)
        self.asked_ = asked_by(self.roles, self.columns_, self.references_)
        by_hash = sorted(range(len(self.ids_)), key=lambda i: sha256(self.ids_[i].encode()).digest())
        self.turn_ = np.empty(len(by_hash), dtype=np.intp)
        self.turn_[by_hash] = np.arange(len(by_hash))
        terms = sum(getattr(self.asked_, name).shape[1] for name in ("own", "dates", "groups", "known"))
        self.error_ = 100 * (terms + 16) * 2 * UNIT
        return self

    def best_without_text(self) -> list[Best]:
        """The best people for each role, in the order of the roles; nobody without any score."""
        starts = range(0, len(self.ids_), self.chunk)
        shares = [starts[each :: self.threads] for each in range(self.threads)]
        if self.threads == 1:
            sieves = [self._sift(shares[0])]
        else:
            with ThreadPoolExecutor(self.threads) as workers:
                sieves = list(workers.map(self._sift, shares))
        found: list[list[NDArray[np.intp]]] = [[] for _ in self.roles]
        for sieve in sieves:
            for r, people in sieve.people_by_role():
                found[r].append(people)
        return [self._best(r, np.concatenate(each)) if each else Best((), ()) for r, each in enumerate(found)]

    def _told(self, people: Iterable[Person]) -> Iterator[Person]:
        for person in people:
            if person.about_done:
                self.ids_.append(person.id)
                yield person

    def _sift(self, starts: Sequence[int]) -> "Sieve":
        sieve, quick = Sieve(self), Quick(self.asked_)
        for start in starts:
            sieve.add(start, quick.totals(self.said_.rows(slice(start, start + self.chunk))))
        sieve.settle()
        return sieve

    def ordered(self, r: int, people: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """The best of these people for role r and their exact totals, as `RoleScorer` orders them."""
        totals = total_of(self.asked_, r, self.said_.rows(people))
        people, totals = people[~np.isnan(totals)], totals[~np.isnan(totals)]
        order = np.lexsort((self.turn_[people], -np.round(totals, 9)))[: self.keep]
        return people[order], totals[order]

    def _best(self, r: int, people: NDArray[np.intp]) -> Best:
        best, totals = self.ordered(r, people)
        return Best(tuple(self.ids_[i] for i in best), tuple(totals.tolist()))


class Quick:
    """Totals of a chunk of people for all roles by products in 32 bits."""

    def __init__(self, asked: Asked) -> None:
        parts = (asked.own, asked.dates, asked.groups, asked.known)
        self.own, self.dates, self.groups, self.known = (part.T.astype(np.float32) for part in parts)
        self.most_gap = asked.most_gap.astype(np.float32)
        self.enough = (asked.needed == 0).astype(np.float32)
        self.needed = np.where(asked.needed > 0, asked.needed, 1).astype(np.float32)

    def totals(self, said: Said) -> NDArray[np.float32]:
        """(people, roles); -1 or less where there is no total."""
        points = said.own.astype(np.float32) @ self.own
        dates = said.dates.astype(np.float32) @ self.dates
        share = said.hours.astype(np.float32)[:, None] / self.needed
        share += self.enough
        dates *= np.minimum(share, 1, out=share)
        points += dates
        gap = np.matmul(said.groups.astype(np.float32), self.groups, out=dates)
        points += np.minimum(gap, self.most_gap, out=gap)
        counted = np.matmul(said.known.astype(np.float32), self.known, out=share)
        nothing = counted <= 0
        if nothing.any():
            points[nothing], counted[nothing] = -1, 1
        points /= counted
        return points


class Sieve:
    """Whoever may be among the best of each role so far; never loses one of them."""

    def __init__(self, scorer: PoolScorer) -> None:
        self.scorer = scorer
        self.least = np.full(len(scorer.roles), -0.5, dtype=np.float32)
        self.hits: list[Hits] = []
        self.waiting = 0

    def add(self, first: int, totals: NDArray[np.float32]) -> None:
        """Take in a chunk of people, the first of whom has this place in the pool."""
        flat = np.flatnonzero(totals >= self.least)
        people, roles = np.divmod(flat, len(self.least)) if len(flat) else (flat, flat)
        self.hits.append((roles, people + first, totals.ravel()[flat]))
        self.waiting += len(flat)
        if self.waiting > max(4 * self.scorer.keep * len(self.least), totals.size):
            self.settle()

    def settle(self) -> None:
        """Let go of everybody who cannot be among the best any more."""
        kept: list[Hits] = []
        for r, people, totals in self._by_role():
            near, nearly = self._narrowed(r, people, totals)
            kept.append((np.full(len(near), r), near, nearly))
        self.hits = kept
        # What has been settled once waits no more; only newcomers fill the sieve again.
        self.waiting = 0

    def _narrowed(
        self, r: int, people: NDArray[np.intp], totals: NDArray[np.float32]
    ) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        keep, error = self.scorer.keep, self.scorer.error_
        if len(people) <= keep:
            return people, totals
        worst = np.partition(totals, len(totals) - keep)[len(totals) - keep]
        self.least[r] = max(self.least[r], np.float32(worst - 2.1 * error))
        near = totals >= self.least[r]
        people, totals = people[near], totals[near]
        if len(people) > 4 * keep:
            chosen, _ = self.scorer.ordered(r, people)
            among = np.isin(people, chosen)
            people, totals = people[among], totals[among]
        return people, totals

    def people_by_role(self) -> Iterator[tuple[int, NDArray[np.intp]]]:
        """Each role that anybody is left for, with their places in the pool."""
        for r, people, _ in self._by_role():
            yield r, people

    def _by_role(self) -> Iterator[tuple[int, NDArray[np.intp], NDArray[np.float32]]]:
        if not self.hits:
            return
        roles, people, totals = (np.concatenate(each) for each in zip(*self.hits, strict=True))
        order = np.argsort(roles, kind="stable")
        roles, people, totals = roles[order], people[order], totals[order]
        begins = np.flatnonzero(np.diff(roles, prepend=-1))
        for begin, end in zip(begins, np.append(begins, len(roles))[1:], strict=False):
            yield int(roles[begin]), people[begin:end], totals[begin:end]
