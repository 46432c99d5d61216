"""One candidate for one role profile: it holds the stage."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.candidates import Candidate
from recruit.models.columns import Key, belongs_to, tie
from recruit.models.roles import RoleProfile
from recruit.models.states import Stage


class Candidacy(db.Model):
    __tablename__ = "candidacy"
    __table_args__ = (db.UniqueConstraint("candidate_id", "role_profile_id"),)

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    role_profile_id: Mapped[UUID] = belongs_to("role_profile.id")
    stage: Mapped[Stage]
    stage_since: Mapped[datetime]
    withdrew_because: Mapped[str | None] = mapped_column(String(60))

    candidate: Mapped[Candidate] = tie()
    role_profile: Mapped[RoleProfile] = tie()


class Waiver(db.Model):
    """A missing essential that a named person decided to look past, with a reason."""

    __tablename__ = "waiver"
    __table_args__ = (db.UniqueConstraint("candidate_id", "role_profile_id", "tag"),)

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    role_profile_id: Mapped[UUID] = belongs_to("role_profile.id")
    tag: Mapped[str] = mapped_column(String(80))
    reason: Mapped[str] = mapped_column(String(600))
    by_id: Mapped[UUID | None] = belongs_to("account.id", when_gone="SET NULL")
    at: Mapped[datetime]
