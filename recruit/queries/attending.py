"""Who comes to a meeting, who cannot, and what there is to read before it."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.accounts import Account, AccountPower, Power
from recruit.models.attending import Apology, CalendarFeed, Paper
from recruit.models.candidates import Candidate
from recruit.models.groups import Group, Meeting
from recruit.models.seats import Seat, Term
from recruit.models.states import TermState
from recruit.queries.my_page import groups_of_person

BEHIND, AHEAD = timedelta(days=31), timedelta(days=366)


def meetings_of_person(candidate: Candidate, *, start: datetime, end: datetime, on: date) -> list[Meeting]:
    """The meetings of the groups somebody sits in or belongs to, soonest first, with their group."""
    groups = [group.id for group in groups_of_person(candidate, on=on)]
    found = (
        select(Meeting)
        .where(Meeting.group_id.in_(groups), Meeting.starts_at >= start, Meeting.starts_at < end)
        .order_by(Meeting.starts_at, Meeting.id)
        .options(joinedload(Meeting.group).joinedload(Group.programme))
    )
    return list(db.session.scalars(found))


def meeting_of_person(candidate: Candidate, meeting_id: UUID, *, now: datetime, on: date) -> Meeting | None:
    """One of their own meetings, of the last month or to come."""
    theirs = meetings_of_person(candidate, start=now - BEHIND, end=now + AHEAD, on=on)
    return next((meeting for meeting in theirs if meeting.id == meeting_id), None)


def apologies_of(candidate: Candidate) -> set[UUID]:
    """The meetings that somebody said they cannot come to."""
    return set(db.session.scalars(select(Apology.meeting_id).where(Apology.candidate_id == candidate.id)))


def apologies_for(meeting_ids: Collection[UUID]) -> dict[UUID, list[str]]:
    """The names of those who cannot come, by meeting: for the host."""
    found = (
        select(Apology.meeting_id, Candidate.name)
        .join(Candidate, Apology.candidate_id == Candidate.id)
        .where(Apology.meeting_id.in_(meeting_ids))
        .order_by(Candidate.name)
    )
    names: dict[UUID, list[str]] = {}
    for meeting_id, name in db.session.execute(found):
        names.setdefault(meeting_id, []).append(name)
    return names


def partners_at(meeting: Meeting, candidate: Candidate, *, on: date) -> list[Candidate]:
    """Who sits beside somebody on the day of a meeting, and so can cover."""
    found = (
        select(Candidate)
        .join(Term, Term.candidate_id == Candidate.id)
        .join(Seat, Term.seat_id == Seat.id)
        .where(
            Seat.group_id == meeting.group_id,
            Term.candidate_id != candidate.id,
            Term.state.in_((TermState.PLANNED, TermState.SERVING)),
            Term.starts_on <= on,
            Term.ends_on > on,
        )
        .order_by(Seat.number)
    )
    return list(db.session.scalars(found))


def hosts_of(group: Group) -> list[Account]:
    """The professionals who look after a group; where nobody does, the coordinators."""
    found = (
        select(Account)
        .join(AccountPower, AccountPower.account_id == Account.id)
        .where(AccountPower.programme_id == group.programme_id, Account.closed_at.is_(None))
        .order_by(Account.name)
    )
    hosts = found.where(AccountPower.power == Power.HOST, AccountPower.group_id == group.id)
    coordinators = found.where(AccountPower.power == Power.COORDINATOR)
    return list(db.session.scalars(hosts)) or list(db.session.scalars(coordinators))


def papers_for(meeting_ids: Collection[UUID]) -> dict[UUID, list[Paper]]:
    """What there is to read before each meeting, in the order it came."""
    found = select(Paper).where(Paper.meeting_id.in_(meeting_ids)).order_by(Paper.added_at, Paper.id)
    papers: dict[UUID, list[Paper]] = {}
    for paper in db.session.scalars(found):
        papers.setdefault(paper.meeting_id, []).append(paper)
    return papers


def feed_of(candidate: Candidate) -> CalendarFeed | None:
    return db.session.scalar(select(CalendarFeed).where(CalendarFeed.candidate_id == candidate.id))


def person_of_feed(token: str) -> Candidate | None:
    """Whose calendar a link speaks for; a link that was ended speaks for nobody."""
    feed_id = links.subject(Purpose.CALENDAR, token)
    found = select(Candidate).join(CalendarFeed, CalendarFeed.candidate_id == Candidate.id)
    return db.session.scalar(found.where(CalendarFeed.id == feed_id)) if feed_id else None
