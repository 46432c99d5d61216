"""Refresh proposals: what fell empty, and what could be done about it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import exists, false, func, or_, select
from sqlalchemy.orm import aliased, joinedload

from recruit.extensions import db
from recruit.models.groups import Group, GroupKind
from recruit.models.plans import Offer
from recruit.models.programmes import Programme
from recruit.models.refreshes import RefreshProposal
from recruit.models.seats import Seat, Term
from recruit.models.states import OfferState, ProposalState, TermState

SOON = timedelta(days=90)
NOT_OVER = (TermState.PLANNED, TermState.SERVING, TermState.ON_A_BREAK)

Seating = tuple[UUID, UUID]


def proposals_of(programme: Programme) -> list[RefreshProposal]:
    """Open ones first, then the newest."""
    found = _whole().where(RefreshProposal.programme_id == programme.id)
    newest = sorted(db.session.scalars(found), key=lambda each: each.made_at, reverse=True)
    return sorted(newest, key=lambda each: each.state is not ProposalState.OPEN)


def proposal_of(programme: Programme, proposal_id: UUID) -> RefreshProposal | None:
    return db.session.scalar(
        _whole().where(RefreshProposal.id == proposal_id, RefreshProposal.programme_id == programme.id)
    )


def open_proposals(programme_id: UUID) -> list[RefreshProposal]:
    found = _whole().where(
        RefreshProposal.programme_id == programme_id, RefreshProposal.state == ProposalState.OPEN
    )
    return list(db.session.scalars(found))


def offers_of(proposal: RefreshProposal) -> list[Offer]:
    found = (
        select(Offer)
        .where(Offer.refresh_proposal_id == proposal.id)
        .order_by(Offer.made_at)
        .options(joinedload(Offer.candidate), joinedload(Offer.seat).joinedload(Seat.group))
    )
    return list(db.session.scalars(found))


def point_with(proposal: RefreshProposal, changes: int | None) -> dict[str, Any] | None:
    return next((point for point in proposal.points if point["changes"] == changes), None)


def plan_chosen_in(proposal: RefreshProposal) -> dict[str, Any]:
    """The plan that a person approved."""
    point = point_with(proposal, proposal.chosen_changes)
    return point["plan"] if point else {"assignments": []}


def seatings(pairs: Sequence[Sequence[str]]) -> list[Seating]:
    """(person, workstream) pairs of a plan, as ids."""
    return [(UUID(who), UUID(where)) for who, where in pairs]


def removed_by(plan: Mapping[str, Any]) -> list[Seating]:
    """Who leaves a workstream by a plan: by choice, or because the rules of today leave no other way."""
    changes = plan.get("changes", {})
    return seatings([*changes.get("removed", ()), *changes.get("untenable", ())])


def added_by(plan: Mapping[str, Any]) -> list[Seating]:
    return seatings(plan.get("changes", {}).get("added", ()))


def terms_at(seated: Sequence[Seating], *, on: date) -> list[Term]:
    """The terms by which these people sit in these workstreams on a day."""
    found = (
        select(Term)
        .join(Term.seat)
        .where(
            or_(false(), *((Term.candidate_id == who) & (Seat.group_id == where) for who, where in seated)),
            Term.state.in_(NOT_OVER),
            Term.starts_on <= on,
            Term.ends_on > on,
        )
        .options(joinedload(Term.candidate), _seat(joinedload(Term.seat)))
    )
    return list(db.session.scalars(found))


def terms_to_leave_for(offer: Offer, *, on: date) -> list[Term]:
    """The seats that the proposal takes somebody out of, for the one they are offered."""
    if offer.refresh_proposal_id is None:
        return []
    plan = plan_chosen_in(db.session.get_one(RefreshProposal, offer.refresh_proposal_id))
    return terms_at([each for each in removed_by(plan) if each[0] == offer.candidate_id], on=on)


def terms_ending_soon(programme_id: UUID, *, today: date) -> list[Term]:
    """Terms that run out within three months, with nobody to follow: no later term and no open offer."""
    later = aliased(Term)
    follows = exists().where(
        later.seat_id == Term.seat_id, later.state != TermState.ENDED, later.starts_on >= Term.ends_on
    )
    asked = exists().where(Offer.seat_id == Term.seat_id, Offer.state == OfferState.OPEN)
    found = (
        select(Term)
        .join(Term.seat)
        .join(Seat.group)
        .where(
            Group.programme_id == programme_id,
            Group.kind == GroupKind.WORKSTREAM,
            Term.state.in_(NOT_OVER),
            Term.ends_on > today,
            Term.ends_on <= today + SOON,
            ~follows,
            ~asked,
        )
        .order_by(Term.ends_on)
        .options(joinedload(Term.candidate), _seat(joinedload(Term.seat)))
    )
    return list(db.session.scalars(found))


def terms_decided_about(programme_id: UUID) -> set[UUID]:
    """The terms for which a proposal waits or was decided; one that was overtaken settled nothing."""
    found = select(RefreshProposal.because_term_id).where(
        RefreshProposal.programme_id == programme_id, RefreshProposal.state != ProposalState.OVERTAKEN
    )
    return {term_id for term_id in db.session.scalars(found) if term_id is not None}


def newest_proposal_at(programme_id: UUID) -> datetime | None:
    found = select(func.max(RefreshProposal.made_at)).where(RefreshProposal.programme_id == programme_id)
    return db.session.scalar(found)


def terms_of_candidate(candidate_id: UUID) -> list[Term]:
    """Every term a person has not finished, with its seat."""
    found = (
        select(Term)
        .where(Term.candidate_id == candidate_id, Term.state.in_(NOT_OVER))
        .order_by(Term.starts_on)
        .options(joinedload(Term.candidate), _seat(joinedload(Term.seat)))
    )
    return list(db.session.scalars(found))


def last_term_in(seat_id: UUID) -> Term | None:
    """Whoever sat there last."""
    found = (
        select(Term)
        .where(Term.seat_id == seat_id)
        .order_by(Term.ends_on.desc())
        .limit(1)
        .options(joinedload(Term.candidate), _seat(joinedload(Term.seat)))
    )
    return db.session.scalar(found)


def _seat(seat: Any) -> Any:
    return seat.joinedload(Seat.group).joinedload(Group.programme)


def _whole() -> Any:
    term = joinedload(RefreshProposal.because_term)
    return select(RefreshProposal).options(
        joinedload(RefreshProposal.programme),
        joinedload(RefreshProposal.decided_by),
        term.joinedload(Term.candidate),
        _seat(term.joinedload(Term.seat)),
    )


def was_thanked(proposal: RefreshProposal) -> bool:
    """Whether an earlier proposal about the same term was approved, and its person thanked then."""
    before = select(RefreshProposal.id).where(
        RefreshProposal.because_term_id == proposal.because_term_id,
        RefreshProposal.state == ProposalState.APPROVED,
        RefreshProposal.id != proposal.id,
    )
    return db.session.scalar(before.limit(1)) is not None
