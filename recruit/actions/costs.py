"""What a person notes about their time and money, and how they are paid back; none of it enters a score."""

from datetime import date, datetime

from flask_babel import gettext as _

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.messages.costs import expense_paid
from recruit.models.accounts import Account
from recruit.models.candidates import Candidate
from recruit.models.costs import Expense, HoursSpent
from recruit.models.groups import Meeting
from recruit.models.programmes import Programme
from recruit.queries.costs import hours_for


def note_hours(
    candidate: Candidate, meeting: Meeting, *, in_meeting: int, reading: int, travelling: int, now: datetime
) -> HoursSpent:
    """Keep what one meeting took, in minutes; noted again, the later figures stand."""
    spent = hours_for(candidate, meeting)
    if spent is None:
        spent = HoursSpent(candidate_id=candidate.id, meeting=meeting)
        db.session.add(spent)
    spent.in_meeting, spent.reading, spent.travelling = in_meeting, reading, travelling
    spent.noted_at = now
    record("hours noted", spent, by=candidate, now=now)
    return spent


def claim_expense(
    candidate: Candidate, programme: Programme, *, what: str, pence: int, spent_on: date, now: datetime
) -> Expense:
    expense = Expense(
        programme_id=programme.id,
        candidate=candidate,
        payee_number=candidate.number,
        what=what,
        pence=pence,
        spent_on=spent_on,
        claimed_at=now,
    )
    db.session.add(expense)
    record("expense claimed", expense, by=candidate, now=now)
    return expense


def pay_expense(expense: Expense, programme: Programme, *, on: date, by: Account, now: datetime) -> None:
    """Note the day on which money left us, and tell whoever it went to."""
    db.session.refresh(expense, ["paid_on"], with_for_update=True)
    if expense.paid_on is not None:
        raise Refused(_("This was paid already. Somebody may have noted it a moment ago."))
    expense.paid_on, expense.paid_by_id = on, by.id
    record("expense paid", expense, by=by, now=now)
    if expense.candidate is not None:
        expense_paid(expense, programme, now=now)
