"""Why a seat stayed empty, in plain words, and the least that would have filled it."""

from collections import Counter

import numpy as np

from .arrays import Arrays, Seats
from .plan import WhyUnfilled
from .problem import Person, Workstream
from .rules import ROOM, attendance, obstacles

TEXTS = {
    "nobody_eligible": "Nobody else is eligible.",
    "organisation": "Everyone else who is eligible comes from the same organisation as somebody in this workstream.",
    "conflict": "Everyone else who is eligible is in conflict with somebody in this workstream.",
    "load": "Everyone else who is eligible already does as much as they offered.",
    "slots": "Everyone else who is eligible sits in a workstream that meets at the same time.",
    "pinned": "Everyone else who is eligible is kept away by a pin.",
}
MOSTLY = {
    "organisation": "Most others who are eligible come from the same organisation as somebody in this workstream.",
    "conflict": "Most others who are eligible are in conflict with somebody in this workstream.",
    "load": "Most others who are eligible already do as much as they offered.",
    "slots": "Most others who are eligible sit in a workstream that meets at the same time.",
    "pinned": "Most others who are eligible are kept away by a pin.",
}
LOOSENINGS = {
    "organisation": "One more eligible person from another organisation",
    "conflict": "One more eligible person who is in conflict with nobody here",
    "load": "One more workstream, with its hours, for one of {count}",
    "slots": "Another time for one of the meetings that clash",
    "pinned": "Without the pin, one of {count} could sit here",
}
NOBODY = "One more eligible person"


def why_unfilled(arrays: Arrays, seats: Seats, w: int) -> WhyUnfilled:
    """The commonest thing that keeps the eligible people from the empty seat, or that there are none."""
    others = [int(i) for i in np.flatnonzero(arrays.eligible[w]) if i not in seats[w]]
    if not others:
        return _nobody_eligible(arrays, seats, w)
    counted = Counter(_hindrance(arrays, seats, w, i) for i in others)
    code = max(LOOSENINGS, key=lambda each: counted[each])
    words = TEXTS if counted[code] == len(others) else MOSTLY
    return WhyUnfilled(code, words[code], LOOSENINGS[code].format(count=_people(counted[code])))


def _hindrance(arrays: Arrays, seats: Seats, w: int, i: int) -> str:
    mates = [j for j in seats[w] if arrays.are_apart(i, j)]
    held = [other for other in range(arrays.m) if i in seats[other]]
    if any((w, j) in arrays.pinned for j in mates) or any((other, i) in arrays.pinned for other in held):
        return "pinned"
    if mates:
        own = arrays.people[i].organisation
        same = own is not None and any(arrays.people[j].organisation == own for j in mates)
        return "organisation" if same else "conflict"
    if set(held) & set(arrays.clashing[w]):
        return "slots"
    return "load"


def _nobody_eligible(arrays: Arrays, seats: Seats, w: int) -> WhyUnfilled:
    workstream = arrays.workstreams[w]
    near: dict[str, list[Person]] = {}
    for i, person in enumerate(arrays.people):
        reasons = obstacles(arrays.problem, person, workstream)
        if i not in seats[w] and len(reasons) == 1:
            near.setdefault(reasons[0], []).append(person)
    loosenings = {reason: _loosening(reason, people, workstream) for reason, people in sorted(near.items())}
    # A conflict of interest is no rule to be loosened, and without a score there is nothing to go by.
    open_to = [reason for reason in loosenings if reason not in ("interest", "score")]
    best = max(open_to, key=lambda reason: len(near[reason]), default=None)
    return WhyUnfilled("nobody_eligible", TEXTS["nobody_eligible"], loosenings[best] if best else NOBODY)


def _loosening(reason: str, people: list[Person], workstream: Workstream) -> str:
    count = _people(len(people))
    if reason.startswith("must_have:"):
        return f"Without the must-have {reason.removeprefix('must_have:')}, {count} would be eligible"
    if reason == "attendance":
        best = max(attendance(person, workstream) for person in people)
        reached = sum(attendance(person, workstream) >= best - ROOM for person in people)
        return (
            f"If {int(100 * best + ROOM)} % of the meetings were enough, {_people(reached)} would be eligible"
        )
    if reason == "hours":
        most = max(person.hours for person in people if person.hours is not None)
        reached = sum(person.hours is not None and person.hours >= most for person in people)
        return (
            f"If it took {most:g} hours instead of {workstream.hours:g}, {_people(reached)} would be eligible"
        )
    return f"Without the rule that keeps them away ({reason}), {count} would be eligible"


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"
