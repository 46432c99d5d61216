"""The pair that a host looks after: who they are, what they bring, when they meet."""

from datetime import timedelta

from flask import Blueprint, g

from recruit.queries.accounts import groups_hosted_by
from recruit.queries.attending import apologies_for
from recruit.queries.hosting import skills_of
from recruit.queries.meetings import meetings_between
from recruit.queries.pairs import pairs_on
from recruit.web.clock import now, today
from recruit.web.render import page

room = Blueprint("host", __name__, url_prefix="/host")

AHEAD = timedelta(weeks=13)


@room.get("/")
def show():
    groups = {group.id: group for group in groups_hosted_by(g.signed_in.account)}
    pairs = [pair for pair in pairs_on(today()) if pair.group_id in groups]
    meetings = meetings_between(list(groups), now(), now() + AHEAD)
    return page(
        "host/show.html",
        groups=groups,
        pairs=pairs,
        skills=skills_of([seat.candidate_id for pair in pairs for seat in pair.people]),
        meetings=meetings,
        apologies=apologies_for([meeting.id for meeting in meetings]),
    )
