"""Who did what to whom, and when: appended, never changed, ids only."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.columns import Code, Key


class Event(db.Model):
    """`detail` holds states and numbers, never words that somebody wrote."""

    __tablename__ = "event"

    id: Mapped[Key]
    at: Mapped[datetime] = mapped_column(index=True)
    what: Mapped[Code]
    subject: Mapped[Code]
    subject_id: Mapped[UUID] = mapped_column(index=True)
    by: Mapped[Code]
    by_id: Mapped[UUID | None]
    detail: Mapped[dict[str, Any]]
