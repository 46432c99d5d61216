"""When the groups meet."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from recruit.extensions import db
from recruit.models.groups import Meeting, MeetingSeries


def meetings_between(group_ids: Collection[UUID], start: datetime, end: datetime) -> list[Meeting]:
    found = (
        select(Meeting)
        .where(Meeting.group_id.in_(group_ids), Meeting.starts_at >= start, Meeting.starts_at < end)
        .order_by(Meeting.starts_at)
    )
    return list(db.session.scalars(found))


def next_meeting_of(group_ids: Collection[UUID], now: datetime) -> dict[UUID, datetime]:
    """The next meeting of each group that has one."""
    soonest = (
        select(Meeting.group_id, func.min(Meeting.starts_at).label("starts_at"))
        .where(Meeting.group_id.in_(group_ids), Meeting.starts_at >= now)
        .group_by(Meeting.group_id)
    )
    return {row.group_id: row.starts_at for row in db.session.execute(soonest)}


def series_of(group_id: UUID) -> MeetingSeries | None:
    """The rule that the newest meetings of a group follow."""
    newest = (
        select(MeetingSeries)
        .where(MeetingSeries.group_id == group_id)
        .order_by(MeetingSeries.first_at.desc())
        .limit(1)
    )
    return db.session.scalar(newest)
