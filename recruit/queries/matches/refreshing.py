"""The curve of changes to standing pairs: what repair alone comes to, and what each change would add."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from matching.problem import Problem, Seating
from matching.rules import contradictions, obstacles
from recruit.extensions import db
from recruit.models.groups import Group
from recruit.models.seats import Seat, Term
from recruit.queries.matches.planning import Planning, frontier_of, planning_of, rules_broken
from recruit.queries.matches.pool import NOT_OVER

MAY_MOVE_WITHIN = timedelta(days=183)
# Offers stay open for a fortnight: whoever follows begins when the answer is there.
UNTIL_A_SUCCESSOR = timedelta(days=14)


@dataclass(frozen=True)
class WorkedOut:
    """The curve of changes, and the day it is for."""

    starts_on: date
    points: list[dict[str, Any]]


def refresh_worked_out(programme_id: UUID, *, because_term: Term | None, today: date) -> WorkedOut:
    """Who could fill what is empty, on the day that a successor can begin."""
    starts_on = today + UNTIL_A_SUCCESSOR
    if because_term is not None and because_term.ends_on > today:
        starts_on = because_term.ends_on
    return WorkedOut(starts_on, refresh_points(programme_id, on=starts_on, today=today))


def refresh_points(programme_id: UUID, *, on: date, today: date) -> list[dict[str, Any]]:
    """The best plan for 0, 1, 2 ... changes on a day, each checked; who has long to serve is never moved."""
    planning = planning_of(programme_id, on=on, max_changes=None)
    may_move = seated_until(programme_id, on=on, ends_by=today + MAY_MOVE_WITHIN)
    staying = _together(planning.problem, planning.problem.incumbents - may_move)
    fixed = replace(planning, problem=replace(planning.problem, pins=staying))
    return [point for point in frontier_of(fixed) if not _broken(fixed, point)]


def seated_until(programme_id: UUID, *, on: date, ends_by: date) -> frozenset[Seating]:
    """Who sits in the workstreams on a day by a term that ends by another day."""
    found = (
        select(Term.candidate_id, Seat.group_id)
        .join(Seat, Term.seat_id == Seat.id)
        .join(Group, Seat.group_id == Group.id)
        .where(
            Group.programme_id == programme_id,
            Term.state.in_(NOT_OVER),
            Term.starts_on <= on,
            Term.ends_on > on,
            Term.ends_on <= ends_by,
        )
    )
    return frozenset((str(who), str(where)) for who, where in db.session.execute(found))


def hindrances(planning: Planning, solved: Mapping[str, Any]) -> list[str]:
    """What the rows of today have against the people whom a plan adds; empty while it can be carried out."""
    problem, people, workstreams = planning.problem, planning.people, planning.workstreams
    added = [(who, where) for who, where in solved["changes"]["added"]]
    if any(who not in people or where not in workstreams for who, where in added):
        return ["pool"]
    barred = [each for who, where in added for each in obstacles(problem, people[who], workstreams[where])]
    gone = {(who, where) for kind in ("removed", "untenable") for who, where in solved["changes"][kind]}
    staying = problem.incumbents - gone
    before = contradictions(problem, staying)
    return barred + [each for each in contradictions(problem, staying | set(added)) if each not in before]


def _together(problem: Problem, seatings: Iterable[Seating]) -> frozenset[Seating]:
    """As many of these as the rules let stand at once: pins must not contradict each other."""
    kept: set[Seating] = set()
    for seating in sorted(seatings):
        if not contradictions(problem, kept | {seating}):
            kept.add(seating)
    return frozenset(kept)


def _broken(planning: Planning, point: Mapping[str, Any]) -> list[str]:
    problem = replace(planning.problem, max_changes=point["changes"])
    return rules_broken(replace(planning, problem=problem), point["plan"])
