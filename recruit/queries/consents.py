"""What people agreed to, as long as it stands."""

from uuid import UUID

from sqlalchemy import Exists, select

from recruit.extensions import db
from recruit.models.candidates import Candidate, Consent, Purpose


def agrees_to(purpose: Purpose) -> Exists:
    """Whether the candidate of a statement agreed to this, and did not take it back."""
    standing = select(Consent.id).where(
        Consent.candidate_id == Candidate.id,
        Consent.purpose == purpose,
        Consent.taken_back_at.is_(None),
    )
    return standing.correlate(Candidate).exists()


def purposes_standing(candidate_id: UUID) -> set[Purpose]:
    standing = select(Consent.purpose).where(
        Consent.candidate_id == candidate_id, Consent.taken_back_at.is_(None)
    )
    return set(db.session.scalars(standing))
