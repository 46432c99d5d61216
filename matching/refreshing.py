"""How much better a plan could be for 0, 1, 2 ... changes to what people have been told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any

from .arrays import Arrays
from .assigning import as_plan
from .goals import Goals
from .loading import load_problem
from .plan import Plan
from .problem import Problem
from .watching import Progress, Watch

SAME = 1e-6


@dataclass(frozen=True)
class FrontierPoint:
    """The best plan with at most this many changes."""

    changes: int
    plan: Plan

    @property
    def value(self) -> float:
        """The plan's value in points."""
        return self.plan.value

    @property
    def bound(self) -> float | None:
        """What no plan with so few changes, as good in the goals before, can exceed."""
        return self.plan.bound

    def to_dict(self) -> dict[str, Any]:
        """The point as the command line says it."""
        return {
            "changes": self.changes,
            "value": self.value,
            "bound": self.bound,
            "plan": self.plan.to_dict(),
        }


def refresh_frontier(
    problem: Problem | Mapping[str, Any],
    *,
    points: int | None = None,
    max_gap: float = 0.0,
    time_limit: float = 60.0,
    progress: Callable[[Progress], object] | None = None,
    stop: Callable[[], bool] | None = None,
) -> list[FrontierPoint]:
    """The best plan and its bound for 0, 1, 2 ... changes, until more changes make nothing better.

    The first point is "repair only": everybody who can stay stays. Where one more change gains nothing the
    plan of the point before is kept, so nobody is moved for nothing. A ``max_changes`` of the problem
    ends the curve there.

    :param points: at most so many.
    :param time_limit: seconds for all points together.
    :param progress: called after each stage of each point, as :class:`matching.PairAssigner` does.
    :param stop: once it is true, the points found so far and the one under way are the answer.
    :raises BadInput: the problem cannot be read.
    """
    asked = problem if isinstance(problem, Problem) else load_problem(problem)
    watch = Watch(time_limit, progress, stop)
    arrays = Arrays(asked)
    most = len(arrays.tenable) if asked.max_changes is None else min(asked.max_changes, len(arrays.tenable))
    goal = _best(arrays, most, max_gap, watch)
    found: list[FrontierPoint] = []
    for allowed in range(most + 1):
        if (points is not None and len(found) >= points) or (found and stop is not None and stop()):
            break
        plan = goal if allowed == most else _best(arrays, allowed, max_gap, watch)
        if found and not _better(asked, plan, found[-1].plan):
            plan = replace(found[-1].plan, bound=plan.bound, status=plan.status, seconds=plan.seconds)
        found.append(FrontierPoint(allowed, plan))
        if not _better(asked, goal, plan):
            break
    return found


def _best(arrays: Arrays, allowed: int, max_gap: float, watch: Watch) -> Plan:
    began = monotonic()
    goals = Goals(arrays, max_changes=allowed, max_gap=max_gap, engine="exact", watch=watch)
    return as_plan(arrays, goals.reached(), seconds=monotonic() - began)


def _better(problem: Problem, one: Plan, other: Plan) -> bool:
    """Whether one plan is better than the other in the order of the goals."""
    for mine, theirs in zip(_goals(problem, one), _goals(problem, other), strict=True):
        if abs(mine - theirs) > SAME * max(1.0, abs(mine)):
            return mine > theirs
    return False


def _goals(problem: Problem, plan: Plan) -> tuple[float, ...]:
    worst = (plan.worst or 0.0) if problem.objective == "worst_first" else 0.0
    return (-plan.seats_unfilled, -len(plan.alone), worst, plan.value)
