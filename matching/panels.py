"""From a mix of panels to whole tickets with people on them."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from math import lcm

import numpy as np

from .peeling import Mix
from .pool import Kind

TICKETS = 1_000_000
Segment = tuple[int, frozenset[str]]
"""So many tickets in a row carry these people."""


def ticketed(kinds: Sequence[Kind], mix: Mix) -> dict[tuple[str, ...], int]:
    """Tickets of each panel, a million in all; people of one kind hold equally many but for rounding."""
    turns = Turns(kinds)
    tickets: dict[tuple[str, ...], int] = {}
    for counts, number in zip(mix.counts, whole_tickets(mix.shares), strict=True):
        for share, members in overlaid([turns.take(home, counts, number) for home in turns.households]):
            tickets[members] = tickets.get(members, 0) + share
    return dict(sorted(tickets.items()))


def whole_tickets(shares: "np.ndarray") -> list[int]:
    """Shares as whole tickets that add up to a million: the greatest remainders are rounded up."""
    exact = shares / shares.sum() * TICKETS
    tickets = np.floor(exact).astype(int)
    order = np.argsort(-(exact - tickets), kind="stable")
    tickets[order[: TICKETS - int(tickets.sum())]] += 1
    return [int(each) for each in tickets]


class Turns:
    """People of a kind take turns: as the tickets go by, each sits as often as any other."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self._kinds = kinds
        self.households: dict[tuple[tuple[str, ...], ...], list[int]] = {}
        for place, kind in enumerate(kinds):
            self.households.setdefault(kind.household, []).append(place)
        self._held = {name: 0 for kind in kinds for home in kind.homes for name in home}

    def take(
        self, household: tuple[tuple[str, ...], ...], counts: "np.ndarray", tickets: int
    ) -> list[Segment]:
        """Who of these homes sits on which tickets; whoever holds fewest gets the tickets left over."""
        seats = [kind for kind in self.households[household] for _ in range(counts[kind])]
        rounds = list(self._rounds(seats)) if seats else [frozenset()]
        each, over = divmod(tickets, len(rounds))
        first = sorted(
            range(len(rounds)), key=lambda turn: (sum(self._held[name] for name in rounds[turn]), turn)
        )
        extra = set(first[:over])
        segments = [(each + (turn in extra), members) for turn, members in enumerate(rounds)]
        for number, members in segments:
            for name in members:
                self._held[name] += number
        return [segment for segment in segments if segment[0]]

    def _rounds(self, seats: list[int]) -> Iterator[frozenset[str]]:
        """A full cycle: every home has every seat once, and in a home everyone alike has a turn."""
        homes = len(self._kinds[seats[0]].homes)
        copies = lcm(*(len(self._kinds[kind].homes[0]) for kind in seats))
        alike = len(set(seats)) == 1
        starts = sorted({turn * len(seats) % homes for turn in range(homes)}) if alike else range(homes)
        for copy in range(copies):
            for start in starts:
                yield frozenset(
                    self._kinds[kind].homes[home][copy % len(self._kinds[kind].homes[home])]
                    for kind, home in ((kind, (start + seat) % homes) for seat, kind in enumerate(seats))
                )


def overlaid(lanes: list[list[Segment]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Whole panels: on every ticket the people of all lanes together."""
    ends = sorted({int(end) for lane in lanes for end in np.cumsum([number for number, _ in lane])})
    marks = [np.cumsum([number for number, _ in lane]) for lane in lanes]
    began = 0
    for end in ends:
        places = [int(np.searchsorted(mark, began, side="right")) for mark in marks]
        sitting = [lane[place][1] for lane, place in zip(lanes, places, strict=True)]
        yield end - began, tuple(sorted(frozenset().union(*sitting)))
        began = end


def drawn(tickets: dict[tuple[str, ...], int], seed: str) -> tuple[str, ...]:
    """The panel of one ticket: SHA-256 of the seed as UTF-8, as a number, modulo a million.

    Panels stand in the order of their sorted members, each with its tickets one after another.
    """
    ticket = int(sha256(seed.encode("utf-8")).hexdigest(), 16) % TICKETS
    for members in sorted(tickets):
        if ticket < tickets[members]:
            return members
        ticket -= tickets[members]
    raise ValueError("the tickets do not add up to a million")
