"""Solving the planning problem of a programme: a plan, the price of a choice, the curve of changes, the check."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from matching import PairAssigner, Problem, refresh_frontier, verify
from matching.problem import Person, Workstream
from matching.rules import contradictions, obstacles
from recruit.models.plans import PlanChoice
from recruit.queries.matches.pool import facts_for
from recruit.queries.matches.problem import Facts, problem_of

SECONDS = 20.0
ALTERNATES = 3
MOST_POINTS = 6

Solved = dict[str, Any]


@dataclass(frozen=True)
class Planning:
    """The problem of a programme on a day, and the facts it was made of."""

    facts: Facts
    problem: Problem

    @property
    def people(self) -> dict[str, Person]:
        return {each.id: each for each in self.problem.people}

    @property
    def workstreams(self) -> dict[str, Workstream]:
        return {each.id: each for each in self.problem.workstreams}

    def why_not(self, candidate_id: UUID, group_id: UUID) -> list[str]:
        """What keeps a person from a workstream, as codes; empty when nothing does."""
        person, workstream = self.people.get(str(candidate_id)), self.workstreams.get(str(group_id))
        if person is None or workstream is None:
            return ["pool"]
        return obstacles(self.problem, person, workstream)

    def dates_of(self, candidate_id: UUID, group_id: UUID) -> tuple[int, int]:
        """How many of a workstream's dates a person can make, and how many there are."""
        slots = self.workstreams[str(group_id)].slots
        return len(slots & self.people[str(candidate_id)].slots), len(slots)


@dataclass(frozen=True)
class Price:
    """What a choice costs: points of value, seats that fall empty, people left alone, and the plan it leads to."""

    points: float
    seats_lost: int
    left_alone: int
    solved: Solved


def planning_of(
    programme_id: UUID, *, on: date, choices: Sequence[PlanChoice] = (), max_changes: int | None = 0
) -> Planning:
    """The planning problem; `max_changes=0` keeps everybody who sits somewhere, None lets all of it move."""
    facts = facts_for(programme_id, on=on, choices=choices)
    return Planning(facts, problem_of(facts, max_changes=max_changes))


def proposed_plan(planning: Planning) -> Solved:
    """The best plan as plan/1, with what each workstream could be worth had it the first pick of everybody."""
    solved = PairAssigner(time_limit=SECONDS, alternates=ALTERNATES).fit(planning.problem).plan_.to_dict()
    return solved | {"possible": _possible(planning.problem)}


def price_of(planning: Planning, choices: Iterable[PlanChoice], *, before: Mapping[str, Any]) -> Price | None:
    """Solve again with these choices added; None when no plan can keep them."""
    wanted = [*planning.facts.choices, *choices]
    if any(str(each.candidate_id) not in planning.people for each in wanted):
        return None
    facts = replace(planning.facts, choices=wanted)
    problem = problem_of(facts, max_changes=planning.problem.max_changes)
    if not _can_be_kept(problem):
        return None
    again = PairAssigner(time_limit=SECONDS).fit(problem).plan_
    return Price(
        points=max(0.0, before["value"] - again.value),
        seats_lost=again.seats_unfilled - before["seats_unfilled"],
        left_alone=len(again.alone) - len(before["alone"]),
        solved=again.to_dict(),
    )


def frontier_of(planning: Planning) -> list[dict[str, Any]]:
    """The best plan for 0, 1, 2 ... changes to what stands, ready to be kept as JSON."""
    open_ended = replace(planning.problem, max_changes=None)
    return [each.to_dict() for each in refresh_frontier(open_ended, points=MOST_POINTS, time_limit=SECONDS)]


def rules_broken(planning: Planning, solved: Mapping[str, Any]) -> list[str]:
    """What an independent check of the plan against the rows of today finds; empty when all is well."""
    plan = {key: value for key, value in solved.items() if key != "possible"}
    return verify(planning.problem, plan)


def _possible(problem: Problem) -> dict[str, float]:
    return {each.id: _best_alone(problem, each) for each in problem.workstreams}


def _best_alone(problem: Problem, workstream: Workstream) -> float:
    here = frozenset(each for each in problem.forbids if each[1] == workstream.id)
    alone = replace(
        problem,
        workstreams=(workstream,),
        scores={workstream.id: problem.scores.get(workstream.id, {})},
        pins=frozenset(),
        forbids=here,
        interests=frozenset(each for each in problem.interests if each[1] == workstream.id),
        incumbents=frozenset(),
        targets={},
        max_changes=None,
    )
    return PairAssigner(time_limit=SECONDS / 4).fit(alone).value_


def _can_be_kept(problem: Problem) -> bool:
    people = {each.id: each for each in problem.people}
    workstreams = {each.id: each for each in problem.workstreams}
    barred = any(obstacles(problem, people[who], workstreams[where]) for who, where in problem.pins)
    return not barred and not contradictions(problem, problem.pins)
