"""Who may sit in which workstream, and which seatings go together."""

from collections.abc import Iterable
from itertools import combinations

from .problem import Person, Problem, Seating, Workstream
from .reading import BadInput, shown

# Sums of hours are compared with this much room, so that 0.1 + 0.2 fits into 0.3.
ROOM = 1e-9


def attendance(person: Person, workstream: Workstream) -> float:
    """Share of the workstream's meetings the person can attend, from 0 to 1; 1 where there are none."""
    if not workstream.slots:
        return 1.0
    return len(workstream.slots & person.slots) / len(workstream.slots)


def obstacles(problem: Problem, person: Person, workstream: Workstream) -> list[str]:
    """Every reason why the person is not eligible for the workstream, empty if they are.

    The reasons are ``score``, ``must_have:TAG``, ``attendance``, ``hours``, ``interest`` and ``forbid``.
    """
    seating = (person.id, workstream.id)
    found = [f"must_have:{tag}" for tag in sorted(workstream.must_have - person.tags)]
    if person.id not in problem.scores.get(workstream.id, {}):
        found.append("score")
    if attendance(person, workstream) + ROOM < workstream.min_attendance:
        found.append("attendance")
    if person.hours is not None and workstream.hours > person.hours + ROOM:
        found.append("hours")
    if seating in problem.interests:
        found.append("interest")
    if seating in problem.forbids:
        found.append("forbid")
    return found


def contradictions(problem: Problem, seatings: Iterable[Seating]) -> list[str]:
    """Why these seatings cannot all stand at once, in plain words; empty if they can."""
    people = {person.id: person for person in problem.people}
    workstreams = {workstream.id: workstream for workstream in problem.workstreams}
    held: dict[str, list[Workstream]] = {}
    members: dict[str, list[Person]] = {}
    for person, workstream in sorted(set(seatings)):
        held.setdefault(person, []).append(workstreams[workstream])
        members.setdefault(workstream, []).append(people[person])
    return [
        *(line for person, theirs in held.items() for line in _too_much(people[person], theirs)),
        *(line for name, theirs in members.items() for line in _apart(problem, workstreams[name], theirs)),
    ]


def _too_much(person: Person, workstreams: list[Workstream]) -> list[str]:
    found = []
    if len(workstreams) > person.max_workstreams:
        found.append(f"{shown(person.id)} takes at most {person.max_workstreams} workstreams")
    if person.hours is not None and sum(each.hours for each in workstreams) > person.hours + ROOM:
        found.append(f"{shown(person.id)} has {person.hours:g} hours in all")
    for one, other in combinations(workstreams, 2):
        if one.slots & other.slots:
            found.append(
                f"{shown(one.id)} and {shown(other.id)} meet at the same time for {shown(person.id)}"
            )
    return found


def _apart(problem: Problem, workstream: Workstream, people: list[Person]) -> list[str]:
    found = []
    if len(people) > workstream.seats:
        found.append(f"{shown(workstream.id)} has {workstream.seats} seats")
    for one, other in combinations(people, 2):
        if one.organisation is not None and one.organisation == other.organisation:
            found.append(f"{shown(one.id)} and {shown(other.id)} come from the same organisation")
        if problem.conflicts & {(one.id, other.id), (other.id, one.id)}:
            found.append(f"{shown(one.id)} and {shown(other.id)} are in conflict")
    return found


def check_pins(problem: Problem) -> None:
    """Refuse pins that no plan can keep.

    :raises BadInput: a pinned person is not eligible there, or two pins contradict each other.
    """
    people = {person.id: person for person in problem.people}
    workstreams = {workstream.id: workstream for workstream in problem.workstreams}
    for person, workstream in sorted(problem.pins):
        for reason in obstacles(problem, people[person], workstreams[workstream]):
            raise BadInput(f"pins: {shown(person)} is not eligible for {shown(workstream)} ({reason})")
    for line in contradictions(problem, problem.pins):
        raise BadInput(f"pins: they contradict each other: {line}")


def untenable(problem: Problem) -> list[Seating]:
    """Incumbencies that must end: no longer eligible, or a pin or forbid contradicts them; sorted."""
    people = {person.id: person for person in problem.people}
    workstreams = {workstream.id: workstream for workstream in problem.workstreams}
    return [
        (person, workstream)
        for person, workstream in sorted(problem.incumbents)
        if obstacles(problem, people[person], workstreams[workstream])
        or contradictions(problem, problem.pins | {(person, workstream)})
    ]
