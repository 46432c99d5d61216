"""Coming to meetings: apologies, papers to read before, and the calendar that a person's own device asks for."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.columns import Key, Words, belongs_to, tie
from recruit.models.groups import Meeting


class Apology(db.Model):
    """Somebody said that they cannot come to one meeting; taken back, it is gone."""

    __tablename__ = "apology"
    __table_args__ = (db.UniqueConstraint("candidate_id", "meeting_id"),)

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    meeting_id: Mapped[UUID] = belongs_to("meeting.id")
    said_at: Mapped[datetime]

    meeting: Mapped[Meeting] = tie()


class Paper(db.Model):
    """Something to read before a meeting: words, or an address where it lies."""

    __tablename__ = "paper"

    id: Mapped[Key]
    meeting_id: Mapped[UUID] = belongs_to("meeting.id")
    title: Mapped[Words]
    words: Mapped[str] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(String(400))
    added_at: Mapped[datetime]
    added_by_id: Mapped[UUID | None] = belongs_to("account.id", when_gone="SET NULL")

    meeting: Mapped[Meeting] = tie()


class CalendarFeed(db.Model):
    """The link a calendar asks again and again: times and places, no names; revoked, the row is gone."""

    __tablename__ = "calendar_feed"

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id", unique=True)
    made_at: Mapped[datetime]
