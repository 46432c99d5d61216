"""Changing when I am free."""

from flask import Blueprint, abort, g, redirect, url_for

from recruit.actions.availability import (
    EITHER,
    IN_PERSON,
    ONLINE,
    be_away,
    be_here_after_all,
    change_availability,
    change_replies,
)
from recruit.extensions import db
from recruit.models.candidates import HoursPer
from recruit.queries.about_you import person_in_full
from recruit.queries.my_page import candidacies_of_person, groups_of_person
from recruit.queries.registrations import dates_of
from recruit.web.availability import DAYS, REPLIES, TIMES, asked_dates, said_about_time, time_fits
from recruit.web.clock import now, today
from recruit.web.me.availability.forms import AvailabilityForm, BackForm
from recruit.web.render import form_page, page

room = Blueprint("availability", __name__, url_prefix="/availability")


@room.route("/", methods=["GET", "POST"])
def change():
    me = person_in_full(g.signed_in.candidate.id)
    form = AvailabilityForm(data=_said_before(me))
    if not form.validate_on_submit():
        return form_page("me/availability/change.html", form=form, **_around(me, form))
    given = form.given()
    change_availability(me, given)
    change_replies(me, given["dates"]["replies"])
    if form.away_from.data:
        be_away(me, form.away_from.data, form.away_to.data)
    db.session.commit()
    return redirect(url_for("me.show"), 303)


@room.post("/fits/")
def fits():
    """How the roles fit what is ticked now; nothing is kept."""
    me = person_in_full(g.signed_in.candidate.id)
    form = AvailabilityForm(data=_said_before(me))
    return page("me/availability/change.html", part="components/_fits.html", form=form, **_around(me, form))


@room.post("/away/<uuid:away_id>/gone/")
def not_away(away_id):
    me = person_in_full(g.signed_in.candidate.id)
    away = next((each for each in me.weeks_away if each.id == away_id), None) or abort(404)
    be_here_after_all(me, away)
    db.session.commit()
    return redirect(url_for("me.availability.change"), 303)


def _said_before(me):
    ways = {(True, True): [EITHER], (True, False): [ONLINE], (False, True): [IN_PERSON]}
    return {
        "times": [f"{free.weekday}-{free.part}" for free in me.free_times],
        "school_hours_only": me.school_hours_only,
        "term_time_only": me.term_time_only,
        "hours": me.hours,
        "hours_per": me.hours_per or HoursPer.MONTH,
        "where": ways.get((bool(me.meets_online), bool(me.meets_in_person)), []),
        "replies": {str(reply.meeting_id): str(reply.reply) for reply in me.date_replies},
    }


def _around(me, form):
    roles = [candidacy.role_profile for candidacy in candidacies_of_person(me)]
    groups = {group.id for group in groups_of_person(me, on=today())} | {role.group_id for role in roles}
    meetings = dates_of(groups, now=now())
    return {
        "days": DAYS,
        "times": TIMES,
        "dates": asked_dates(meetings, form.replies.data),
        "replies": REPLIES,
        "fits": time_fits(roles, meetings, said_about_time(form.given())),
        "away": sorted(me.weeks_away, key=lambda each: each.from_on),
        "back": BackForm(),
    }
