"""The information session, and who was there."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.columns import Key, Words, belongs_to, tie
from recruit.models.roles import RoleProfile


class Workshop(db.Model):
    __tablename__ = "workshop"

    id: Mapped[Key]
    role_profile_id: Mapped[UUID] = belongs_to("role_profile.id")
    starts_at: Mapped[datetime]
    minutes: Mapped[int]
    place: Mapped[Words]

    role_profile: Mapped[RoleProfile] = tie()


class Attendance(db.Model):
    """One candidacy at one workshop: invited, and whether they came."""

    __tablename__ = "attendance"
    __table_args__ = (db.UniqueConstraint("workshop_id", "candidacy_id"),)

    id: Mapped[Key]
    workshop_id: Mapped[UUID] = belongs_to("workshop.id")
    candidacy_id: Mapped[UUID] = belongs_to("candidacy.id")
    invited_at: Mapped[datetime]
    came: Mapped[bool | None]

    workshop: Mapped[Workshop] = tie()
    candidacy: Mapped[Candidacy] = tie()
