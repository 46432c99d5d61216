"""What we hold about me: I read it, take it away, take back what I agreed to, or have it erased."""

import json

from flask import Blueprint, Response, abort, g, redirect, session, url_for

from recruit.actions.consents import agree_again, take_back
from recruit.actions.erasing import erase_candidate
from recruit.actions.vault import opened_answers, own_needs
from recruit.extensions import db
from recruit.models.candidates import Purpose
from recruit.queries.about_you import person_in_full
from recruit.queries.consents import purposes_standing
from recruit.queries.costs import owed_to
from recruit.queries.held import everything_about
from recruit.web.clock import now, today
from recruit.web.me.held.agreed import address_of, agreed_by
from recruit.web.me.held.forms import ConsentForm, EraseForm
from recruit.web.me.held.sections import messages_of, sections_of
from recruit.web.me.questions.steps import answers_of
from recruit.web.render import form_page, page

room = Blueprint("held", __name__, url_prefix="/held")


@room.get("/")
def show():
    me = g.signed_in.candidate
    told = everything_about(me)
    later = answers_of(person_in_full(me.id))
    return page(
        "me/held/show.html",
        sections=sections_of(told, later),
        messages=messages_of(told),
        equality=opened_answers(me) or {},
        agreed=agreed_by(purposes_standing(me.id)),
        today=today(),
    )


@room.get("/everything.json")
def everything():
    me = g.signed_in.candidate
    vault = {"equality_answers": opened_answers(me) or {}, "needs_and_money": own_needs(me)}
    told = everything_about(me) | vault
    words = json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True)
    name = {"Content-Disposition": "attachment; filename=what-we-hold-about-you.json"}
    return Response(words + "\n", mimetype="application/json", headers=name)


@room.post("/agreed/<purpose>/back/")
def no_more(purpose):
    if ConsentForm().validate_on_submit():
        take_back(g.signed_in.candidate, _named(purpose), now=now())
        db.session.commit()
    return redirect(url_for("me.held.show", _anchor="agreed"), 303)


@room.post("/agreed/<purpose>/again/")
def again(purpose):
    if ConsentForm().validate_on_submit():
        agree_again(g.signed_in.candidate, _named(purpose), now=now())
        db.session.commit()
    return redirect(url_for("me.held.show", _anchor="agreed"), 303)


@room.get("/erase/")
def erase():
    return page("me/held/erase.html", owed=owed_to(g.signed_in.candidate))


@room.route("/erase/sure/", methods=["GET", "POST"])
def sure():
    form = EraseForm()
    if not form.validate_on_submit():
        return form_page("me/held/sure.html", form=form)
    erase_candidate(g.signed_in.candidate, today=today(), now=now())
    db.session.commit()
    session.clear()
    return redirect(url_for("answer.goodbye.show"), 303)


def _named(purpose):
    """The purpose whose address this is."""
    return next((each for each in Purpose if address_of(each) == purpose), None) or abort(404)
