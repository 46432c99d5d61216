"""One rule of one workstream made gentler, as a change of the problem that can be solved again."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .problem import Person, Problem, Workstream
from .rules import ROOM, attendance, obstacles

# Gentlest first: what asks something of nobody, then of the role, then of a person, then of staff.
KINDS = ("max_changes", "slots", "attendance", "hours", "must_have", "load", "person_hours", "pin")


@dataclass(frozen=True)
class Loosening:
    """What would be changed: ``kind`` is one of KINDS, ``about`` a tag, a meeting, or a person's id."""

    kind: str
    workstream: str
    about: str | None
    asked: float | None
    enough: float | None
    text: str

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return dict(vars(self))

    def applied(self, problem: Problem) -> Problem:
        """The problem with this one change."""
        return _APPLIED[self.kind](problem, self)


def loosenings(problem: Problem, workstream: Workstream) -> list[Loosening]:
    """Every single change that could matter to this workstream, the gentlest first; none is tried here."""
    sources = (_changes, _slots, _attendance, _hours, _must_have, _load, _pins)
    found = [each for source in sources for each in source(problem, workstream)]
    return sorted(found, key=lambda each: (KINDS.index(each.kind), _step(each), each.about or ""))


def _step(loosening: Loosening) -> float:
    return abs((loosening.asked or 0.0) - (loosening.enough or 0.0))


def _changes(problem: Problem, w: Workstream) -> Iterator[Loosening]:
    if problem.max_changes is not None:
        asked, more = problem.max_changes, problem.max_changes + 1
        words = f"Allow {more} changes instead of {asked}" if more > 1 else "Allow 1 change instead of none"
        yield Loosening("max_changes", w.id, None, asked, more, words)


def _slots(problem: Problem, w: Workstream) -> Iterator[Loosening]:
    others = {slot for other in problem.workstreams if other.id != w.id for slot in other.slots}
    for slot in sorted(w.slots):
        missed = any(slot not in person.slots for person in problem.people)
        if slot in others or missed:
            yield Loosening(
                "slots", w.id, slot, None, None, f"Hold the meeting {slot} when everybody can come"
            )


def _attendance(problem: Problem, w: Workstream) -> Iterator[Loosening]:
    reached = {attendance(person, w) for person in problem.people}
    for share in sorted((each for each in reached if each + ROOM < w.min_attendance), reverse=True):
        dates = round(share * len(w.slots))
        words = f"Let {dates} of the {len(w.slots)} meetings be enough"
        yield Loosening("attendance", w.id, None, w.min_attendance, share, words)


def _hours(problem: Problem, w: Workstream) -> Iterator[Loosening]:
    offered = {person.hours for person in problem.people if person.hours is not None}
    for hours in sorted((each for each in offered if each + ROOM < w.hours), reverse=True):
        yield Loosening(
            "hours", w.id, None, w.hours, hours, f"Ask for {hours:g} hours instead of {w.hours:g}"
        )


def _must_have(problem: Problem, w: Workstream) -> Iterator[Loosening]:
    for tag in sorted(w.must_have):
        yield Loosening("must_have", w.id, tag, None, None, f"Do without the must-have {tag}")


def _load(problem: Problem, w: Workstream) -> Iterator[Loosening]:
    for person in sorted(problem.people, key=lambda each: each.id):
        reasons = obstacles(problem, person, w)
        if not reasons:
            most = person.max_workstreams
            words = f"Ask {person.id} to take {most + 1} instead of {most}, with {w.hours:g} more hours"
            yield Loosening("load", w.id, person.id, most, most + 1, words)
        elif reasons == ["hours"]:
            words = f"Ask {person.id} for {w.hours:g} hours instead of {person.hours:g}"
            yield Loosening("person_hours", w.id, person.id, person.hours, w.hours, words)


def _pins(problem: Problem, w: Workstream) -> Iterator[Loosening]:
    for person, place in sorted(problem.pins):
        yield Loosening("pin", place, person, None, None, f"Let go of the pin of {person} to {place}")


def _with_workstream(problem: Problem, name: str, **changed: Any) -> Problem:
    changed_one = (replace(each, **changed) if each.id == name else each for each in problem.workstreams)
    return replace(problem, workstreams=tuple(changed_one))


def _with_person(problem: Problem, name: str, **changed: Any) -> Problem:
    return replace(
        problem,
        people=tuple(replace(each, **changed) if each.id == name else each for each in problem.people),
    )


def _of(problem: Problem, name: str) -> Workstream:
    return next(each for each in problem.workstreams if each.id == name)


def _moved_slot(problem: Problem, loosening: Loosening) -> Problem:
    """The meeting on a new date of its own that everybody can attend."""
    name, slot = loosening.workstream, str(loosening.about)
    new = f"{slot} moved"
    known = {each for person in problem.people for each in person.slots}
    known.update(each for workstream in problem.workstreams for each in workstream.slots)
    while new in known:
        new += "'"
    moved = _with_workstream(problem, name, slots=_of(problem, name).slots - {slot} | {new})
    return replace(moved, people=tuple(replace(each, slots=each.slots | {new}) for each in moved.people))


def _more_load(problem: Problem, loosening: Loosening) -> Problem:
    person: Person = next(each for each in problem.people if each.id == loosening.about)
    hours = None if person.hours is None else person.hours + _of(problem, loosening.workstream).hours
    return _with_person(problem, person.id, max_workstreams=person.max_workstreams + 1, hours=hours)


def _without_must_have(problem: Problem, loosening: Loosening) -> Problem:
    asked = _of(problem, loosening.workstream).must_have
    return _with_workstream(problem, loosening.workstream, must_have=asked - {loosening.about})


_APPLIED: Mapping[str, Callable[[Problem, Any], Problem]] = {
    "max_changes": lambda problem, each: replace(problem, max_changes=int(each.enough)),
    "slots": _moved_slot,
    "attendance": lambda problem, each: _with_workstream(
        problem, each.workstream, min_attendance=each.enough
    ),
    "hours": lambda problem, each: _with_workstream(problem, each.workstream, hours=each.enough),
    "must_have": _without_must_have,
    "load": _more_load,
    "person_hours": lambda problem, each: _with_person(problem, each.about, hours=each.enough),
    "pin": lambda problem, each: replace(problem, pins=problem.pins - {(each.about, each.workstream)}),
}
