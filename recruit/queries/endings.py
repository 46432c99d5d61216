"""What staff may bring to an end: open offers, terms that are not over, memberships that stand."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from recruit.extensions import db
from recruit.models.groups import Group, Membership
from recruit.models.plans import Offer
from recruit.models.programmes import Programme
from recruit.models.seats import Seat, Term
from recruit.models.states import OfferState, TermState


def offers_open_in(group: Group) -> list[Offer]:
    """Who is asked to take a seat of a workstream, and until when."""
    found = (
        select(Offer)
        .join(Seat, Offer.seat_id == Seat.id)
        .where(Seat.group_id == group.id, Offer.state == OfferState.OPEN)
        .order_by(Offer.lapses_at)
        .options(joinedload(Offer.candidate))
    )
    return list(db.session.scalars(found))


def open_offer_of(programme: Programme, offer_id: UUID) -> Offer | None:
    seat = joinedload(Offer.seat).joinedload(Seat.group).joinedload(Group.programme)
    found = select(Offer).join(Seat, Offer.seat_id == Seat.id).join(Group, Seat.group_id == Group.id)
    found = found.where(Offer.id == offer_id, Group.programme_id == programme.id)
    return db.session.scalar(found.options(joinedload(Offer.candidate), seat))


def term_of(programme: Programme, term_id: UUID) -> Term | None:
    seat = joinedload(Term.seat).joinedload(Seat.group).joinedload(Group.programme)
    found = select(Term).join(Seat, Term.seat_id == Seat.id).join(Group, Seat.group_id == Group.id)
    found = found.where(Term.id == term_id, Group.programme_id == programme.id)
    return db.session.scalar(found.options(joinedload(Term.candidate), seat))


def terms_not_over_in(group: Group) -> dict[UUID, UUID]:
    """The term that each person has in a workstream now, by the person."""
    found = (
        select(Term.candidate_id, Term.id)
        .join(Seat, Term.seat_id == Seat.id)
        .where(Seat.group_id == group.id, Term.state.in_((TermState.SERVING, TermState.ON_A_BREAK)))
    )
    return {row.candidate_id: row.id for row in db.session.execute(found)}


def members_of(group: Group, *, on: date) -> list[Membership]:
    found = (
        select(Membership)
        .where(Membership.group_id == group.id, Membership.left_on.is_(None) | (Membership.left_on > on))
        .order_by(Membership.joined_on, Membership.id)
        .options(joinedload(Membership.candidate))
    )
    return list(db.session.scalars(found))


def membership_of(programme: Programme, membership_id: UUID) -> Membership | None:
    found = (
        select(Membership)
        .join(Membership.group)
        .where(Membership.id == membership_id, Group.programme_id == programme.id)
        .options(joinedload(Membership.candidate), joinedload(Membership.group).joinedload(Group.programme))
    )
    return db.session.scalar(found)


def group_beside(programme: Programme, group_id: UUID) -> Group | None:
    return db.session.scalar(select(Group).where(Group.id == group_id, Group.programme_id == programme.id))
