"""From problem/1 as JSON to a checked problem."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from os import PathLike
from typing import Any, TypeVar

from .problem import OBJECTIVES, PROBLEM_FORMAT, Person, Problem, Seating, Workstream
from .reading import BadInput, items, mapping, number, pair, read_json, shown, text, whole, words
from .rules import check_pins

Record = TypeVar("Record", Person, Workstream)


def load_problem(source: Mapping[str, Any] | str | PathLike[str]) -> Problem:
    """Check a problem/1 document and freeze it.

    :param source: the parsed document, or the path of a JSON file (``-`` for standard input).
    :raises BadInput: one line naming the field: an unknown key or id, an id given twice, a figure that is
        negative, huge or not a number, or a pin that breaks a rule or contradicts another pin.

    >>> problem = load_problem({"people": [{"id": "p1"}], "workstreams": [{"id": "W1"}], "scores": {"W1": {"p1": 70}}})
    >>> problem.workstreams[0].seats
    2
    """
    raw = source if isinstance(source, Mapping) else read_json(source)
    known = ["format", *(each.name for each in fields(Problem))]
    raw = mapping(raw, "problem", known=known, needed=("people", "workstreams", "scores"))
    _one_of(raw.pop("format", PROBLEM_FORMAT), "format", (PROBLEM_FORMAT,))
    people = _each(raw.pop("people"), "people", _person)
    workstreams = _each(raw.pop("workstreams"), "workstreams", _workstream)
    rest = _Rest({person.id for person in people}, {workstream.id for workstream in workstreams})
    problem = Problem(
        people, workstreams, **{name: getattr(rest, name)(value) for name, value in raw.items()}
    )
    check_pins(problem)
    return problem


def _each(value: Any, name: str, read: Callable[[Any, str], Record]) -> tuple[Record, ...]:
    records = tuple(read(entry, f"{name}[{index}]") for index, entry in enumerate(items(value, name)))
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            raise BadInput(f"{name}: the id {shown(record.id)} is given twice")
        seen.add(record.id)
    return records


def _person(value: Any, field: str) -> Person:
    raw = mapping(value, field, known=[each.name for each in fields(Person)], needed=("id",))
    organisation, hours = raw.get("organisation"), raw.get("hours")
    return Person(
        id=text(raw["id"], f"{field}.id"),
        organisation=None if organisation is None else text(organisation, f"{field}.organisation"),
        max_workstreams=whole(raw.get("max_workstreams", 1), f"{field}.max_workstreams"),
        hours=None if hours is None else number(hours, f"{field}.hours"),
        tags=words(raw.get("tags", []), f"{field}.tags"),
        groups=words(raw.get("groups", []), f"{field}.groups"),
        slots=words(raw.get("slots", []), f"{field}.slots"),
    )


def _workstream(value: Any, field: str) -> Workstream:
    raw = mapping(value, field, known=[each.name for each in fields(Workstream)], needed=("id",))
    wants = mapping(raw.get("wants", {}), f"{field}.wants")
    return Workstream(
        id=text(raw["id"], f"{field}.id"),
        seats=whole(raw.get("seats", 2), f"{field}.seats", most=1000),
        hours=number(raw.get("hours", 0), f"{field}.hours"),
        slots=words(raw.get("slots", []), f"{field}.slots"),
        min_attendance=number(raw.get("min_attendance", 1), f"{field}.min_attendance", most=1),
        slot_value=number(raw.get("slot_value", 0), f"{field}.slot_value"),
        must_have=words(raw.get("must_have", []), f"{field}.must_have"),
        wants={
            text(tag, f"{field}.wants"): number(weight, f"{field}.wants.{tag}")
            for tag, weight in wants.items()
        },
    )


def _one_of(value: Any, field: str, names: tuple[str, ...]) -> str:
    if value not in names:
        raise BadInput(f"{field}: must be {' or '.join(names)}, not {shown(value)}")
    return str(value)


class _Rest:
    """One reader for each field beside people and workstreams, under the field's own name."""

    def __init__(self, people: set[str], workstreams: set[str]) -> None:
        self._people = people
        self._workstreams = workstreams

    def objective(self, value: Any) -> str:
        return _one_of(value, "objective", OBJECTIVES)

    def scores(self, value: Any) -> dict[str, dict[str, float]]:
        found = {}
        for workstream, row in mapping(value, "scores").items():
            field = f"scores.{self._known(workstream, 'scores', self._workstreams)}"
            found[workstream] = {
                self._known(person, field, self._people): number(score, f"{field}.{person}")
                for person, score in mapping(row, field).items()
            }
        return found

    def conflicts(self, value: Any) -> frozenset[Seating]:
        found = frozenset(pair(entry, "conflicts") for entry in items(value, "conflicts"))
        for one, other in sorted(found):
            self._known(one, "conflicts", self._people)
            if self._known(other, "conflicts", self._people) == one:
                raise BadInput(f"conflicts: {shown(one)} cannot be in conflict with themselves")
        return found

    def interests(self, value: Any) -> frozenset[Seating]:
        return self._seatings(value, "interests")

    def pins(self, value: Any) -> frozenset[Seating]:
        return self._seatings(value, "pins")

    def forbids(self, value: Any) -> frozenset[Seating]:
        return self._seatings(value, "forbids")

    def incumbents(self, value: Any) -> frozenset[Seating]:
        return self._seatings(value, "incumbents")

    def targets(self, value: Any) -> dict[str, int]:
        wanted = mapping(value, "targets")
        return {text(group, "targets"): whole(least, f"targets.{group}") for group, least in wanted.items()}

    def target_weight(self, value: Any) -> float:
        return number(value, "target_weight")

    def max_changes(self, value: Any) -> int | None:
        return None if value is None else whole(value, "max_changes")

    def _seatings(self, value: Any, field: str) -> frozenset[Seating]:
        found = frozenset(pair(entry, field) for entry in items(value, field))
        for person, workstream in sorted(found):
            self._known(person, field, self._people)
            self._known(workstream, field, self._workstreams)
        return found

    def _known(self, name: str, field: str, names: set[str]) -> str:
        if name not in names:
            raise BadInput(f"{field}: {shown(name)} is not the id of anybody or anything listed")
        return name
