"""What a person still holds with us."""

from uuid import UUID

from sqlalchemy import select

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Consent, Purpose
from recruit.models.groups import Membership
from recruit.models.programmes import Programme
from recruit.models.roles import RoleProfile
from recruit.models.states import Stage


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
