"""All workstreams as pairs, and one with its history."""

from flask import Blueprint, abort, g

from recruit.models.states import TermState
from recruit.queries.meetings import next_meeting_of, series_of
from recruit.queries.pairs import empty_in_all, pairs_on, seats_in_all
from recruit.queries.workstreams import meetings_ahead_of, terms_in, workstream_of
from recruit.web.clock import now, today
from recruit.web.render import page

room = Blueprint("workstreams", __name__, url_prefix="/workstreams")


@room.get("/")
def index():
    pairs = pairs_on(today(), programme_id=g.signed_in.programme.id)
    return page(
        "staff/workstreams/index.html",
        pairs=pairs,
        seats=seats_in_all(pairs),
        empty=empty_in_all(pairs),
        next_meetings=next_meeting_of([pair.group_id for pair in pairs], now()),
    )


@room.get("/<uuid:group_id>/")
def show(group_id):
    workstream = workstream_of(g.signed_in.programme, group_id) or abort(404)
    pairs = pairs_on(today(), programme_id=g.signed_in.programme.id)
    terms = terms_in(workstream)
    return page(
        "staff/workstreams/show.html",
        workstream=workstream,
        pair=next(pair for pair in pairs if pair.group_id == workstream.id),
        series=series_of(workstream.id),
        to_come=[term for term in terms if term.state is TermState.PLANNED],
        past=[term for term in terms if term.state is TermState.ENDED],
        meetings=meetings_ahead_of(workstream, now=now()),
    )
