"""Who would be most missed: what the best plan would be worth if one of its people left."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from .assigning import PairAssigner
from .loading import load_problem
from .plan import Plan
from .problem import Problem


@dataclass(frozen=True)
class Missed:
    """What the best plan without this person loses: points of value, seats that fall empty, people left alone.

    ``proven`` says that the plan without them is proven best, so that the loss is exact.
    """

    person: str
    points: float
    seats_lost: int
    left_alone: int
    proven: bool

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return dict(vars(self))


def most_missed(
    problem: Problem | Mapping[str, Any], plan: Plan, *, time_limit: float = 60.0
) -> list[Missed]:
    """The people of a plan, whoever would be missed most first: solved again without each of them.

    Everybody else may move as the problem allows; with ``max_changes`` 0 nobody does.

    :param time_limit: seconds for each person.
    :raises BadInput: the problem cannot be read.

    >>> problem = {"people": [{"id": "p1"}, {"id": "p2"}, {"id": "p3"}], "workstreams": [{"id": "W1"}],
    ...            "scores": {"W1": {"p1": 70, "p2": 50, "p3": 45}}}
    >>> [(each.person, each.points) for each in most_missed(problem, PairAssigner().fit(problem).plan_)]
    [('p1', 25.0), ('p2', 5.0)]
    """
    asked = problem if isinstance(problem, Problem) else load_problem(problem)
    chosen = sorted({person for person, _ in plan.seatings})
    found = [_missed(asked, plan, person, time_limit) for person in chosen]
    return sorted(found, key=lambda each: (-each.seats_lost, -each.left_alone, -each.points, each.person))


def _missed(problem: Problem, plan: Plan, person: str, time_limit: float) -> Missed:
    without = PairAssigner(time_limit=time_limit).fit(problem_without(problem, person)).plan_
    return Missed(
        person=person,
        points=plan.value - without.value,
        seats_lost=without.seats_unfilled - plan.seats_unfilled,
        left_alone=len(without.alone) - len(plan.alone),
        proven=without.status == "optimal",
    )


def problem_without(problem: Problem, person: str) -> Problem:
    """The same problem after somebody has gone: their pins and seats go with them."""
    return replace(
        problem,
        forbids=problem.forbids | {(person, each.id) for each in problem.workstreams},
        pins=frozenset(seating for seating in problem.pins if seating[0] != person),
        incumbents=frozenset(seating for seating in problem.incumbents if seating[0] != person),
    )
