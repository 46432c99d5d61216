"""The price of an override: the same problem solved again with what a person decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .assigning import PairAssigner
from .loading import load_problem
from .plan import Plan
from .problem import Problem, Seating
from .rules import check_pins


@dataclass(frozen=True)
class Override:
    """What an override costs: points of value, seats that fall empty, people left alone; and the best plan with it."""

    price: float
    seats_lost: int
    left_alone: int
    plan: Plan


def price_of_override(
    problem: Problem | Mapping[str, Any],
    plan: Plan,
    *,
    pins: Iterable[Seating] = (),
    forbids: Iterable[Seating] = (),
    time_limit: float = 60.0,
) -> Override:
    """Solve again with these (person, workstream) pins and forbids added, and compare with ``plan``.

    :raises BadInput: a pin is not eligible or contradicts another.
    """
    asked = problem if isinstance(problem, Problem) else load_problem(problem)
    changed = replace(asked, pins=asked.pins | set(pins), forbids=asked.forbids | set(forbids))
    check_pins(changed)
    again = PairAssigner(time_limit=time_limit).fit(changed).plan_
    return Override(
        price=plan.value - again.value,
        seats_lost=again.seats_unfilled - plan.seats_unfilled,
        left_alone=len(again.alone) - len(plan.alone),
        plan=again,
    )
