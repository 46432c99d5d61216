"""A second look at a decision, and a place to say that something is wrong."""

from flask import Blueprint, abort, g, redirect, url_for

from recruit.actions.asks import DECIDED, ask_for_second_look, tell_concern
from recruit.actions.forms import first_time
from recruit.extensions import db
from recruit.queries.asks import concerns_of, decision_about, named_person_of
from recruit.queries.my_page import candidacy_of_person, groups_of_person, programme_of_person
from recruit.web.clock import now, today
from recruit.web.me.asks.forms import SecondLookForm, WrongForm
from recruit.web.render import form_page, page

room = Blueprint("asks", __name__)


@room.route("/look-again/<uuid:candidacy_id>/", methods=["GET", "POST"])
def look_again(candidacy_id):
    candidacy = candidacy_of_person(g.signed_in.candidate, candidacy_id) or abort(404)
    form = SecondLookForm()
    if not form.validate_on_submit():
        decision = decision_about(candidacy) if candidacy.stage in DECIDED else None
        return form_page("me/asks/look_again.html", form=form, candidacy=candidacy, decision=decision)
    if first_time(form.form_key.data, now=now()):
        candidacy = candidacy_of_person(g.signed_in.candidate, candidacy_id) or abort(404)
        ask_for_second_look(candidacy, words=form.words.data or "", today=today(), now=now())
    db.session.commit()
    return redirect(url_for("me.show", _anchor="asked"), 303)


@room.route("/wrong/", methods=["GET", "POST"])
def wrong():
    me = g.signed_in.candidate
    groups = groups_of_person(me, on=today())
    programme = programme_of_person(me, on=today())
    if programme is None:
        return page("me/asks/nobody.html")
    form = WrongForm(group="not said")
    form.offer(groups)
    if not form.validate_on_submit():
        told = concerns_of(me)
        return form_page(
            "me/asks/wrong.html", form=form, told=told, named=named_person_of(programme.id, None)
        )
    if first_time(form.form_key.data, now=now()):
        tell_concern(
            me,
            programme,
            group=form.chosen(groups),
            words=form.words.data,
            somebody_may_be_hurt=form.hurt.data,
            today=today(),
            now=now(),
        )
    db.session.commit()
    return redirect(url_for("me.asks.wrong", _anchor="told"), 303)
