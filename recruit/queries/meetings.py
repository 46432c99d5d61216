"""When the groups meet."""

from collections.abc import Collection
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Followed:
    """A rule that a group goes by now, and the last meeting that was made from it."""

    series: MeetingSeries
    last_at: datetime | None


def series_followed() -> list[Followed]:
    """The newest rule of each group, in every programme."""
    last_at = (
        select(func.max(Meeting.starts_at)).where(Meeting.series_id == MeetingSeries.id).scalar_subquery()
    )
    found = db.session.execute(select(MeetingSeries, last_at).order_by(MeetingSeries.first_at))
    newest = {series.group_id: Followed(series, last) for series, last in found}
    return list(newest.values())
