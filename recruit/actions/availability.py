"""When a person can come, as they tell us."""

from datetime import date
from typing import Any
from uuid import UUID

from recruit.extensions import db
from recruit.models.candidates import (
    Candidate,
    DateReply,
    FreeTime,
    HoursBand,
    HoursPer,
    MeetingReply,
    PartOfDay,
    WeeksAway,
)
from recruit.queries.availability import free_times_of, known_meetings, replies_of

ONLINE, IN_PERSON, EITHER = "online", "in person", "either"


def change_availability(candidate: Candidate, given: dict[str, Any]) -> None:
    """Keep what was answered; a question that was not answered stays as it was."""
    if "times" in given:
        _change_times(candidate, given["times"])
    if "hours" in given:
        candidate.hours = HoursBand(given["hours"]["hours"])
        candidate.hours_per = HoursPer(given["hours"]["hours_per"])
    if "where" in given:
        ways = given["where"]["where"]
        candidate.meets_online = ONLINE in ways or EITHER in ways
        candidate.meets_in_person = IN_PERSON in ways or EITHER in ways
    db.session.flush()


def change_replies(candidate: Candidate, replies: dict[str, str]) -> None:
    """Keep what was said about single dates; no answer takes an earlier one back."""
    told = {UUID(meeting): reply for meeting, reply in replies.items()}
    before = replies_of(candidate)
    for meeting_id in known_meetings(told):
        if not told[meeting_id]:
            if meeting_id in before:
                db.session.delete(before[meeting_id])
            continue
        reply = before.get(meeting_id) or MeetingReply(candidate_id=candidate.id, meeting_id=meeting_id)
        reply.reply = DateReply(told[meeting_id])
        db.session.add(reply)
    db.session.flush()


def _change_times(candidate: Candidate, times: dict[str, Any]) -> None:
    """Take out the cells that are no longer ticked and add the new ones."""
    ticked = {(int(day), PartOfDay(part)) for day, part in (cell.split("-") for cell in times["times"])}
    before = {(free.weekday, free.part): free for free in free_times_of(candidate)}
    for cell, free in before.items():
        if cell not in ticked:
            db.session.delete(free)
    for weekday, part in sorted(ticked - before.keys()):
        db.session.add(FreeTime(candidate_id=candidate.id, weekday=weekday, part=part))
    candidate.school_hours_only = times["school_hours_only"]
    candidate.term_time_only = times["term_time_only"]


def be_away(candidate: Candidate, first: date, last: date) -> None:
    """Note days away, both included; the same days twice are noted once."""
    if not any((each.from_on, each.to_on) == (first, last) for each in candidate.weeks_away):
        candidate.weeks_away.append(WeeksAway(from_on=first, to_on=last))
    db.session.flush()


def be_here_after_all(candidate: Candidate, away: WeeksAway) -> None:
    candidate.weeks_away.remove(away)
    db.session.flush()
