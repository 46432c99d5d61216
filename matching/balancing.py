"""The price of balance: what the plan's own value loses as fewer people of the targets may be missing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from .assigning import PairAssigner
from .loading import load_problem
from .plan import Plan
from .problem import Person, Problem, Workstream
from .reading import BadInput

# A value must fall by more than this before a point counts as dearer than the next.
ROOM = 1e-6


@dataclass(frozen=True)
class BalancePoint:
    """The best own value (targets left out) with at most ``shortfall`` people missing, and its bound, in points.

    ``price`` is what is lost against the plan that knows no targets.
    """

    shortfall: int
    value: float
    bound: float | None
    price: float
    shortfalls: Mapping[str, int]
    seatings: frozenset[tuple[str, str]]

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return vars(self) | {
            "shortfalls": dict(self.shortfalls),
            "seatings": [list(each) for each in sorted(self.seatings)],
        }


@dataclass(frozen=True)
class TargetPrice:
    """What one target costs in points, the others kept, and how many people of it the plan gains by it."""

    target: str
    price: float
    gained: int

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return dict(vars(self))


def price_of_balance(problem: Problem | Mapping[str, Any], *, time_limit: float = 60.0) -> list[BalancePoint]:
    """The whole curve, from the plan that knows no targets to where no more shortfall can be closed.

    An exact epsilon-constraint sweep (Haimes, Lasdon and Wismer, 1971), so points off the convex hull are found
    too: places that count as filled are given away in a workstream of their own, one for each person who may be
    missing, and a missing person beyond that costs more than anything can gain. Seats come first, as always: no
    seat is left empty for a target. Points that another beats in both are left out.

    :param time_limit: seconds for each point; ``bound`` says how good its value could still be.

    >>> points = price_of_balance({
    ...     "people": [{"id": "a"}, {"id": "b", "groups": ["g"]}], "workstreams": [{"id": "W", "seats": 1}],
    ...     "scores": {"W": {"a": 70, "b": 60}}, "targets": {"g": 1}})
    >>> [(point.shortfall, point.value, point.price) for point in points]
    [(1, 70.0, 0.0), (0, 60.0, 10.0)]
    """
    asked = problem if isinstance(problem, Problem) else load_problem(problem)
    assigner = PairAssigner(time_limit=time_limit)
    free = assigner.fit(replace(asked, target_weight=0.0)).plan_
    points = [_point(asked, free, free.value, free.bound)]
    hard = _dearest(asked)
    last = _without_targets(asked, assigner.fit(replace(asked, target_weight=hard)).plan_, hard)
    for allowed in range(points[0].shortfall - 1, last.shortfall, -1):
        points.append(_with_at_most(asked, allowed, assigner))
    points.append(last)
    best = [
        each
        for place, each in enumerate(points)
        if all(other.value < each.value - ROOM for other in points[place + 1 :])
    ]
    return [replace(each, price=max(0.0, best[0].value - each.value)) for each in best]


def target_prices(
    problem: Problem | Mapping[str, Any], plan: Plan, *, time_limit: float = 60.0
) -> list[TargetPrice]:
    """What each target costs at the problem's own weight: the plan without it is worth so much more otherwise.

    Never negative for an optimal plan, as the plan itself would still be there without the target.

    >>> problem = {"people": [{"id": "a"}, {"id": "b", "groups": ["g"]}], "workstreams": [{"id": "W", "seats": 1}],
    ...            "scores": {"W": {"a": 70, "b": 60}}, "targets": {"g": 1}, "target_weight": 15}
    >>> target_prices(problem, PairAssigner().fit(problem).plan_)
    [TargetPrice(target='g', price=10.0, gained=1)]
    """
    asked = problem if isinstance(problem, Problem) else load_problem(problem)
    found = []
    for name in sorted(name for name, wanted in asked.targets.items() if wanted):
        others = {each: wanted for each, wanted in asked.targets.items() if each != name}
        without = PairAssigner(time_limit=time_limit).fit(replace(asked, targets=others)).plan_
        missing = plan.shortfalls.get(name, 0)
        kept = plan.value + asked.target_weight * missing
        found.append(TargetPrice(name, without.value - kept, _missing(asked, without)[name] - missing))
    return found


def _with_at_most(problem: Problem, allowed: int, assigner: PairAssigner) -> BalancePoint:
    """The best plan with so many missing; its weight and stand-ins leave the order of goals as it is."""
    hard, names = _dearest(problem), sorted(problem.targets)
    taken = {person.id for person in problem.people} | {each.id for each in problem.workstreams}
    prefix = "stand-in"
    while any(name.startswith(prefix) for name in taken):
        prefix += "'"
    stand_ins = tuple(
        Person(f"{prefix} {name} {place}", tags=frozenset([prefix]), groups=frozenset([name]))
        for name in names
        for place in range(min(allowed, problem.targets[name]))
    )
    room = Workstream(prefix, seats=allowed, wants={prefix: hard})
    wider = replace(
        problem,
        people=problem.people + stand_ins,
        workstreams=(*problem.workstreams, room),
        scores={**problem.scores, prefix: {person.id: 0.0 for person in stand_ins}},
        target_weight=hard,
    )
    plan = assigner.fit(wider).plan_
    real = replace(plan, assignments=tuple(each for each in plan.assignments if each.workstream != prefix))
    return _without_targets(
        problem, replace(real, value=plan.value - hard, bound=_less(plan.bound, hard)), hard
    )


def _less(bound: float | None, amount: float) -> float | None:
    return None if bound is None else bound - amount


def _without_targets(problem: Problem, plan: Plan, weight: float) -> BalancePoint:
    missing = weight * sum(plan.shortfalls.values())
    return _point(problem, plan, plan.value + missing, _less(plan.bound, -missing))


def _point(problem: Problem, plan: Plan, value: float, bound: float | None) -> BalancePoint:
    missing = _missing(problem, plan)
    short = {name: count for name, count in missing.items() if count}
    return BalancePoint(sum(short.values()), value, bound, 0.0, short, plan.seatings)


def _missing(problem: Problem, plan: Plan) -> dict[str, int]:
    chosen = {person for person, _ in plan.seatings}
    held = [person.groups for person in problem.people if person.id in chosen]
    return {
        name: max(0, wanted - sum(name in groups for groups in held))
        for name, wanted in problem.targets.items()
    }


def _dearest(problem: Problem) -> float:
    """More than the values of any two plans can lie apart, targets left out."""
    highest = sum(
        each.seats * max(problem.scores.get(each.id, {}).values(), default=0.0)
        + sum(each.wants.values())
        + each.slot_value * len(each.slots)
        for each in problem.workstreams
    )
    if sum(problem.targets.values()) > 10_000:
        raise BadInput("targets: more than 10000 people are wanted in all")
    return 1.0 + highest
