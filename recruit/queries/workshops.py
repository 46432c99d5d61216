"""The information sessions, and who was asked to them."""

from datetime import datetime

from sqlalchemy import select

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.roles import RoleProfile
from recruit.models.workshops import Attendance, Workshop


def workshops_ahead_of(role: RoleProfile, *, now: datetime) -> list[Workshop]:
    """The soonest first: the one that people are invited to."""
    ahead = (
        select(Workshop)
        .where(Workshop.role_profile_id == role.id, Workshop.starts_at > now)
        .order_by(Workshop.starts_at)
    )
    return list(db.session.scalars(ahead))


def next_workshop_for(candidacy: Candidacy, *, now: datetime) -> Workshop | None:
    soonest = (
        select(Workshop)
        .where(Workshop.role_profile_id == candidacy.role_profile_id, Workshop.starts_at > now)
        .order_by(Workshop.starts_at)
        .limit(1)
    )
    return db.session.scalar(soonest)


def newest_attendance_of(candidacy: Candidacy) -> Attendance | None:
    newest = (
        select(Attendance)
        .where(Attendance.candidacy_id == candidacy.id)
        .order_by(Attendance.invited_at.desc())
        .limit(1)
    )
    return db.session.scalar(newest)
