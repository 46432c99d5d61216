"""What anyone can read: the open roles, how we choose, and what we do with what we are told."""

from datetime import timedelta

from flask import Blueprint, abort, g, redirect, request, url_for
from flask_babel import format_date
from flask_babel import gettext as _

from recruit.actions.arrivals import count_arrival
from recruit.extensions import links
from recruit.models.groups import GroupKind
from recruit.models.roles import Rung
from recruit.queries.meetings import meetings_between, series_of
from recruit.queries.organisations import knows_organisation
from recruit.queries.pairs import empty_in_all, pairs_on, seats_in_all
from recruit.queries.programmes import service_contact
from recruit.queries.roles import advisory_group_of, open_roles, role_with_slug
from recruit.reference import questions
from recruit.web.clock import LONDON, now, today
from recruit.web.guards import writing_apart
from recruit.web.languages import choose_language as keep_language
from recruit.web.public.easy import ideas_of
from recruit.web.public.glossary import ENTRIES
from recruit.web.public.month import month_ends, month_of
from recruit.web.public.paper import stages_on_paper, week
from recruit.web.public.squares import square_of
from recruit.web.public.ways import ways_in
from recruit.web.render import page

room = Blueprint("public", __name__)

A_YEAR = timedelta(days=366)
SEATED = {GroupKind.WORKSTREAM}


@room.get("/")
def home():
    pairs = pairs_on(today())
    return page(
        "public/home.html",
        roles=open_roles(today()),
        pairs=pairs,
        empty={pair.group_id: pair.empty for pair in pairs},
        seats=seats_in_all(pairs),
        empty_seats=empty_in_all(pairs),
        question_count=len(questions.first_stage()),
    )


@room.get("/roles/")
def roles():
    empty = {pair.group_id: pair.empty for pair in pairs_on(today())}
    return page("public/roles.html", roles=open_roles(today()), empty=empty)


@room.get("/roles/<slug>/")
def role(slug):
    role = _role(slug)
    version = role.versions[-1]
    meetings, beside = _meetings(role)
    return page(
        "public/role.html",
        role=role,
        version=version,
        is_closed=not role.is_open or (role.closes_on is not None and role.closes_on < today()),
        rungs=list(Rung),
        meetings=[meeting for meeting in meetings if meeting.group_id == role.group_id],
        month=_month(role, version, meetings, beside),
        pattern=_pattern(series_of(role.group_id)),
        pair=next((pair for pair in pairs_on(today()) if pair.group_id == role.group_id), None),
        musts=[criterion for criterion in version.criteria if criterion.is_essential],
        helps=[criterion for criterion in version.criteria if not criterion.is_essential],
        question_count=len(questions.first_stage()),
        by_time=ways_in([each for each in open_roles(today()) if each.programme_id == role.programme_id]),
    )


@room.get("/roles/<slug>/easy-read/")
def easy(slug):
    role = _role(slug)
    version = role.versions[-1]
    ideas = ideas_of(role, version, _own_meetings(role))
    return page("public/easy.html", role=role, version=version, ideas=ideas)


@room.get("/roles/<slug>/print/")
def printed(slug):
    role = _role(slug)
    version = role.versions[-1]
    url = links.url(url_for("public.role", slug=slug))
    return page(
        "public/printed.html",
        role=role,
        version=version,
        meetings=_own_meetings(role)[:6],
        pattern=_pattern(series_of(role.group_id)),
        musts=[criterion for criterion in version.criteria if criterion.is_essential],
        helps=[criterion for criterion in version.criteria if not criterion.is_essential],
        url=url,
        code=square_of(url),
    )


@room.get("/roles/<slug>/from/<uuid:organisation_id>/")
def arrive(slug, organisation_id):
    """Through an organisation's own link: counted by day, in a short write of its own, then on to the role."""
    role = _role(slug)
    if not knows_organisation(organisation_id):
        abort(404)
    if request.method == "GET":
        role_id = role.id
        with writing_apart():
            count_arrival(role_id, organisation_id, on=today())
    return redirect(url_for("public.role", slug=slug), 303)


@room.get("/roles/<slug>/from/<uuid:organisation_id>/poster/")
def poster(slug, organisation_id):
    role = _role(slug)
    if not knows_organisation(organisation_id):
        abort(404)
    url = links.url(url_for("public.arrive", slug=slug, organisation_id=organisation_id))
    return page(
        "public/poster.html",
        role=role,
        version=role.versions[-1],
        meetings=_own_meetings(role)[:1],
        url=links.url(url_for("public.role", slug=slug)),
        code=square_of(url),
    )


@room.get("/interest/on-paper/")
def on_paper():
    """The printable twin of the form."""
    days, times = week()
    roles = open_roles(today())
    stages = stages_on_paper(roles)
    return page("public/on_paper.html", stages=stages, days=days, times=times, contact=service_contact())


@room.get("/how-we-choose/")
def how_we_choose():
    return page("public/how_we_choose.html")


@room.get("/privacy/")
def privacy():
    return page("public/privacy.html")


@room.get("/accessibility/")
def accessibility():
    return page("public/accessibility.html")


@room.get("/contact/")
def contact():
    return page("public/contact.html", contact=service_contact())


@room.get("/glossary/")
def glossary():
    return page("public/glossary.html", entries=ENTRIES)


@room.post("/language/")
def choose_language():
    """Read on in another language, on the page that the choice was made on."""
    keep_language(request.form.get("language", ""))
    back = request.form.get("back", "")
    is_ours = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable()
    return redirect(back if is_ours else "/", 303)


def _role(slug):
    role = role_with_slug(slug) or abort(404)
    if not role.is_open and not _is_theirs(role):
        abort(404)
    return role


def _own_meetings(role):
    return meetings_between([role.group_id], now(), now() + A_YEAR)


def _is_theirs(role):
    """A role that is not open yet is seen by the staff of its programme only."""
    who = g.signed_in
    return who is not None and who.programme is not None and who.programme.id == role.programme_id


def _meetings(role):
    """The meetings of the group in the coming year, and those of the advisory group beside it."""
    beside = advisory_group_of(role.programme_id) if role.group.kind in SEATED else None
    group_ids = [role.group_id, beside.id] if beside else [role.group_id]
    return meetings_between(group_ids, now(), now() + A_YEAR), beside


def _month(role, version, meetings, beside):
    """What the picture of a month needs; nothing when no meeting is ahead."""
    if not meetings:
        return None
    first = meetings[0].starts_at.astimezone(LONDON).date()
    shown = [each for each in meetings if each.starts_at.astimezone(LONDON).date() < month_ends(first)]
    names = {"workstream": role.group.name}
    minutes_beside = sum(each.minutes for each in shown if each.group_id != role.group_id)
    if minutes_beside:
        names["group"] = beside.name
    if version.hours_reading:
        names["reading"] = _("reading at home")
    return {
        "weeks": month_of(shown, role.group_id, version.hours_reading),
        "weekdays": [format_date(first + timedelta(days=day - first.weekday()), "EEE") for day in range(7)],
        "names": names,
        "hours_beside": minutes_beside / 60,
    }


def _pattern(series):
    """How often and where a group meets, as a sentence; a place that is in the words already is not said twice."""
    if series is None:
        return ""
    told = series.words[:1].upper() + series.words[1:]
    is_said = not series.place or series.place.casefold() in told.casefold()
    return f"{told}." if is_said else f"{told}, {series.place}."
