"""Who has a bad week now."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from recruit.extensions import db
from recruit.models.bad_weeks import BadWeek


def bad_week_of(candidate_id: UUID, *, now: datetime) -> BadWeek | None:
    return db.session.scalar(select(BadWeek).where(BadWeek.candidate_id == candidate_id, BadWeek.until > now))
