"""Who is to sit where: the problem as it was set, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

PROBLEM_FORMAT = "alongside-problem/1"
OBJECTIVES = ("total", "worst_first")

Seating = tuple[str, str]
"""A person's id and a workstream's id, in this order."""


@dataclass(frozen=True)
class Person:
    """Somebody who may be chosen; ``hours`` is None where there is no limit."""

    id: str
    organisation: str | None = None
    max_workstreams: int = 1
    hours: float | None = None
    tags: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    slots: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Workstream:
    """A group with seats; a slot is one dated meeting, ``min_attendance`` a share of them from 0 to 1."""

    id: str
    seats: int = 2
    hours: float = 0.0
    slots: frozenset[str] = frozenset()
    min_attendance: float = 1.0
    slot_value: float = 0.0
    must_have: frozenset[str] = frozenset()
    wants: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Problem:
    """Everything the planner may know; :func:`matching.load_problem` makes one from JSON."""

    people: tuple[Person, ...]
    workstreams: tuple[Workstream, ...]
    scores: Mapping[str, Mapping[str, float]]
    objective: str = "total"
    conflicts: frozenset[Seating] = frozenset()
    interests: frozenset[Seating] = frozenset()
    pins: frozenset[Seating] = frozenset()
    forbids: frozenset[Seating] = frozenset()
    targets: Mapping[str, int] = field(default_factory=dict)
    target_weight: float = 1.0
    incumbents: frozenset[Seating] = frozenset()
    max_changes: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """The problem as problem/1, ready for JSON; sets are sorted."""
        return {"format": PROBLEM_FORMAT} | _plain(self)


def _plain(value: Any) -> Any:
    if isinstance(value, Person | Workstream | Problem):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, frozenset):
        return [_plain(each) for each in sorted(value)]
    return [_plain(each) for each in value] if isinstance(value, tuple) else value
