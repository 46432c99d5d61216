"""Chooses the people of all workstreams at once, and says how good any other choice could be."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from time import monotonic
from typing import Any

from .arrays import Arrays
from .goals import Goals, Outcome
from .loading import load_problem
from .plan import Pairing, Plan
from .pricing import Alternates
from .problem import Problem
from .reading import BadInput, number, whole
from .reporting import changes, filled, pairings
from .watching import Progress, Watch

ENGINES = ("exact", "heuristic")


class PairAssigner:
    """The best plan of a problem, with proof where time allows.

    :param max_gap: stop as soon as (bound - value) / max(1, bound) is no more than this share.
    :param time_limit: seconds; what is best then is the answer, with a bound that is true.
    :param alternates: so many of the cheapest alternates for each seat of a plan that is proven best; each
        costs a few solutions more, so none unless asked for.
    :param engine: ``exact``, or ``heuristic`` for an instant preview without a bound.
    :param progress: called with a :class:`matching.watching.Progress` after each stage; it changes no answer.
    :param stop: asked between the solver's steps; once it is true, what is best then is the answer, as when the time
        is up.

    After :meth:`fit`: ``plan_`` (:class:`matching.plan.Plan`), ``value_`` and ``bound_`` in points, ``gap_``
    as a share, ``status_`` one of optimal, within_gap, time_limit, heuristic. The same problem in any order
    gives the same plan. Method: :mod:`matching.narrowing`.

    >>> problem = {"people": [{"id": "p1"}, {"id": "p2"}], "workstreams": [{"id": "W1"}],
    ...            "scores": {"W1": {"p1": 70, "p2": 50}}}
    >>> PairAssigner().fit(problem).value_
    120.0
    """

    def __init__(
        self,
        *,
        max_gap: float = 0.0,
        time_limit: float = 60.0,
        alternates: int = 0,
        engine: str = "exact",
        progress: Callable[[Progress], object] | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> None:
        self.max_gap = max_gap
        self.time_limit = time_limit
        self.alternates = alternates
        self.engine = engine
        self.progress = progress
        self.stop = stop

    def fit(self, problem: Problem | Mapping[str, Any]) -> "PairAssigner":
        """Choose the plan.

        :raises BadInput: the problem, or a parameter of this assigner, cannot be read.
        """
        watch = Watch(self.time_limit, self.progress, self.stop)
        number(self.max_gap, "max_gap", most=1.0)
        number(self.time_limit, "time_limit")
        whole(self.alternates, "alternates")
        if self.engine not in ENGINES:
            raise BadInput(f"engine: must be one of {', '.join(ENGINES)}")
        arrays = Arrays(problem if isinstance(problem, Problem) else load_problem(problem))
        most = arrays.problem.max_changes
        goals = Goals(arrays, max_changes=most, max_gap=self.max_gap, engine=self.engine, watch=watch)
        outcome = goals.reached()
        plan = as_plan(arrays, outcome, seconds=monotonic() - watch.began)
        if outcome.valued is not None and plan.status == "optimal" and self.alternates:
            offers = Alternates(arrays, outcome.seats, outcome.valued, count=self.alternates, watch=watch)
            plan = replace(
                plan, assignments=tuple(_offered(arrays, each, offers) for each in plan.assignments)
            )
        self.plan_ = plan
        self.value_ = self.plan_.value
        self.bound_ = self.plan_.bound
        self.gap_ = self.plan_.gap
        self.status_ = self.plan_.status
        return self


def as_plan(arrays: Arrays, outcome: Outcome, *, seconds: float) -> Plan:
    """The outcome in words and ids."""
    seats = outcome.seats
    return Plan(
        status=outcome.status,
        value=arrays.value(seats),
        bound=outcome.bound,
        worst=arrays.worst(seats),
        worst_bound=outcome.worst_bound,
        seats_unfilled=int(arrays.seats.sum()) - filled(seats),
        alone=tuple(sorted(arrays.workstreams[w].id for w in range(arrays.m) if len(seats[w]) == 1)),
        assignments=pairings(arrays, seats),
        shortfalls={name: short for name, short in arrays.short(seats).items() if short},
        changes=changes(arrays, seats),
        seconds=seconds,
    )


def _offered(arrays: Arrays, pairing: Pairing, offers: Alternates) -> Pairing:
    return replace(pairing, alternates=offers.of(arrays.row[pairing.workstream]))
