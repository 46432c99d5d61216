"""Stepping back for good."""

from flask import Blueprint, g, redirect, url_for

from recruit.actions.withdrawals import withdraw_candidate
from recruit.extensions import db
from recruit.queries.about_you import person_in_full
from recruit.web.clock import now, today
from recruit.web.me.leaving.forms import WithdrawForm
from recruit.web.render import form_page, page

room = Blueprint("leaving", __name__, url_prefix="/withdraw")


@room.route("/", methods=["GET", "POST"])
def withdraw():
    form = WithdrawForm()
    if not form.validate_on_submit():
        return form_page("me/leaving/withdraw.html", form=form)
    me = person_in_full(g.signed_in.candidate.id)
    withdraw_candidate(me, because=form.because.data, today=today(), now=now())
    db.session.commit()
    return redirect(url_for("me.leaving.withdrawn"), 303)


@room.get("/done/")
def withdrawn():
    return page("me/leaving/withdrawn.html")
