"""Letting people's facts go when their time is over."""

from datetime import datetime

from sqlalchemy import delete

from recruit.actions.journal import record
from recruit.extensions import db
from recruit.models.candidates import Candidate
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
