"""What somebody sent when their sign-in had run out."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from recruit.extensions import db
from recruit.models.candidates import Candidate, UnsavedAnswer

UNSAVED_LIVES = timedelta(hours=1)


def unsaved_answer(
    answer_id: UUID, *, candidate: Candidate, path: str, now: datetime
) -> UnsavedAnswer | None:
    """What this person sent to this page within the hour; nobody else's, wherever they sign in."""
    return db.session.scalar(
        select(UnsavedAnswer).where(
            UnsavedAnswer.id == answer_id,
            UnsavedAnswer.candidate_id == candidate.id,
            UnsavedAnswer.path == path,
            UnsavedAnswer.kept_at > now - UNSAVED_LIVES,
        )
    )
