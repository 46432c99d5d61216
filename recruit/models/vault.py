"""Equality and balance answers, needs and money: sealed, apart from everything that chooses."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.columns import Key, belongs_to


class BalanceUse(StrEnum):
    COUNT_ONLY = "count only"
    COUNT_AND_BALANCE = "count and balance"


class VaultKey(db.Model):
    """One person's own key, wrapped by the deployment's; without it their sealed words are noise."""

    __tablename__ = "vault_key"

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id", unique=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    nonce: Mapped[bytes] = mapped_column(LargeBinary)
    key_name: Mapped[str] = mapped_column(String(20))


class SealedAnswers(db.Model):
    """One person's equality answers, readable only with their own key."""

    __tablename__ = "sealed_answers"

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id", unique=True)
    use: Mapped[BalanceUse]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    nonce: Mapped[bytes] = mapped_column(LargeBinary)
    key_name: Mapped[str] = mapped_column(String(20))


class SealedNeeds(db.Model):
    """What would help one person take part, and how they would be paid; the flag alone lies open."""

    __tablename__ = "sealed_needs"

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id", unique=True)
    asks_for_something: Mapped[bool]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    nonce: Mapped[bytes] = mapped_column(LargeBinary)
    key_name: Mapped[str] = mapped_column(String(20))
