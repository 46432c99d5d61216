"""What one person sees of their own: where they stand, what waits for them, where they serve."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate
from recruit.models.groups import Group, Membership
from recruit.models.plans import Offer
from recruit.models.programmes import Programme
from recruit.models.roles import RoleProfile, RoleVersion
from recruit.models.seats import Seat, Term
from recruit.models.states import OfferState, TermState
from recruit.models.workshops import Attendance

STILL_HELD = (TermState.PLANNED, TermState.SERVING, TermState.ON_A_BREAK)


@dataclass(frozen=True)
class Pair:
    """A term of one's own, and the names of those who sit beside one."""

    term: Term
    beside: list[str]


def candidacies_of_person(candidate: Candidate) -> list[Candidacy]:
    """Every role somebody stands for, the one that moved last first."""
    stands = (
        select(Candidacy)
        .where(Candidacy.candidate_id == candidate.id)
        .order_by(Candidacy.stage_since.desc(), Candidacy.id)
        .options(
            joinedload(Candidacy.role_profile).options(
                joinedload(RoleProfile.programme),
                joinedload(RoleProfile.group),
                selectinload(RoleProfile.versions).options(
                    selectinload(RoleVersion.criteria), joinedload(RoleVersion.role_profile)
                ),
            )
        )
    )
    return list(db.session.scalars(stands))


def candidacy_of_person(candidate: Candidate, candidacy_id: UUID) -> Candidacy | None:
    return next((each for each in candidacies_of_person(candidate) if each.id == candidacy_id), None)


def offers_waiting_for(candidate: Candidate, *, now: datetime) -> list[Offer]:
    waiting = (
        select(Offer)
        .where(Offer.candidate_id == candidate.id, Offer.state == OfferState.OPEN, Offer.lapses_at > now)
        .order_by(Offer.lapses_at)
        .options(joinedload(Offer.seat).joinedload(Seat.group))
    )
    return list(db.session.scalars(waiting))


def pairs_of_person(candidate: Candidate, *, on: date) -> list[Pair]:
    """The seats somebody holds or will hold, with who sits beside them."""
    terms = (
        select(Term)
        .where(Term.candidate_id == candidate.id, Term.state.in_(STILL_HELD), Term.ends_on > on)
        .order_by(Term.starts_on)
        .options(joinedload(Term.seat).joinedload(Seat.group))
    )
    held = list(db.session.scalars(terms))
    beside = _names_in({term.seat.group_id for term in held}, candidate, on=on)
    return [Pair(term, beside.get(term.seat.group_id, [])) for term in held]


def groups_of_person(candidate: Candidate, *, on: date) -> list[Group]:
    """The workstreams somebody sits in and the groups they belong to."""
    sits = select(Seat.group_id).join(Term, Term.seat_id == Seat.id)
    sits = sits.where(Term.candidate_id == candidate.id, Term.state.in_(STILL_HELD), Term.ends_on > on)
    belongs = select(Membership.group_id).where(
        Membership.candidate_id == candidate.id,
        Membership.joined_on <= on,
        Membership.left_on.is_(None) | (Membership.left_on > on),
    )
    groups = select(Group).where(Group.id.in_(sits) | Group.id.in_(belongs)).order_by(Group.position)
    return list(db.session.scalars(groups))


def programme_of_person(candidate: Candidate, *, on: date) -> Programme | None:
    """The programme that looks after somebody: where they serve, or else where they stand for a role."""
    groups = groups_of_person(candidate, on=on)
    if groups:
        return db.session.get_one(Programme, groups[0].programme_id)
    candidacies = candidacies_of_person(candidate)
    return candidacies[0].role_profile.programme if candidacies else None


def attendance_of(candidacy: Candidacy) -> Attendance | None:
    """The workshop somebody was asked to last, for this role."""
    newest = (
        select(Attendance)
        .join(Attendance.workshop)
        .where(Attendance.candidacy_id == candidacy.id)
        .order_by(Attendance.invited_at.desc())
        .limit(1)
        .options(contains_eager(Attendance.workshop))
    )
    return db.session.scalar(newest)


def _names_in(group_ids: set[UUID], candidate: Candidate, *, on: date) -> dict[UUID, list[str]]:
    others = (
        select(Seat.group_id, Candidate.name)
        .join(Term, Term.seat_id == Seat.id)
        .join(Candidate, Term.candidate_id == Candidate.id)
        .where(
            Seat.group_id.in_(group_ids),
            Term.candidate_id != candidate.id,
            Term.state.in_(STILL_HELD),
            Term.starts_on <= on,
            Term.ends_on > on,
        )
        .order_by(Seat.number)
    )
    names: dict[UUID, list[str]] = {}
    for group_id, name in db.session.execute(others):
        names.setdefault(group_id, []).append(name)
    return names
