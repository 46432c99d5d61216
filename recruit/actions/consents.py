"""What a person agreed to can be taken back, and given again, one thing at a time."""

from datetime import datetime

from sqlalchemy import update

from recruit.actions.journal import record
from recruit.extensions import db
from recruit.models.candidates import Candidate, Consent, Purpose
from recruit.queries.consents import purposes_standing


def take_back(candidate: Candidate, purpose: Purpose, *, now: datetime) -> None:
    """From now on we do not do this; nothing else changes, and twice is once."""
    standing = update(Consent).where(
        Consent.candidate_id == candidate.id, Consent.purpose == purpose, Consent.taken_back_at.is_(None)
    )
    db.session.execute(standing.values(taken_back_at=now))
    record("consent taken back", candidate, by=candidate, now=now, purpose=purpose)


def agree_again(candidate: Candidate, purpose: Purpose, *, now: datetime) -> None:
    if purpose in purposes_standing(candidate.id):
        return
    db.session.add(Consent(candidate_id=candidate.id, purpose=purpose, given_at=now))
    record("consent given", candidate, by=candidate, now=now, purpose=purpose)
