"""A seat in a workstream, and the terms that people serve in it."""

from datetime import date
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.candidates import Candidate
from recruit.models.columns import Key, belongs_to, tie
from recruit.models.groups import Group
from recruit.models.states import TermState

# Why a term ends that nobody gave up; any other reason, or none, is the person's own.
RAN_OUT = "time in the role is over"
MOVED = "moved to another workstream"
REFRESHED = "the pair was refreshed"
NOT_GIVEN_UP = (RAN_OUT, MOVED, REFRESHED)


class Seat(db.Model):
    __tablename__ = "seat"
    __table_args__ = (db.UniqueConstraint("group_id", "number"),)

    id: Mapped[Key]
    group_id: Mapped[UUID] = belongs_to("group.id")
    number: Mapped[int]

    group: Mapped[Group] = tie(back_populates="seats")
    terms: Mapped[list["Term"]] = tie(back_populates="seat", order_by="Term.starts_on")


class Term(db.Model):
    """One person in one seat from day to day; the last day is the first one not served."""

    __tablename__ = "term"

    id: Mapped[Key]
    seat_id: Mapped[UUID] = belongs_to("seat.id")
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    state: Mapped[TermState]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    ended_because: Mapped[str | None] = mapped_column(String(60))

    seat: Mapped[Seat] = tie(back_populates="terms")
    candidate: Mapped[Candidate] = tie()

    def covers(self, day: date) -> bool:
        return self.starts_on <= day < self.ends_on
