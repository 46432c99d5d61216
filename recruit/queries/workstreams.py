"""The workstreams of a programme, and what happened in the seats of one."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from recruit.extensions import db
from recruit.models.groups import Group, GroupKind, Meeting
from recruit.models.programmes import Programme
from recruit.models.seats import Seat, Term

AHEAD = timedelta(days=183)


def workstream_of(programme: Programme, group_id: UUID) -> Group | None:
    found = select(Group).where(
        Group.id == group_id, Group.programme_id == programme.id, Group.kind == GroupKind.WORKSTREAM
    )
    return db.session.scalar(found)


def terms_in(group: Group) -> list[Term]:
    """Every term that was, is or will be served there, the newest first."""
    served = (
        select(Term)
        .join(Seat, Term.seat_id == Seat.id)
        .where(Seat.group_id == group.id)
        .options(joinedload(Term.seat), joinedload(Term.candidate))
        .order_by(Term.starts_on.desc(), Seat.number)
    )
    return list(db.session.scalars(served))


def meetings_ahead_of(group: Group, *, now: datetime) -> list[Meeting]:
    """The dated meetings of the next half year."""
    ahead = (
        select(Meeting)
        .where(Meeting.group_id == group.id, Meeting.starts_at >= now, Meeting.starts_at < now + AHEAD)
        .order_by(Meeting.starts_at)
    )
    return list(db.session.scalars(ahead))
