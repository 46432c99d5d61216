"""What somebody sent when their sign-in had run out waits for an hour, and is theirs alone."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete

from recruit.extensions import db
from recruit.models.candidates import UnsavedAnswer


def keep_unsaved(candidate_id: UUID, *, path: str, typed: dict[str, Any], now: datetime) -> UnsavedAnswer:
    """Keep the last page that was sent, in the place of one before it."""
    db.session.execute(delete(UnsavedAnswer).where(UnsavedAnswer.candidate_id == candidate_id))
    kept = UnsavedAnswer(candidate_id=candidate_id, path=path, typed=typed, kept_at=now)
    db.session.add(kept)
    db.session.flush()
    return kept


def forget_unsaved(kept: UnsavedAnswer) -> None:
    db.session.delete(kept)
    db.session.flush()
