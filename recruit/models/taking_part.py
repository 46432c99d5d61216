"""What a person told us about being there: no health, no money, nothing that counts in a score."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.columns import Key, belongs_to


class TouchesWork(StrEnum):
    """Whether somebody's work, or their family's, touches ours."""

    NO = "no"
    YES = "yes"
    NOT_SURE = "not sure"


class TakingPart(db.Model):
    """The last answers of one person; what is empty is not known."""

    __tablename__ = "taking_part"

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id", unique=True)
    not_times: Mapped[str | None] = mapped_column(String(600))
    other_roles: Mapped[str | None] = mapped_column(String(600))
    touches_work: Mapped[TouchesWork | None]
    pair_wish: Mapped[str | None] = mapped_column(String(200))
    wants_call: Mapped[bool | None]
    balance_asked_at: Mapped[datetime | None]
