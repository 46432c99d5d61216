"""Everyone by stage, one person with what they told us, and the next step of each."""

from flask import Blueprint, abort, g, redirect, request, url_for
from flask_babel import gettext as _

from recruit.actions.candidacies import invite_to_workshop, record_attendance, record_interest
from recruit.actions.registrations import begin_for_somebody
from recruit.extensions import db
from recruit.models.states import Stage, TermState, may_become
from recruit.queries.nominees import said_about
from recruit.queries.people import (
    by_stage,
    candidacies_in,
    candidacy_of,
    candidate_of,
    counts_of,
    history_of,
    people_of,
    terms_in,
    waivers_in,
)
from recruit.reference.areas import AREAS, area_name
from recruit.web.clock import now, today
from recruit.web.drafts import hold_draft
from recruit.web.render import page
from recruit.web.staff.people import facts
from recruit.web.staff.people.forms import AT_ONCE, search_from

room = Blueprint("people", __name__, url_prefix="/people")

STEPS = (
    (Stage.INVITED, "staff.people.invite"),
    (Stage.ATTENDED, "staff.people.note_attendance"),
    (Stage.INTERESTED, "staff.people.note_interest"),
)


@room.get("/")
def funnel():
    search = search_from(request.args)
    people = people_of(g.signed_in.programme, search.sought, after=search.after, at_most=AT_ONCE)
    counts = counts_of(g.signed_in.programme)
    stages = by_stage(counts)
    return page(
        "staff/people/funnel.html",
        part="staff/people/_people.html",
        search=search,
        people=people,
        total=people[0].total if people else 0,
        at_once=AT_ONCE,
        stages=stages,
        everyone=sum(each.people for each in stages),
        role_titles=sorted({(each.id, each.title) for each in counts}, key=lambda each: each[1]),
        areas=[(code, area_name(code)) for code in AREAS],
        now=now(),
    )


@room.post("/helped-entry/")
def help_enter():
    """The same form, filled in for somebody: this browser holds it, and it says who entered it."""
    draft = begin_for_somebody(by=g.signed_in.account, now=now())
    db.session.commit()
    hold_draft(draft.id)
    return redirect(url_for("interest.ask", step="who_is_filling"), 303)


@room.get("/<uuid:candidate_id>/")
def show(candidate_id):
    programme = g.signed_in.programme
    candidate = candidate_of(programme, candidate_id) or abort(404)
    candidacies = candidacies_in(programme, candidate)
    terms = terms_in(programme, candidate)
    touched = [candidate.id, *(each.id for each in candidacies), *(each.id for each in terms)]
    return page(
        "staff/people/show.html",
        candidate=candidate,
        candidacies=[(candidacy, _open_steps(candidacy)) for candidacy in candidacies],
        terms=terms,
        serves=any(term.state is TermState.SERVING for term in terms),
        waivers=waivers_in(programme, candidate),
        history=history_of(touched),
        how_to_reach=facts.how_to_reach(candidate),
        free_times=facts.free_times(candidate),
        meeting_terms=facts.meeting_terms(candidate),
        standing=facts.standing(candidate),
        own_words=facts.own_words(candidate),
        said=said_about(programme, candidate.id),
        now=now(),
        today=today(),
    )


@room.post("/candidacies/<uuid:candidacy_id>/invitation/")
def invite(candidacy_id):
    candidacy = _candidacy(candidacy_id)
    invite_to_workshop(candidacy, by=g.signed_in.account, now=now())
    db.session.commit()
    return _back_to(candidacy)


@room.post("/candidacies/<uuid:candidacy_id>/attendance/")
def note_attendance(candidacy_id):
    candidacy = _candidacy(candidacy_id)
    record_attendance(candidacy, by=g.signed_in.account, now=now())
    db.session.commit()
    return _back_to(candidacy)


@room.post("/candidacies/<uuid:candidacy_id>/interest/")
def note_interest(candidacy_id):
    candidacy = _candidacy(candidacy_id)
    record_interest(candidacy, by=g.signed_in.account, now=now())
    db.session.commit()
    return _back_to(candidacy)


def _candidacy(candidacy_id):
    return candidacy_of(g.signed_in.programme, candidacy_id) or abort(404)


def _back_to(candidacy):
    return redirect(url_for("staff.people.show", candidate_id=candidacy.candidate_id), 303)


def _open_steps(candidacy):
    """The buttons for what may happen next, each with its words."""
    words = {
        Stage.INVITED: _("Invite to a workshop"),
        Stage.ATTENDED: _("They came"),
        Stage.INTERESTED: _("They would like to do this"),
    }
    if candidacy.stage is Stage.PAUSED:
        return []
    return [
        (words[stage], url_for(endpoint, candidacy_id=candidacy.id))
        for stage, endpoint in STEPS
        if may_become(candidacy.stage, stage)
    ]
