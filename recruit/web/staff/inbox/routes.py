"""Where the day begins: what needs a person, in the order it is due."""

from flask import Blueprint, g
from flask_babel import gettext as _

from recruit.queries.asks import looks_waiting
from recruit.queries.costs import expenses_waiting
from recruit.queries.inbox import (
    funnel_of,
    nominees_not_contacted,
    nominees_silent,
    offers_to_watch,
    proposals_open,
    seats_offered,
    seats_promised,
    shortlists_undecided,
    wrong_contacts,
)
from recruit.queries.meetings import next_meeting_of
from recruit.queries.messages import piles_of
from recruit.queries.pairs import days_empty, pairs_on
from recruit.queries.roles import advisory_group_of
from recruit.web.clock import now, today
from recruit.web.render import page
from recruit.web.staff.inbox import risks, things

room = Blueprint("inbox", __name__, url_prefix="/inbox")


@room.get("/")
def show():
    programme = g.signed_in.programme
    pairs = pairs_on(today(), programme_id=programme.id)
    offers = offers_to_watch(programme, now())
    funnel = funnel_of(programme)
    empty = {seat.seat_id for pair in pairs for seat in pair.seats if seat.kind == "empty"}
    since = days_empty(empty, today())
    advisory_group = advisory_group_of(programme.id)
    groups = [pair.group_id for pair in pairs] + ([advisory_group.id] if advisory_group else [])
    meetings = next_meeting_of(groups, now())
    promised = seats_promised(programme)
    tasks = _tasks(programme, pairs, offers, empty=empty, since=since, promised=promised)
    return page(
        "staff/inbox/show.html",
        today=today(),
        tasks=tasks,
        late=sum(task["is_late"] for task in tasks),
        strip=_strip(funnel, pairs),
        risks=list(risks.of_seats(pairs, since=since, next_in_line=funnel.next_in_line, today=today())),
        pairs=pairs,
        offered=seats_offered(offers),
        promised=promised,
        meetings=meetings,
        advisory_group=advisory_group,
        advisory_meeting=meetings.get(advisory_group.id) if advisory_group else None,
    )


def _tasks(programme, pairs, offers, *, empty, since, promised):
    proposals = proposals_open(programme)
    # One proposal looks at every empty seat of the programme.
    spoken_for = empty if proposals else seats_offered(offers) | promised
    found = [
        *things.of_proposals(proposals, today=today()),
        *things.of_offers(offers, empty_seats=empty, now=now()),
        *things.of_empty_seats(pairs, spoken_for=spoken_for, since=since, today=today()),
        *things.of_first_contacts(nominees_not_contacted(programme, now())),
        *things.of_nominees(nominees_silent(programme, now())),
        *things.of_wrong_contacts(wrong_contacts(programme)),
        *things.of_shortlists(shortlists_undecided(programme)),
        *things.of_looks(looks_waiting(programme)),
        *things.of_expenses(*expenses_waiting(programme)),
        *things.of_messages(piles_of(programme)),
    ]
    return [thing.as_task(today()) for thing in sorted(found, key=lambda thing: thing.due_on)]


def _strip(funnel, pairs):
    return [
        {"figure": funnel.live, "name": _("live")},
        {"figure": funnel.attended, "name": _("came to a workshop")},
        {"figure": funnel.interested, "name": _("interested")},
        {"figure": funnel.chosen, "name": _("chosen")},
        {"figure": funnel.next_in_line, "name": _("next in line")},
        {"figure": sum(len(pair.people) for pair in pairs), "name": _("in a seat now")},
    ]
