"""The groups of a programme, who belongs to them, and the meetings they hold."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.columns import Key, Words, belongs_to, tie
from recruit.models.programmes import Programme

PAPERS_BEFORE = timedelta(days=7)


class GroupKind(StrEnum):
    WORKSTREAM = "workstream"
    ADVISORY_GROUP = "advisory group"
    FORUM = "forum"
    GOVERNING_BODY = "governing body"


class Group(db.Model):
    """A workstream, or a group that people belong to without a seat of their own."""

    __tablename__ = "group"

    id: Mapped[Key]
    programme_id: Mapped[UUID] = belongs_to("programme.id")
    kind: Mapped[GroupKind]
    name: Mapped[Words]
    position: Mapped[int]

    programme: Mapped[Programme] = tie()
    seats: Mapped[list["Seat"]] = tie(back_populates="group", order_by="Seat.number")  # noqa: F821
    meetings: Mapped[list["Meeting"]] = tie(back_populates="group", order_by="Meeting.starts_at")


class Membership(db.Model):
    """One person in the advisory group or the forum, from day to day."""

    __tablename__ = "membership"
    __table_args__ = (db.UniqueConstraint("group_id", "candidate_id", "joined_on"),)

    id: Mapped[Key]
    group_id: Mapped[UUID] = belongs_to("group.id")
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    joined_on: Mapped[date]
    left_on: Mapped[date | None]

    group: Mapped[Group] = tie()
    candidate: Mapped["Candidate"] = tie()  # noqa: F821


class MeetingSeries(db.Model):
    """How often a group meets: the rule that its meetings are made from (RFC 5545)."""

    __tablename__ = "meeting_series"

    id: Mapped[Key]
    group_id: Mapped[UUID] = belongs_to("group.id")
    rule: Mapped[Words]
    first_at: Mapped[datetime]
    minutes: Mapped[int]
    is_online: Mapped[bool]
    place: Mapped[Words]
    words: Mapped[Words]

    group: Mapped[Group] = tie()


class Meeting(db.Model):
    """One dated meeting of a group; times are kept in UTC and shown as in London."""

    __tablename__ = "meeting"
    __table_args__ = (db.UniqueConstraint("group_id", "starts_at"),)

    id: Mapped[Key]
    group_id: Mapped[UUID] = belongs_to("group.id")
    series_id: Mapped[UUID | None] = belongs_to("meeting_series.id", when_gone="SET NULL")
    starts_at: Mapped[datetime]
    minutes: Mapped[int]
    is_online: Mapped[bool]
    place: Mapped[str] = mapped_column(String(200), default="")
    version: Mapped[int] = mapped_column(default=1, server_default="1")

    group: Mapped[Group] = tie(back_populates="meetings")

    @property
    def papers_by(self) -> datetime:
        """What comes later comes late: nobody need have read it."""
        return self.starts_at - PAPERS_BEFORE

    __mapper_args__ = {"version_id_col": version}
