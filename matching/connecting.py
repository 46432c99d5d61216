"""Which communities the people of a group reach, and what each person adds."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from .reading import BadInput, items, mapping, text
from .records import REACH, distinct, one_of

Reaches = Mapping[str, Mapping[str, str]]
"""For each person the communities they know, and how: a word of :data:`matching.records.REACH`."""


@dataclass(frozen=True)
class Connections:
    """Communities reached by two people or more, by one alone (and who), and by nobody, each in the order asked."""

    by_more: tuple[str, ...]
    by_one: Mapping[str, str]
    by_nobody: tuple[str, ...]

    def only(self, person: str) -> tuple[str, ...]:
        """The communities that would be lost with this person."""
        return tuple(each for each, who in self.by_one.items() if who == person)

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return asdict(self)


@dataclass(frozen=True)
class Step:
    """The next person in the order of most new communities, and which those are."""

    person: str
    adds: tuple[str, ...]


def connections(people: Reaches, communities: Iterable[str]) -> Connections:
    """Who reaches what; belonging to a community alone is not reach into it.

    :raises BadInput: a community comes twice, or a reach is no word of REACH.

    >>> connections({"ann": {"carers": "active"}, "bo": {"carers": "member"}}, ["carers", "youth"])
    Connections(by_more=(), by_one={'carers': 'ann'}, by_nobody=('youth',))
    """
    reached, asked = _reached(people), _asked(communities)
    holders = {each: [person for person, theirs in reached.items() if each in theirs] for each in asked}
    return Connections(
        by_more=tuple(each for each, who in holders.items() if len(who) > 1),
        by_one={each: who[0] for each, who in holders.items() if len(who) == 1},
        by_nobody=tuple(each for each, who in holders.items() if not who),
    )


def adds(group: Reaches, candidates: Reaches, communities: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What each candidate would add to the group: the communities that nobody in it reaches yet.

    >>> adds({"ann": {"carers": "active"}}, {"cy": {"carers": "leader", "youth": "asks"}}, ["carers", "youth"])
    {'cy': ('youth',)}
    """
    open_ = connections(group, asked := _asked(communities)).by_nobody
    reached = _reached(candidates)
    return {
        person: tuple(each for each in asked if each in open_ and each in theirs)
        for person, theirs in reached.items()
    }


def cover_order(people: Reaches, communities: Iterable[str]) -> list[Step]:
    """Whom to ask first: always the person who adds most communities, until nobody adds any; ties by id.

    The first k reach at least 1 - (1 - 1/k)**k, so more than 63 %, of what any k people could
    (Nemhauser, Wolsey and Fisher, Mathematical Programming 14, 1978).

    >>> [step.person for step in cover_order({"a": {"x": "active"}, "b": {"x": "leader", "y": "asks"}}, ["x", "y"])]
    ['b']
    """
    reached, order = _reached(people), []
    open_ = _asked(communities)
    while reached:
        best = min(reached, key=lambda person: (-len(reached[person] & set(open_)), person))
        theirs = reached.pop(best)
        new = tuple(each for each in open_ if each in theirs)
        if not new:
            break
        order.append(Step(best, new))
        open_ = [each for each in open_ if each not in new]
    return order


def _asked(communities: Iterable[str]) -> list[str]:
    if isinstance(communities, str):
        raise BadInput("communities: must be a list")
    asked = [text(each, "communities") for each in items(list(communities), "communities")]
    distinct(asked, "communities")
    return asked


def _reached(people: Reaches) -> dict[str, frozenset[str]]:
    found = {}
    for person, known in mapping(people, "people").items():
        for community, reach in mapping(known, f"people.{person}").items():
            one_of(reach, f"people.{person}.{community}", REACH)
        found[person] = frozenset(community for community, reach in known.items() if REACH[reach] > 0)
    return found
