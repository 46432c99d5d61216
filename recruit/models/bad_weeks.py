"""A bad week: somebody may be slower for a while, and need not say why."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped

from recruit.extensions import db
from recruit.models.columns import Key, belongs_to


class BadWeek(db.Model):
    """Until this moment nothing that asks for something is sent; the row goes when it is over."""

    __tablename__ = "bad_week"

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id", unique=True)
    until: Mapped[datetime]
