"""What can happen to a plan: proposed, changed by people's choices, published or laid aside."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy.orm.attributes import flag_modified

from recruit.actions.journal import record
from recruit.actions.offers import make_offers
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.plans import ChoiceKind, Offer, Plan, PlanChoice
from recruit.models.programmes import Programme
from recruit.models.states import PlanState, may_become
from recruit.queries.matches import planning_of, price_of, proposed_plan, rules_broken
from recruit.queries.plans import held_on
from recruit.queries.seats import placements_now


@dataclass(frozen=True)
class Override:
    """Somebody whom staff put into a workstream, in whose place (or into an empty seat), and why."""

    group_id: UUID
    candidate_id: UUID
    instead_of: UUID | None
    reason: str


def propose_plan(programme: Programme, *, name: str, starts_on: date, by: Account, now: datetime) -> Plan:
    """A draft of pairs for every workstream; whoever sits somewhere already stays."""
    solved = proposed_plan(planning_of(programme.id, on=starts_on))
    plan = Plan(
        programme=programme,
        name=name,
        state=PlanState.DRAFT,
        starts_on=starts_on,
        made_at=now,
        made_by_id=by.id,
        solved=solved,
        choices=[],
        offers=[],
    )
    db.session.add(plan)
    record("plan proposed", plan, by=by, now=now, value=solved["value"], unfilled=solved["seats_unfilled"])
    return plan


def propose_again(plan: Plan, *, version: int, by: Account, now: datetime) -> None:
    """Solve anew with what is true today and the choices that were made."""
    _refuse_unless_draft(plan, version)
    _solve(plan)
    record("plan proposed again", plan, by=by, now=now, value=plan.solved["value"])


def lock_pair(plan: Plan, group_id: UUID, *, version: int, by: Account, now: datetime) -> None:
    """Keep those who sit together in a workstream as they are, whatever else changes."""
    _refuse_unless_draft(plan, version)
    people = people_in(plan.solved, group_id)
    locked = {choice.candidate_id for choice in plan.choices if choice.group_id == group_id}
    for who in people:
        if who not in locked:
            _choose(plan, ChoiceKind.LOCK, group_id, who, reason="", price=0.0, by=by, now=now)
    _touch(plan)


def forbid_seat(
    plan: Plan, group_id: UUID, candidate_id: UUID, *, reason: str, version: int, by: Account, now: datetime
) -> None:
    """Keep somebody out of one workstream in this plan."""
    _refuse_unless_draft(plan, version)
    _refuse_to_unseat(plan, group_id, candidate_id)
    price = _price(plan, [forbidden(group_id, candidate_id)])
    _choose(plan, ChoiceKind.FORBID, group_id, candidate_id, reason=reason, price=price, by=by, now=now)
    _solve(plan)


def override_seat(plan: Plan, override: Override, *, version: int, by: Account, now: datetime) -> None:
    """Put somebody where a person wants them, and keep what it costs."""
    _refuse_unless_draft(plan, version)
    if override.instead_of is not None:
        _refuse_to_unseat(plan, override.group_id, override.instead_of)
    wanted = tried(override)
    price = _price(plan, wanted)
    for choice in wanted:
        own_price = price if choice.kind is ChoiceKind.OVERRIDE else 0.0
        _choose(
            plan,
            choice.kind,
            choice.group_id,
            choice.candidate_id,
            reason=override.reason,
            price=own_price,
            by=by,
            now=now,
        )
    _solve(plan)


def undo_choices(plan: Plan, group_id: UUID, *, version: int, by: Account, now: datetime) -> None:
    """Take back every choice made in a workstream and solve again."""
    _refuse_unless_draft(plan, version)
    theirs = [choice for choice in plan.choices if choice.group_id == group_id]
    if not theirs:
        raise Refused(_("There is no choice of yours to undo here."))
    for choice in theirs:
        plan.choices.remove(choice)
    db.session.flush()
    _solve(plan)
    record("plan choices undone", plan, by=by, now=now, choices=len(theirs))


def discard_plan(plan: Plan, *, version: int, by: Account, now: datetime) -> None:
    _refuse_unless_draft(plan, version)
    plan.state = PlanState.DISCARDED
    record("plan discarded", plan, by=by, now=now)


def publish_plan(plan: Plan, *, version: int, by: Account, today: date, now: datetime) -> list[Offer]:
    """Turn a draft into offers, and write to each person; an independent check comes first."""
    _refuse_unless_draft(plan, version)
    planning = planning_of(plan.programme_id, on=plan.starts_on, choices=plan.choices)
    if rules_broken(planning, plan.solved):
        raise Refused(_("Something has changed since this was proposed. Propose again, then publish."))
    placements = placements_now(plan.programme_id, plan.solved, on=plan.starts_on)
    if not placements:
        raise Refused(_("This plan asks nobody anything: there is nothing to publish."))
    if len(placements) < len(plan.solved["changes"]["added"]):
        raise Refused(_("A seat has been taken since this was proposed. Propose again, then publish."))
    plan.state, plan.published_at = PlanState.PUBLISHED, now
    record("plan published", plan, by=by, now=now, offers=len(placements), price=price_of_choices(plan))
    return make_offers(placements, source=plan, today=today, now=now)


def tried(override: Override) -> list[PlanChoice]:
    """The choices that an override comes to: one person in and, where a seat is taken, one kept out."""
    seated = PlanChoice(
        group_id=override.group_id, candidate_id=override.candidate_id, kind=ChoiceKind.OVERRIDE
    )
    if override.instead_of is None:
        return [seated]
    return [seated, forbidden(override.group_id, override.instead_of)]


def forbidden(group_id: UUID, candidate_id: UUID) -> PlanChoice:
    return PlanChoice(group_id=group_id, candidate_id=candidate_id, kind=ChoiceKind.FORBID)


def people_in(solved: Mapping[str, Any], group_id: UUID) -> list[UUID]:
    """Whom a solved plan puts into a workstream."""
    here = [each["people"] for each in solved["assignments"] if each["workstream"] == str(group_id)]
    return [UUID(who) for people in here for who in people]


def price_of_choices(plan: Plan) -> float:
    return sum(choice.price for choice in plan.choices)


def _refuse_unless_draft(plan: Plan, version: int) -> None:
    if not may_become(plan.state, PlanState.PUBLISHED):
        raise Refused(_("This plan is no draft any more: it cannot be changed."))
    if plan.version != version:
        raise Refused(_("Somebody changed this plan while you had it open. Look at it again, then choose."))


def _refuse_to_unseat(plan: Plan, group_id: UUID, candidate_id: UUID) -> None:
    """A draft fills seats; whoever sits in one is asked to leave it by a refresh only, where they are told."""
    if any(each.candidate_id == candidate_id for each in held_on(plan.starts_on, [group_id])):
        raise Refused(
            _("They sit here already, or have been asked to. A standing pair is changed by a refresh.")
        )


def _price(plan: Plan, choices: list[PlanChoice]) -> float:
    planning = planning_of(plan.programme_id, on=plan.starts_on, choices=plan.choices)
    price = price_of(planning, choices, before=plan.solved)
    if price is None:
        raise Refused(_("No plan can keep this choice beside the others. Undo another choice first."))
    return price.points


def _choose(
    plan: Plan,
    kind: ChoiceKind,
    group_id: UUID,
    candidate_id: UUID,
    *,
    reason: str,
    price: float,
    by: Account,
    now: datetime,
) -> None:
    before = [each for each in plan.choices if (each.group_id, each.candidate_id) == (group_id, candidate_id)]
    if before:
        raise Refused(_("You have already chosen something for this person here. Undo that first."))
    choice = PlanChoice(
        plan=plan,
        group_id=group_id,
        candidate_id=candidate_id,
        kind=kind,
        reason=reason,
        price=price,
        at=now,
        by_id=by.id,
    )
    db.session.add(choice)
    record(f"plan {kind}", choice, by=by, now=now, price=price)


def _solve(plan: Plan) -> None:
    planning = planning_of(plan.programme_id, on=plan.starts_on, choices=plan.choices)
    plan.solved = proposed_plan(planning)
    db.session.flush()


def _touch(plan: Plan) -> None:
    """A plan whose choices changed has a new version, also where its people stay the same."""
    flag_modified(plan, "solved")
    db.session.flush()
