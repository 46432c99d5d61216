"""Stepping down from one seat, or withdrawing from everything."""

from flask import Blueprint, abort, g, redirect, url_for

from recruit.actions.candidates_leaving import leave_seat, withdraw_candidate
from recruit.extensions import db
from recruit.queries.refreshes import terms_of_candidate
from recruit.web.clock import now, today
from recruit.web.me.leaving.forms import LeaveForm
from recruit.web.render import form_page, page

room = Blueprint("leaving", __name__)


@room.route("/withdraw/", methods=["GET", "POST"])
def withdraw():
    form = LeaveForm()
    if not form.validate_on_submit():
        return form_page("me/leaving/withdraw.html", form=form)
    me = g.signed_in.candidate
    withdraw_candidate(me, because=form.reason(), by=me, today=today(), now=now())
    db.session.commit()
    return redirect(url_for("me.leaving.withdrawn"), 303)


@room.get("/withdrawn/")
def withdrawn():
    return page("me/leaving/withdrawn.html")


@room.route("/seats/<uuid:term_id>/step-down/", methods=["GET", "POST"])
def step_down(term_id):
    me = g.signed_in.candidate
    term = next((each for each in terms_of_candidate(me.id) if each.id == term_id), None) or abort(404)
    form = LeaveForm()
    if not form.validate_on_submit():
        return form_page("me/leaving/step_down.html", form=form, term=term)
    leave_seat(term, because=form.reason(), by=me, today=today(), now=now())
    db.session.commit()
    return redirect(url_for("me.show"), 303)
