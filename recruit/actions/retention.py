"""Letting people's facts go when their time is over."""

from datetime import datetime, timedelta

from sqlalchemy import delete

from recruit.actions.journal import record
from recruit.actions.sign_in import LIVES
from recruit.extensions import db
from recruit.messages.sign_in import WITH_CODE
from recruit.models.accounts import Attempt, SignedIn, SignInLink
from recruit.models.candidates import Candidate
from recruit.models.jobs import FormKey, Job
from recruit.models.messages import Message
from recruit.models.states import JobState
from recruit.queries.retention import whose_time_is_over


def forget_candidates(*, now: datetime) -> int:
    """Delete everybody whose time is over, with all that hangs on them; the journal keeps ids. Say how many."""
    over = whose_time_is_over(now)
    for candidate_id in over:
        record("candidate forgotten", db.session.get_one(Candidate, candidate_id), by=None, now=now)
    db.session.flush()
    db.session.expunge_all()
    db.session.execute(delete(Candidate).where(Candidate.id.in_(over)))
    return len(over)


def forget_spent(*, now: datetime) -> None:
    """Delete what has served: codes and links to sign in, tries, old sessions, finished work."""
    day, season = now - timedelta(days=1), now - timedelta(days=92)
    for spent in (
        delete(Message).where(Message.kind.in_(WITH_CODE), Message.written_at < now - LIVES),
        delete(SignInLink).where(SignInLink.expires_at < day),
        delete(Attempt).where(Attempt.at < day),
        delete(SignedIn).where(SignedIn.seen_at < season),
        delete(FormKey).where(FormKey.posted_at < season),
        delete(Job).where(Job.state == JobState.DONE, Job.finished_at < season),
    ):
        db.session.execute(spent)
