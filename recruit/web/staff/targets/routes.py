"""Whom a programme wants among those who serve, and whom it still lacks."""

from flask import Blueprint, abort, g, redirect, url_for

from recruit.actions.forms import first_time
from recruit.actions.targets import remove_target, set_target
from recruit.extensions import db
from recruit.queries.targets import target_of, targets_held
from recruit.web.clock import now, today
from recruit.web.render import form_page
from recruit.web.staff.targets.forms import TargetForm, family_words, kind_words

room = Blueprint("targets", __name__, url_prefix="/targets")


@room.route("/", methods=["GET", "POST"])
def index():
    form = TargetForm()
    if not form.validate_on_submit():
        return _targets_page(form)
    if first_time(form.form_key.data, now=now()):
        set_target(
            g.signed_in.programme,
            form.family,
            form.code,
            wanted=form.wanted.data,
            weight=form.weight.data,
            by=g.signed_in.account,
            now=now(),
        )
        db.session.commit()
    return redirect(url_for("staff.targets.index"), 303)


@room.post("/<uuid:target_id>/removal/")
def remove(target_id):
    target = target_of(g.signed_in.programme, target_id) or abort(404)
    remove_target(target, by=g.signed_in.account, now=now())
    db.session.commit()
    return redirect(url_for("staff.targets.index"), 303)


def _targets_page(form):
    return form_page(
        "staff/targets/index.html",
        form=form,
        targets=targets_held(g.signed_in.programme, on=today()),
        family_words=family_words,
        kind_words=kind_words,
    )
