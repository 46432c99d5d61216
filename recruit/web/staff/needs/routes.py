"""What has to be arranged before somebody can come; one press opens one person's words."""

from flask import Blueprint, abort, g

from recruit.actions.vault import needs_opened_by
from recruit.extensions import db
from recruit.queries.needs import people_who_need_something, somebody_in_need
from recruit.web.clock import now
from recruit.web.needs import help_in_words, money_in_words
from recruit.web.render import page

room = Blueprint("needs", __name__, url_prefix="/needs")


@room.get("/")
def index():
    people = people_who_need_something(g.signed_in.programme)
    return page("staff/needs/index.html", people=people)


@room.post("/<uuid:candidate_id>/")
def opened(candidate_id):
    candidate = somebody_in_need(g.signed_in.programme, candidate_id) or abort(404)
    needs = needs_opened_by(g.signed_in.account, candidate, now=now())
    db.session.commit()
    words = {"would_help": help_in_words(needs), "money": money_in_words(needs)}
    return page("staff/needs/opened.html", name=candidate.name, **words)
