"""Who sits where: a plan with its value, its bound and its reasons, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .problem import Seating

PLAN_FORMAT = "alongside-plan/1"
STATUSES = ("optimal", "within_gap", "time_limit", "heuristic")


@dataclass(frozen=True)
class WhyUnfilled:
    """Why a seat stayed empty, and the least that would have filled it; both in plain words."""

    code: str
    text: str
    cheapest_loosening: str


@dataclass(frozen=True)
class Alternate:
    """Somebody who could sit there instead; ``price`` is what the plan's value would lose, in points."""

    person: str
    instead_of: str | None
    price: float


@dataclass(frozen=True)
class Pairing:
    """The people of one workstream; ``value`` is ``individual`` (their scores) and ``coverage`` together."""

    workstream: str
    people: tuple[str, ...]
    individual: float
    coverage: float
    covers: Mapping[str, tuple[str, ...]]
    uncovered: tuple[str, ...]
    why_unfilled: WhyUnfilled | None = None
    alternates: tuple[Alternate, ...] = ()

    @property
    def value(self) -> float:
        """What the workstream adds to the plan, in points."""
        return self.individual + self.coverage

    def to_dict(self) -> dict[str, Any]:
        """The pairing as plan/1 says it."""
        return {
            "workstream": self.workstream,
            "people": list(self.people),
            "value": self.value,
            "individual": self.individual,
            "coverage": self.coverage,
            "covers": {tag: list(holders) for tag, holders in self.covers.items()},
            "uncovered": list(self.uncovered),
            "why_unfilled": dict(vars(self.why_unfilled)) if self.why_unfilled else None,
            "alternates": [dict(vars(each)) for each in self.alternates],
        }


@dataclass(frozen=True)
class Changes:
    """What happens to standing people; ``untenable`` seatings had to end and are not among the removed."""

    removed: tuple[Seating, ...] = ()
    added: tuple[Seating, ...] = ()
    untenable: tuple[Seating, ...] = ()

    def to_dict(self) -> dict[str, list[list[str]]]:
        """The changes as plan/1 says them."""
        return {name: [list(seating) for seating in seatings] for name, seatings in vars(self).items()}


@dataclass(frozen=True)
class Plan:
    """An answer: ``bound`` is a value that no plan as good in the goals before can exceed, None if unknown."""

    status: str
    value: float
    bound: float | None
    worst: float | None
    worst_bound: float | None
    seats_unfilled: int
    alone: tuple[str, ...]
    assignments: tuple[Pairing, ...]
    shortfalls: Mapping[str, int] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)
    seconds: float = 0.0

    @property
    def gap(self) -> float | None:
        """(bound - value) / max(1, |bound|); None where there is no bound."""
        return None if self.bound is None else (self.bound - self.value) / max(1.0, abs(self.bound))

    @property
    def seatings(self) -> frozenset[Seating]:
        """Every chosen person with their workstream."""
        return frozenset((person, each.workstream) for each in self.assignments for person in each.people)

    def to_dict(self) -> dict[str, Any]:
        """The plan as plan/1, ready for JSON."""
        return {
            "format": PLAN_FORMAT,
            "status": self.status,
            "value": self.value,
            "bound": self.bound,
            "gap": self.gap,
            "worst": self.worst,
            "worst_bound": self.worst_bound,
            "seats_unfilled": self.seats_unfilled,
            "alone": list(self.alone),
            "assignments": [each.to_dict() for each in self.assignments],
            "shortfalls": dict(self.shortfalls),
            "changes": self.changes.to_dict(),
            "seconds": self.seconds,
        }
