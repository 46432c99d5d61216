"""What taking part costs: hours, and money that we owe; neither ever enters a score."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped

from recruit.extensions import db
from recruit.models.candidates import Candidate
from recruit.models.columns import Key, Words, belongs_to, tie
from recruit.models.groups import Meeting


class HoursSpent(db.Model):
    """What one meeting took of somebody's time, in minutes: in it, reading before it, travelling to it."""

    __tablename__ = "hours_spent"
    __table_args__ = (db.UniqueConstraint("candidate_id", "meeting_id"),)

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    meeting_id: Mapped[UUID] = belongs_to("meeting.id")
    in_meeting: Mapped[int]
    reading: Mapped[int]
    travelling: Mapped[int]
    noted_at: Mapped[datetime]

    meeting: Mapped[Meeting] = tie()

    @property
    def minutes(self) -> int:
        return self.in_meeting + self.reading + self.travelling


class Expense(db.Model):
    """Money that somebody spent to take part; paid, it is kept six years, without the person if they left."""

    __tablename__ = "expense"

    id: Mapped[Key]
    programme_id: Mapped[UUID] = belongs_to("programme.id")
    candidate_id: Mapped[UUID | None] = belongs_to("candidate.id", when_gone="SET NULL")
    payee_number: Mapped[int]
    what: Mapped[Words]
    pence: Mapped[int]
    spent_on: Mapped[date]
    claimed_at: Mapped[datetime]
    paid_on: Mapped[date | None]
    paid_by_id: Mapped[UUID | None] = belongs_to("account.id", when_gone="SET NULL")

    candidate: Mapped[Candidate | None] = tie()
