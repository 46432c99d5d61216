"""What a person can do about a meeting: send apologies, take them back, and have a calendar of their own."""

from datetime import date, datetime

from flask_babel import gettext as _
from sqlalchemy import delete

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.messages.meetings import apology_taken_back, apology_told
from recruit.models.accounts import Account
from recruit.models.attending import Apology, CalendarFeed, Paper
from recruit.models.candidates import Candidate
from recruit.models.groups import Meeting
from recruit.queries.attending import apologies_of, feed_of, hosts_of, partners_at
from recruit.storage import insert_once, new_id


def send_apologies(candidate: Candidate, meeting: Meeting, *, on: date, now: datetime) -> None:
    """Say that somebody cannot come: whoever sits beside them covers, and the host knows. Twice is once."""
    if meeting.starts_at <= now:
        raise Refused(_("This meeting has begun. Call your host."))
    is_new = insert_once(
        db.session, Apology, id=new_id(), candidate_id=candidate.id, meeting_id=meeting.id, said_at=now
    )
    if is_new:
        record("apologies sent", meeting, by=candidate, now=now)
        for to in _told_about(candidate, meeting, on):
            apology_told(to, candidate, meeting, now=now)


def take_apologies_back(candidate: Candidate, meeting: Meeting, *, on: date, now: datetime) -> None:
    """They can come after all; whoever was told is told again."""
    if meeting.id not in apologies_of(candidate):
        return
    theirs = (Apology.candidate_id == candidate.id, Apology.meeting_id == meeting.id)
    db.session.execute(delete(Apology).where(*theirs))
    record("apologies taken back", meeting, by=candidate, now=now)
    for to in _told_about(candidate, meeting, on):
        apology_taken_back(to, candidate, meeting, now=now)


def _told_about(candidate: Candidate, meeting: Meeting, on: date) -> list[Candidate | Account]:
    """Whoever covers, and the host."""
    return [*partners_at(meeting, candidate, on=on), *hosts_of(meeting.group)]


def begin_feed(candidate: Candidate, *, now: datetime) -> None:
    """Make the link that a calendar asks again and again; there is one at a time."""
    insert_once(db.session, CalendarFeed, id=new_id(), candidate_id=candidate.id, made_at=now)


def end_feed(candidate: Candidate) -> None:
    """From now on the link speaks for nobody."""
    feed = feed_of(candidate)
    if feed is not None:
        db.session.delete(feed)


def add_paper(
    meeting: Meeting, *, title: str, words: str, url: str | None, by: Account, now: datetime
) -> Paper:
    paper = Paper(meeting=meeting, title=title, words=words, url=url, added_at=now, added_by_id=by.id)
    db.session.add(paper)
    record("paper added", paper, by=by, now=now)
    return paper
