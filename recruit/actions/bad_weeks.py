"""A bad week: for seven days nothing that asks for something is sent, and nobody asks why."""

from datetime import date, datetime, timedelta

from sqlalchemy import delete, select, update

from recruit.actions.journal import record
from recruit.extensions import db
from recruit.messages.bad_weeks import may_be_slower
from recruit.messages.tray import RELEASE
from recruit.models.bad_weeks import BadWeek
from recruit.models.candidates import Candidate
from recruit.models.jobs import Job
from recruit.models.messages import Message
from recruit.models.states import JobState, MessageState
from recruit.queries.asks import coordinators_of
from recruit.queries.attending import hosts_of
from recruit.queries.bad_weeks import bad_week_of
from recruit.queries.my_page import groups_of_person, programme_of_person

LASTS = timedelta(days=7)


def begin_bad_week(candidate: Candidate, *, today: date, now: datetime) -> None:
    """Hosts and coordinators learn that somebody may be slower, and nothing else. Twice is once."""
    if bad_week_of(candidate.id, now=now):
        return
    programme = programme_of_person(candidate, on=today)
    db.session.execute(delete(BadWeek).where(BadWeek.candidate_id == candidate.id))
    db.session.add(BadWeek(candidate_id=candidate.id, until=now + LASTS))
    record("bad week began", candidate, by=candidate, now=now)
    if programme is None:
        return
    hosts = [each for group in groups_of_person(candidate, on=today) for each in hosts_of(group)]
    for account in dict.fromkeys(hosts or coordinators_of(programme.id)):
        may_be_slower(account, candidate, programme, until=now + LASTS, now=now)


def end_bad_week(candidate: Candidate, *, now: datetime) -> None:
    """They are back early: what was held back is sent now."""
    if bad_week_of(candidate.id, now=now) is None:
        return
    db.session.execute(delete(BadWeek).where(BadWeek.candidate_id == candidate.id))
    held = select(Message.id).where(Message.candidate_id == candidate.id, Message.state == MessageState.HELD)
    waiting = [f"{RELEASE}:{message_id}" for message_id in db.session.scalars(held)]
    due = update(Job).where(Job.key.in_(waiting), Job.state == JobState.READY)
    db.session.execute(due.values(run_at=now))
    record("bad week ended", candidate, by=candidate, now=now)
