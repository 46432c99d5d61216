"""Hours given and money owed: on a person's own page, and on the list of whoever pays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from recruit.extensions import db
from recruit.models.candidates import Candidate
from recruit.models.costs import Expense, HoursSpent
from recruit.models.groups import Meeting
from recruit.models.programmes import Programme


@dataclass(frozen=True)
class Totals:
    """Minutes given; pence claimed and not paid yet; pence paid."""

    minutes: int
    owed: int
    paid: int


def owed_to(candidate: Candidate) -> int:
    """Pence that somebody claimed and has not been paid."""
    owed = select(func.coalesce(func.sum(Expense.pence), 0)).where(
        Expense.candidate_id == candidate.id, Expense.paid_on.is_(None)
    )
    return int(db.session.scalar(owed) or 0)


def totals_of(hours: Sequence[HoursSpent], expenses: Sequence[Expense]) -> Totals:
    return Totals(
        minutes=sum(each.minutes for each in hours),
        owed=sum(each.pence for each in expenses if each.paid_on is None),
        paid=sum(each.pence for each in expenses if each.paid_on is not None),
    )


def hours_of(candidate: Candidate) -> list[HoursSpent]:
    """What somebody noted for each meeting, the newest meeting first."""
    found = (
        select(HoursSpent)
        .join(HoursSpent.meeting)
        .where(HoursSpent.candidate_id == candidate.id)
        .order_by(Meeting.starts_at.desc())
        .options(joinedload(HoursSpent.meeting).joinedload(Meeting.group))
    )
    return list(db.session.scalars(found))


def expenses_of(candidate: Candidate) -> list[Expense]:
    found = select(Expense).where(Expense.candidate_id == candidate.id)
    return list(db.session.scalars(found.order_by(Expense.spent_on.desc(), Expense.claimed_at.desc())))


def expenses_in(programme: Programme) -> list[Expense]:
    """What was claimed in a programme: what is to be paid first, oldest first, then what was paid."""
    found = (
        select(Expense)
        .where(Expense.programme_id == programme.id)
        .order_by(Expense.paid_on.is_not(None), Expense.claimed_at)
        .options(joinedload(Expense.candidate))
    )
    return list(db.session.scalars(found))


def expense_of(programme: Programme, expense_id: UUID) -> Expense | None:
    found = select(Expense).where(Expense.id == expense_id, Expense.programme_id == programme.id)
    return db.session.scalar(found.options(joinedload(Expense.candidate)))


def hours_for(candidate: Candidate, meeting: Meeting) -> HoursSpent | None:
    return db.session.scalar(
        select(HoursSpent).where(HoursSpent.candidate_id == candidate.id, HoursSpent.meeting_id == meeting.id)
    )


def expenses_waiting(programme: Programme) -> tuple[int, datetime | None]:
    """How many claims wait to be paid, and since when the oldest."""
    waiting = select(func.count(Expense.id), func.min(Expense.claimed_at)).where(
        Expense.programme_id == programme.id, Expense.paid_on.is_(None)
    )
    count, since = db.session.execute(waiting).one()
    return int(count), since
