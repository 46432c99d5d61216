"""Reading with names hidden: who waits for a decision, and what they wrote."""

from flask import Blueprint, abort, g

from recruit.queries.reading import answers_of, entries_to_read, shortlists_to_read
from recruit.reference.questions import candidate_questions
from recruit.web.render import page

room = Blueprint("review", __name__, url_prefix="/review")


@room.get("/")
def show():
    return page("review/show.html", shortlists=shortlists_to_read(g.signed_in.programme))


@room.get("/<uuid:shortlist_id>/")
def shortlist(shortlist_id):
    entries = entries_to_read(g.signed_in.programme, shortlist_id) or abort(404)
    return page("review/shortlist.html", entries=entries, title=entries[0].title)


@room.get("/<uuid:shortlist_id>/<uuid:entry_id>/")
def read(shortlist_id, entry_id):
    entries = entries_to_read(g.signed_in.programme, shortlist_id)
    place = next((place for place, entry in enumerate(entries) if entry.id == entry_id), None)
    if place is None:
        abort(404)
    return page(
        "review/read.html",
        answers=answers_of(entries[place]),
        title=entries[place].title,
        shortlist_id=shortlist_id,
        place=place + 1,
        people=len(entries),
        earlier=entries[place - 1].id if place else None,
        later=entries[place + 1].id if place + 1 < len(entries) else None,
        questions={each.field: each.question for each in candidate_questions()},
    )
