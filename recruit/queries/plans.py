"""Plans, who would sit where by them, and the offers that followed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta
from sqlalchemy import select
from sqlalchemy.orm import aliased, joinedload, selectinload

from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.candidates import Candidate
from recruit.models.groups import Group, GroupKind, MeetingSeries
from recruit.models.plans import ChoiceKind, Offer, Plan, PlanChoice
from recruit.models.programmes import Programme
from recruit.models.roles import RoleProfile, RoleVersion
from recruit.models.seats import Seat, Term
from recruit.models.states import OfferState, PlanState, TermState

NOT_OVER = (TermState.PLANNED, TermState.SERVING, TermState.ON_A_BREAK)
APART = relativedelta(months=6)


@dataclass(frozen=True)
class Held:
    """A seat that is taken on a day: by somebody who sits there, or by an open offer."""

    seat_id: UUID
    group_id: UUID
    candidate_id: UUID
    ends_on: date
    is_offer: bool


@dataclass(frozen=True)
class Placement:
    """Somebody whom a plan puts into a seat that is free."""

    seat_id: UUID
    group_id: UUID
    candidate_id: UUID
    starts_on: date
    ends_on: date


def plans_of(programme: Programme) -> list[Plan]:
    """Drafts first, then the newest."""
    found = (
        select(Plan)
        .where(Plan.programme_id == programme.id)
        .options(selectinload(Plan.choices), selectinload(Plan.offers))
    )
    plans = sorted(db.session.scalars(found), key=lambda plan: plan.made_at, reverse=True)
    return sorted(plans, key=lambda plan: plan.state is not PlanState.DRAFT)


def plan_of(programme: Programme, plan_id: UUID) -> Plan | None:
    """A plan with the choices made in it and the offers that followed."""
    choices, offers = selectinload(Plan.choices), selectinload(Plan.offers)
    return db.session.scalar(
        select(Plan)
        .where(Plan.id == plan_id, Plan.programme_id == programme.id)
        .options(
            joinedload(Plan.programme),
            choices.joinedload(PlanChoice.candidate),
            choices.joinedload(PlanChoice.by),
            offers.joinedload(Offer.candidate),
            offers.joinedload(Offer.seat).joinedload(Seat.group),
        )
    )


def workstreams_of(programme_id: UUID) -> list[Group]:
    found = (
        select(Group)
        .where(Group.programme_id == programme_id, Group.kind == GroupKind.WORKSTREAM)
        .order_by(Group.position)
        .options(selectinload(Group.seats))
    )
    return list(db.session.scalars(found))


def workstream_of(programme: Programme, group_id: UUID) -> Group | None:
    return next((group for group in workstreams_of(programme.id) if group.id == group_id), None)


def people_by_id(candidate_ids: Collection[UUID]) -> dict[UUID, Candidate]:
    """People with the organisation that named them."""
    found = (
        select(Candidate).where(Candidate.id.in_(candidate_ids)).options(joinedload(Candidate.nominated_by))
    )
    return {each.id: each for each in db.session.scalars(found)}


def times_of(group_ids: Collection[UUID]) -> dict[UUID, str]:
    """When each group meets, in the words of its newest series."""
    found = (
        select(MeetingSeries.group_id, MeetingSeries.words)
        .where(MeetingSeries.group_id.in_(group_ids))
        .order_by(MeetingSeries.first_at)
    )
    return {row.group_id: row.words for row in db.session.execute(found)}


def term_months_of(group_ids: Collection[UUID]) -> dict[UUID, int]:
    """How long a term in each group is, by its newest role version."""
    found = (
        select(RoleProfile.group_id, RoleVersion.term_months)
        .join(RoleProfile, RoleVersion.role_profile_id == RoleProfile.id)
        .where(RoleProfile.group_id.in_(group_ids))
        .order_by(RoleVersion.number)
    )
    return {row.group_id: row.term_months for row in db.session.execute(found)}


def held_on(on: date, group_ids: Collection[UUID]) -> list[Held]:
    """The seats that are taken from a day on: by who sits there then, else by who comes next, and by open offers."""
    terms = (
        select(Term.seat_id, Seat.group_id, Term.candidate_id, Term.ends_on)
        .join(Seat, Term.seat_id == Seat.id)
        .where(Seat.group_id.in_(group_ids), Term.state.in_(NOT_OVER), Term.ends_on > on)
        .order_by(Term.starts_on.desc())
    )
    first = {row.seat_id: Held(*row, is_offer=False) for row in db.session.execute(terms)}
    offers = (
        select(Offer.seat_id, Seat.group_id, Offer.candidate_id, Offer.ends_on)
        .join(Seat, Offer.seat_id == Seat.id)
        .where(Seat.group_id.in_(group_ids), Offer.state == OfferState.OPEN)
    )
    return [*first.values(), *(Held(*row, is_offer=True) for row in db.session.execute(offers))]


def placements_of(
    solved: Mapping[str, Any],
    *,
    groups: Sequence[Group],
    held: Sequence[Held],
    months: Mapping[UUID, int],
    on: date,
) -> list[Placement]:
    """Whom a plan adds to what stands, each in a free seat; the terms of a pair end half a year apart."""
    chosen = {
        UUID(each["workstream"]): [UUID(who) for who in each["people"]] for each in solved["assignments"]
    }
    found = []
    for group in groups:
        here = [each for each in held if each.group_id == group.id]
        sitting = {each.candidate_id for each in here}
        taken = {each.seat_id for each in here}
        free = [seat.id for seat in group.seats if seat.id not in taken]
        ends = [each.ends_on for each in here]
        newcomers = [who for who in chosen.get(group.id, ()) if who not in sitting]
        for seat_id, who in zip(free, newcomers, strict=False):
            ends_on = staggered(on + relativedelta(months=months.get(group.id, 24)), ends, starts_on=on)
            ends.append(ends_on)
            found.append(Placement(seat_id, group.id, who, on, ends_on))
    return found


def staggered(ends_on: date, others: Collection[date], *, starts_on: date) -> date:
    """The same end, or the nearest earlier one that lies half a year from every other; never less than half a year."""
    for other in sorted(others, reverse=True):
        if other - APART < ends_on < other + APART:
            ends_on = other - APART
    return ends_on if ends_on >= starts_on + APART else max([*others, ends_on]) + APART


def offer_with(token: str) -> Offer | None:
    """The offer that a link speaks for, with its person, its seat and its programme."""
    offer_id = links.subject(Purpose.OFFER, token)
    return db.session.scalar(_whole_offers().where(Offer.id == offer_id)) if offer_id else None


def is_by_override(offer: Offer) -> bool:
    """Whether a person put them into this workstream, in the plan that the offer came from."""
    found = select(PlanChoice.id).where(
        PlanChoice.plan_id == offer.plan_id,
        PlanChoice.group_id == offer.seat.group_id,
        PlanChoice.candidate_id == offer.candidate_id,
        PlanChoice.kind == ChoiceKind.OVERRIDE,
    )
    return db.session.scalar(found) is not None


def offers_past(now: datetime) -> list[Offer]:
    """Open offers whose time is over."""
    return list(
        db.session.scalars(_whole_offers().where(Offer.state == OfferState.OPEN, Offer.lapses_at <= now))
    )


def open_offers_to(candidate_id: UUID) -> list[Offer]:
    return list(
        db.session.scalars(
            _whole_offers().where(Offer.state == OfferState.OPEN, Offer.candidate_id == candidate_id)
        )
    )


def offers_declined_without_successor(programme: Programme) -> list[Offer]:
    """Seats that somebody said no to, or did not answer for, and that nobody holds or is asked to take since."""
    later = aliased(Offer)
    asked_again = select(later.id).where(
        later.seat_id == Offer.seat_id,
        later.id != Offer.id,
        later.made_at >= Offer.made_at,
        later.state.in_((OfferState.OPEN, OfferState.ACCEPTED)),
    )
    sits = select(Term.id).where(
        Term.seat_id == Offer.seat_id, Term.state.in_(NOT_OVER), Term.ends_on > Offer.starts_on
    )
    found = (
        _whole_offers()
        .join(Offer.seat)
        .join(Seat.group)
        .where(
            Group.programme_id == programme.id,
            Offer.state.in_((OfferState.DECLINED, OfferState.LAPSED, OfferState.CANCELLED)),
            ~asked_again.exists(),
            ~sits.exists(),
        )
        .order_by(Offer.answered_at)
    )
    return list({offer.seat_id: offer for offer in db.session.scalars(found)}.values())


def role_of_seat(seat: Seat) -> RoleVersion | None:
    """What sitting there asks for, as it reads now."""
    found = (
        select(RoleVersion)
        .join(RoleVersion.role_profile)
        .where(RoleProfile.group_id == seat.group_id)
        .order_by(RoleVersion.number.desc())
        .limit(1)
        .options(joinedload(RoleVersion.role_profile))
    )
    return db.session.scalar(found)


def _whole_offers() -> Any:
    seat = joinedload(Offer.seat).joinedload(Seat.group).joinedload(Group.programme)
    return select(Offer).options(joinedload(Offer.candidate), seat)
