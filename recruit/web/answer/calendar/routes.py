"""A calendar asks for its meetings by a link that can be ended; it learns when and where, and no names."""

from flask import Blueprint, abort

from recruit.queries.attending import AHEAD, BEHIND, meetings_of_person, person_of_feed
from recruit.web.calendars import calendar_file
from recruit.web.clock import now, today

room = Blueprint("calendar", __name__, url_prefix="/calendar")


@room.get("/<token>/meetings.ics")
def show(token):
    person = person_of_feed(token) or abort(404)
    meetings = meetings_of_person(person, start=now() - BEHIND, end=now() + AHEAD, on=today())
    return calendar_file(meetings, now=now())
