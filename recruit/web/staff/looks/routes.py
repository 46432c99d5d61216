"""A decision that somebody asked us to look at again: read it, then answer in words."""

from flask import Blueprint, abort, g, redirect, url_for

from recruit.actions.asks import answer_second_look
from recruit.extensions import db
from recruit.queries.asks import decision_about, look_in
from recruit.web.clock import now
from recruit.web.render import form_page
from recruit.web.staff.looks.forms import LookForm

room = Blueprint("looks", __name__, url_prefix="/second-looks")


@room.route("/<uuid:look_id>/", methods=["GET", "POST"])
def show(look_id):
    look = look_in(g.signed_in.programme, look_id) or abort(404)
    form = LookForm()
    if not form.validate_on_submit():
        return form_page(
            "staff/looks/show.html", form=form, look=look, decision=decision_about(look.candidacy)
        )
    answer_second_look(look, answer=form.answer.data, by=g.signed_in.account, now=now())
    db.session.commit()
    return redirect(url_for("staff.looks.show", look_id=look.id), 303)
