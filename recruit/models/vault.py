"""Equality and balance answers, sealed, apart from everything that chooses."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.columns import Key, belongs_to


class BalanceUse(StrEnum):
    COUNT_ONLY = "count only"
    COUNT_AND_BALANCE = "count and balance"


class SealedAnswers(db.Model):
    """One person's equality answers, readable only with the deployment's key."""

    __tablename__ = "sealed_answers"

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id", unique=True)
    use: Mapped[BalanceUse]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    nonce: Mapped[bytes] = mapped_column(LargeBinary)
    key_name: Mapped[str] = mapped_column(String(20))
