"""Meetings as a calendar file (RFC 5545): when and where, in London's time, and no names."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from flask import Response, current_app
from flask_babel import gettext as _
from icalendar import Calendar, Event

from recruit.models.groups import Meeting
from recruit.web.clock import LONDON


def calendar_file(meetings: Iterable[Meeting], *, now: datetime) -> Response:
    """A whole calendar; the same meeting keeps its UID, and its SEQUENCE grows when it is moved."""
    service = current_app.config["SERVICE_NAME"]
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{service}//meetings//EN")
    calendar.add("x-wr-calname", service)
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    for meeting in meetings:
        calendar.add_component(_event(meeting, service, now))
    calendar.add_missing_timezones()
    return Response(calendar.to_ical(), mimetype="text/calendar")


def _event(meeting: Meeting, service: str, now: datetime) -> Event:
    host = current_app.config["BASE_URL"].split("//")[-1].split(":")[0].split("/")[0]
    starts = meeting.starts_at.astimezone(LONDON)
    event = Event()
    event.add("uid", f"{meeting.id}@{host}")
    event.add("sequence", meeting.version - 1)
    event.add("dtstamp", now)
    event.add("dtstart", starts)
    event.add("dtend", (meeting.starts_at + timedelta(minutes=meeting.minutes)).astimezone(LONDON))
    event.add("summary", _("Meeting (%(service)s)", service=service))
    event.add("location", _("Online") if meeting.is_online else meeting.place)
    return event
