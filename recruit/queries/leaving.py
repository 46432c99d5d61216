"""What a person still holds with us."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import literal, select, union_all

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Consent, Purpose
from recruit.models.groups import Group, GroupKind, Membership
from recruit.models.plans import Offer
from recruit.models.programmes import Programme
from recruit.models.roles import RoleProfile
from recruit.models.seats import Seat, Term
from recruit.models.states import OfferState, Stage, TermState


class Holding(StrEnum):
    """What somebody has from us because they were chosen."""

    OFFER = "offer"
    SEAT = "seat"
    MEMBERSHIP = "membership"


def holdings_in(programme_id: UUID, candidate_id: UUID) -> set[Holding]:
    """What a person holds in a programme: an open offer, a term not over, a place in the advisory group."""
    asked = (
        select(literal(Holding.OFFER.value))
        .join_from(Offer, Seat)
        .join(Group)
        .where(Offer.candidate_id == candidate_id, Offer.state == OfferState.OPEN)
    )
    sits = (
        select(literal(Holding.SEAT.value))
        .join_from(Term, Seat)
        .join(Group)
        .where(Term.candidate_id == candidate_id, Term.state != TermState.ENDED)
    )
    belongs = (
        select(literal(Holding.MEMBERSHIP.value))
        .join_from(Membership, Group)
        .where(
            Membership.candidate_id == candidate_id,
            Membership.left_on.is_(None),
            Group.kind == GroupKind.ADVISORY_GROUP,
        )
    )
    here = (each.where(Group.programme_id == programme_id) for each in (asked, sits, belongs))
    return {Holding(each) for each in db.session.scalars(union_all(*here))}


def stands_elsewhere_in(programme_id: UUID, candidacy: Candidacy) -> bool:
    """Whether a person is chosen, or next in line, for another role of the programme."""
    found = (
        select(Candidacy.id)
        .join(Candidacy.role_profile)
        .where(
            RoleProfile.programme_id == programme_id,
            Candidacy.candidate_id == candidacy.candidate_id,
            Candidacy.id != candidacy.id,
            Candidacy.stage.in_((Stage.CHOSEN, Stage.NEXT_IN_LINE)),
        )
    )
    return db.session.scalar(found.limit(1)) is not None


def candidacies_to_end(candidate_id: UUID) -> list[Candidacy]:
    found = select(Candidacy).where(
        Candidacy.candidate_id == candidate_id, Candidacy.stage != Stage.WITHDRAWN
    )
    return list(db.session.scalars(found))


def programme_left_by(candidate_id: UUID) -> Programme | None:
    """The programme that looked after them last."""
    stood = (
        select(Programme)
        .join(RoleProfile, RoleProfile.programme_id == Programme.id)
        .join(Candidacy, Candidacy.role_profile_id == RoleProfile.id)
        .where(Candidacy.candidate_id == candidate_id)
        .order_by(Candidacy.stage_since.desc())
        .limit(1)
    )
    return db.session.scalar(stood)


def memberships_to_end(candidate_id: UUID) -> list[Membership]:
    found = select(Membership).where(Membership.candidate_id == candidate_id, Membership.left_on.is_(None))
    return list(db.session.scalars(found))


def consents_standing(candidate_id: UUID) -> list[Consent]:
    """What lets us use their answers to find a role."""
    found = select(Consent).where(
        Consent.candidate_id == candidate_id,
        Consent.purpose.in_((Purpose.FIND_A_ROLE, Purpose.KEEP_IN_MIND)),
        Consent.taken_back_at.is_(None),
    )
    return list(db.session.scalars(found))
