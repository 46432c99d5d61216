"""My meetings: what to read, one tap when I cannot come, and the way into my calendar."""

from datetime import timedelta

from flask import Blueprint, abort, g, redirect, url_for

from recruit.actions.attending import begin_feed, end_feed, send_apologies, take_apologies_back
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.queries.attending import (
    apologies_of,
    feed_of,
    meeting_of_person,
    meetings_of_person,
    papers_for,
)
from recruit.web.calendars import calendar_file
from recruit.web.clock import LONDON, now, today
from recruit.web.render import page

room = Blueprint("meetings", __name__, url_prefix="/meetings")

DATES_SHOWN = timedelta(weeks=13)


@room.get("/")
def index():
    me = g.signed_in.candidate
    meetings = meetings_of_person(me, start=now(), end=now() + DATES_SHOWN, on=today())
    feed = feed_of(me)
    return page(
        "me/meetings/index.html",
        meetings=meetings,
        apologies=apologies_of(me),
        papers=papers_for([meeting.id for meeting in meetings]),
        today=today(),
        feed_url=_address_of(feed) if feed else None,
    )


@room.post("/<uuid:meeting_id>/cannot-come/")
def cannot_come(meeting_id):
    meeting = _mine(meeting_id)
    send_apologies(g.signed_in.candidate, meeting, on=_day_of(meeting), now=now())
    return _kept(meeting)


@room.post("/<uuid:meeting_id>/can-come/")
def can_come(meeting_id):
    meeting = _mine(meeting_id)
    take_apologies_back(g.signed_in.candidate, meeting, on=_day_of(meeting), now=now())
    return _kept(meeting)


@room.get("/<uuid:meeting_id>/meeting.ics")
def calendar(meeting_id):
    answer = calendar_file([_mine(meeting_id)], now=now())
    answer.headers["Content-Disposition"] = "attachment; filename=meeting.ics"
    return answer


@room.post("/calendar/")
def begin_calendar():
    begin_feed(g.signed_in.candidate, now=now())
    return _kept()


@room.post("/calendar/end/")
def end_calendar():
    end_feed(g.signed_in.candidate)
    return _kept()


def _mine(meeting_id):
    return meeting_of_person(g.signed_in.candidate, meeting_id, now=now(), on=today()) or abort(404)


def _day_of(meeting):
    return meeting.starts_at.astimezone(LONDON).date()


def _kept(meeting=None):
    db.session.commit()
    anchor = f"meeting-{meeting.id}" if meeting else "calendar"
    return redirect(url_for("me.meetings.index", _anchor=anchor), 303)


def _address_of(feed):
    token = links.token(Purpose.CALENDAR, feed.id)
    return links.url(url_for("answer.calendar.show", token=token))
