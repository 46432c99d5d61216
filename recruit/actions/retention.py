"""Letting people's facts go when their time is over."""

from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from sqlalchemy import delete

from recruit.actions.erasing import leave_no_trace
from recruit.actions.sign_in import LIVES
from recruit.extensions import db
from recruit.messages.sign_in import WITH_CODE
from recruit.models.accounts import Attempt, SignedIn, SignInLink
from recruit.models.bad_weeks import BadWeek
from recruit.models.candidates import Candidate, UnsavedAnswer
from recruit.models.costs import Expense
from recruit.models.jobs import FormKey, Job
from recruit.models.messages import Message
from recruit.models.states import JobState
from recruit.queries.retention import whose_time_is_over
from recruit.queries.unsaved import UNSAVED_LIVES


def forget_candidates(*, now: datetime) -> int:
    """Leave no trace of everybody whose time is over. Say how many."""
    over = whose_time_is_over(now)
    for candidate_id in over:
        leave_no_trace(db.session.get_one(Candidate, candidate_id), now=now)
    return len(over)


def forget_spent(*, now: datetime) -> None:
    """Delete what has served: codes and links to sign in, tries, old sessions, finished work."""
    day, season = now - timedelta(days=1), now - timedelta(days=92)
    money_stays = now.date() - relativedelta(years=6)
    for spent in (
        delete(Message).where(Message.kind.in_(WITH_CODE), Message.written_at < now - LIVES),
        delete(SignInLink).where(SignInLink.expires_at < day),
        delete(Attempt).where(Attempt.at < day),
        delete(SignedIn).where(SignedIn.seen_at < season),
        delete(UnsavedAnswer).where(UnsavedAnswer.kept_at < now - UNSAVED_LIVES),
        delete(BadWeek).where(BadWeek.until < now),
        delete(Expense).where(Expense.paid_on < money_stays),
        delete(FormKey).where(FormKey.posted_at < season),
        delete(Job).where(Job.state == JobState.DONE, Job.finished_at < season),
    ):
        db.session.execute(spent)
