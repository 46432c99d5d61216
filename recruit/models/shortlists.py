"""The people a panel looks at for one role, the scores they had, and what was decided."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.candidacies import Candidacy
from recruit.models.columns import Key, belongs_to, tie
from recruit.models.roles import RoleVersion
from recruit.models.states import Decision


class Shortlist(db.Model):
    """Opened once, on one version of a role: its reference gain is frozen then."""

    __tablename__ = "shortlist"

    id: Mapped[Key]
    role_version_id: Mapped[UUID] = belongs_to("role_version.id")
    opened_at: Mapped[datetime]
    opened_by_id: Mapped[UUID | None] = belongs_to("account.id", when_gone="SET NULL")
    reference_gain: Mapped[float | None]
    seats: Mapped[int]

    role_version: Mapped[RoleVersion] = tie()
    entries: Mapped[list["ShortlistEntry"]] = tie(back_populates="shortlist")


class ShortlistEntry(db.Model):
    """One candidacy on a shortlist; a decision keeps the scores it was made on."""

    __tablename__ = "shortlist_entry"
    __table_args__ = (db.UniqueConstraint("shortlist_id", "candidacy_id"),)

    id: Mapped[Key]
    shortlist_id: Mapped[UUID] = belongs_to("shortlist.id")
    candidacy_id: Mapped[UUID] = belongs_to("candidacy.id")
    decision: Mapped[Decision | None]
    reason: Mapped[str | None] = mapped_column(String(1000))
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[UUID | None] = belongs_to("account.id", when_gone="SET NULL")
    total: Mapped[float | None]
    scores: Mapped[dict[str, Any] | None]
    went_against_score: Mapped[bool | None]
    version: Mapped[int] = mapped_column(default=1)

    shortlist: Mapped[Shortlist] = tie(back_populates="entries")
    candidacy: Mapped[Candidacy] = tie()
    decided_by: Mapped[Account | None] = tie()

    __mapper_args__ = {"version_id_col": version}
