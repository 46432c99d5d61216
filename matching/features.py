"""Roles and people as matrices, in which a total is a few products and one division."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from .gaps import reference_gain
from .records import REACH, SCORES, Person, Role
from .scoring import lived_strength

Floats = NDArray[np.float64]
KNOWN = ("skills", "lived", "communities", "meetings", "hours", "groups")
SCORE_OF = dict(
    zip(KNOWN, ("skills", "lived", "connections", "availability", "availability", "gap"), strict=True)
)
BLOCK = 4096
# Hours not told hold nothing back: more than any role needs.
PLENTY = 1e9


class Columns:
    """What the roles ask of anybody, one column each, in a stable order.

    >>> Columns([Role(skills={"finance": 3}), Role(skills={"finance": 1, "challenge": 1})]).skills
    {'challenge': 0, 'finance': 1}
    """

    def __init__(self, roles: Sequence[Role]) -> None:
        self.skills = _places(code for role in roles for code in role.skills)
        self.lived = _places(
            (code, tuple(sorted(asked.perspectives))) for role in roles for code, asked in role.lived.items()
        )
        self.asked_of = {
            (code, tuple(sorted(asked.perspectives))): asked
            for role in roles
            for code, asked in role.lived.items()
        }
        self.communities = _places(code for role in roles for code in role.communities)
        self.meetings = _places(meeting for role in roles for meeting in role.meetings)
        self.groups = _places(group for role in roles for group in role.targets)
        self.own = len(self.skills) + len(self.lived) + len(self.communities) + 1


@dataclass(frozen=True)
class Asked:
    """What m roles ask, a row a role, weights adding up to 1.

    own (m, d): points of skills, lived, communities and breadth; dates (m, e): of meetings, and of hours where
    there are none; needed (m,): hours; groups (m, g): of the gap, at most most_gap (m,); known (m, 6): the
    weight that counts where KNOWN is known.
    """

    own: Floats
    dates: Floats
    needed: Floats
    groups: Floats
    most_gap: Floats
    known: Floats


@dataclass(frozen=True)
class Said:
    """What n people have said, a row a person; nought where nothing is said, and known (n, 6) tells which.

    own (n, d): strengths, reach and breadth; dates (n, e): meetings that can be attended, and 1 where the hours
    are told; hours (n,): a month; groups (n, g): 0 or 1.
    """

    own: Floats
    dates: NDArray[np.uint8]
    hours: Floats
    groups: NDArray[np.uint8]
    known: NDArray[np.uint8]

    def rows(self, places: slice | NDArray[np.intp]) -> "Said":
        """The same of some of the people."""
        return Said(*(getattr(self, name)[places] for name in self.__dataclass_fields__))


def asked_by(roles: Sequence[Role], columns: Columns, references: Sequence[float]) -> Asked:
    """The roles' weights and wants; references are the gap gains that count as 100, nought for none."""
    m = len(roles)
    own, dates = np.zeros((m, columns.own)), np.zeros((m, len(columns.meetings) + 1))
    groups, known = np.zeros((m, len(columns.groups))), np.zeros((m, len(KNOWN)))
    for r, (role, reference) in enumerate(zip(roles, references, strict=True)):
        share = {name: role.weights.get(name, 0.0) / sum(role.weights.values()) for name in SCORES}
        asks = asked_for(role, reference)
        known[r] = [share[SCORE_OF[name]] * (name in asks) for name in KNOWN]
        own[r] = _own_wants(role, columns, share)
        points = 100 * share["availability"]
        if role.meetings:
            dates[r, [columns.meetings[each] for each in role.meetings]] = points / len(role.meetings)
        elif role.hours:
            dates[r, -1] = points
        for group, target in role.targets.items():
            if reference:
                groups[r, columns.groups[group]] = 100 * share["gap"] * target.next_gain / reference
    most = 100 * known[:, KNOWN.index("groups")]
    return Asked(own, dates, np.array([role.hours for role in roles], dtype=float), groups, most, known)


def asked_for(role: Role, reference: float) -> set[str]:
    """Which of KNOWN decide whether a score of the role is known."""
    asks = {
        "skills": any(role.skills.values()),
        "lived": any(each.weight for each in role.lived.values()),
        "communities": role.breadth or any(role.communities.values()),
        "meetings": role.meetings,
        "hours": role.hours and not role.meetings,
        "groups": reference,
    }
    return {name for name, wanted in asks.items() if wanted}


def said_by(people: Iterable[Person], columns: Columns) -> Said:
    """The people's answers, read in blocks, so that a stream of people is enough."""
    stream, blocks = iter(people), []
    while block := list(islice(stream, BLOCK)):
        blocks.append(_said_in_block(block, columns))
    if not blocks:
        blocks.append(_said_in_block([], columns))
    return Said(*(_joined([getattr(block, name) for block in blocks]) for name in Said.__dataclass_fields__))


def references_of(roles: Sequence[Role], said: Said, columns: Columns) -> list[float]:
    """Each role's own reference gain where frozen, otherwise the greatest gain of anybody in the pool."""
    combinations = {tuple(row) for row in np.unique(said.groups, axis=0)} if len(columns.groups) else set()
    names = list(columns.groups)
    pool = [tuple(name for name, held in zip(names, row, strict=True) if held) for row in combinations]
    return [
        reference_gain(role.targets, pool) if role.reference_gain is None else role.reference_gain
        for role in roles
    ]


def total_of(asked: Asked, r: int, said: Said) -> Floats:
    """Exact totals (n,) for role r, row by row, so that nobody else's row matters; NaN where there is none."""
    needed = asked.needed[r]
    hours = np.minimum(1.0, said.hours / needed) if needed else 1.0
    points = (said.own * asked.own[r]).sum(axis=1)
    points += (said.dates * asked.dates[r]).sum(axis=1) * hours
    points += np.minimum((said.groups * asked.groups[r]).sum(axis=1), asked.most_gap[r])
    counted = (said.known * asked.known[r]).sum(axis=1)
    return np.divide(points, counted, out=np.full(len(points), np.nan), where=counted > 0)


def _own_wants(role: Role, columns: Columns, share: dict[str, float]) -> Floats:
    skills, lived, reach = (
        np.zeros(len(columns.skills)),
        np.zeros(len(columns.lived)),
        np.zeros(len(columns.communities) + 1),
    )
    for code, weight in role.skills.items():
        skills[columns.skills[code]] = weight
    for code, asked in role.lived.items():
        lived[columns.lived[code, tuple(sorted(asked.perspectives))]] = asked.weight
    for code, weight in role.communities.items():
        reach[columns.communities[code]] = weight
    reach[-1] = role.breadth
    facets = (("skills", skills), ("lived", lived), ("connections", reach))
    return np.concatenate([100 * share[name] * wants / (wants.sum() or 1.0) for name, wants in facets])


def _said_in_block(people: Sequence[Person], columns: Columns) -> Said:
    own, n = np.zeros((len(people), columns.own)), len(people)
    dates = np.zeros((n, len(columns.meetings) + 1), dtype=np.uint8)
    groups = np.zeros((n, len(columns.groups)), dtype=np.uint8)
    for i, person in enumerate(people):
        for column, value in _own_answers(person, columns):
            own[i, column] = value
        dates[i, [columns.meetings[each] for each in person.meetings or () if each in columns.meetings]] = 1
        dates[i, -1] = person.hours is not None
        groups[i, [columns.groups[each] for each in person.groups or () if each in columns.groups]] = 1
    hours = np.array([PLENTY if person.hours is None else person.hours for person in people], dtype=float)
    known = [[getattr(person, name) is not None for name in KNOWN] for person in people]
    return Said(own, dates, hours, groups, np.array(known, dtype=np.uint8).reshape(n, len(KNOWN)))


def _own_answers(person: Person, columns: Columns) -> Iterator[tuple[int, float]]:
    for code, strength in (person.skills or {}).items():
        if code in columns.skills:
            yield columns.skills[code], strength
    if person.lived:
        codes = {each.code for each in person.lived}
        for (code, _), place in columns.lived.items():
            if code in codes:
                asked = columns.asked_of[code, _]
                yield len(columns.skills) + place, lived_strength(person, code, asked)
    first = len(columns.skills) + len(columns.lived)
    reach = {code: REACH[word] for code, word in (person.communities or {}).items()}
    for code, value in reach.items():
        if code in columns.communities:
            yield first + columns.communities[code], value
    yield columns.own - 1, 1 - 0.6 ** sum(reach[code] for code in sorted(reach))


def _joined(blocks: list[NDArray]) -> NDArray:
    n = sum(len(block) for block in blocks)
    whole = np.empty((n, *blocks[0].shape[1:]), dtype=blocks[0].dtype)
    while blocks:
        n -= len(blocks[-1])
        block = blocks.pop()
        whole[n : n + len(block)] = block
    return whole


def _places(names: Iterable) -> dict:
    return {name: place for place, name in enumerate(sorted(set(names)))}
