"""An offer taken back, a term or a membership ended before its time: a page each, and a reason."""

from flask import Blueprint, abort, g, redirect, url_for
from flask_babel import gettext as _

from recruit.actions.endings import end_membership, end_term_early, withdraw_offer
from recruit.extensions import db
from recruit.queries.endings import group_beside, members_of, membership_of, open_offer_of, term_of
from recruit.web.clock import now, today
from recruit.web.render import form_page, page
from recruit.web.staff.endings.forms import EndingForm, TermEndingForm

room = Blueprint("endings", __name__, url_prefix="/endings")


@room.route("/offers/<uuid:offer_id>/", methods=["GET", "POST"])
def offer(offer_id):
    asked = open_offer_of(g.signed_in.programme, offer_id) or abort(404)
    form = EndingForm()
    group = asked.seat.group
    if not form.validate_on_submit():
        heading = _("Take back the offer to %(name)s", name=asked.candidate.name)
        return _asks(form, heading, group, _("Take the offer back, and tell them"))
    withdraw_offer(asked, because=form.because.data, by=g.signed_in.account, today=today(), now=now())
    return _to_workstream(group)


@room.route("/terms/<uuid:term_id>/", methods=["GET", "POST"])
def term(term_id):
    held = term_of(g.signed_in.programme, term_id) or abort(404)
    form = TermEndingForm()
    group = held.seat.group
    if not form.validate_on_submit():
        heading = _("End %(name)s’s time in this seat", name=held.candidate.name)
        return _asks(form, heading, group, _("End it today, and tell them"))
    end_term_early(held, because=form.because.data, by=g.signed_in.account, today=today(), now=now())
    return _to_workstream(group)


@room.get("/groups/<uuid:group_id>/")
def members(group_id):
    group = group_beside(g.signed_in.programme, group_id) or abort(404)
    return page("staff/endings/members.html", group=group, members=members_of(group, on=today()))


@room.route("/memberships/<uuid:membership_id>/", methods=["GET", "POST"])
def membership(membership_id):
    held = membership_of(g.signed_in.programme, membership_id) or abort(404)
    form = EndingForm()
    if not form.validate_on_submit():
        heading = _("End %(name)s’s membership", name=held.candidate.name)
        return _asks(form, heading, held.group, _("End it today, and tell them"))
    end_membership(held, because=form.because.data, by=g.signed_in.account, today=today(), now=now())
    db.session.commit()
    return redirect(url_for("staff.endings.members", group_id=held.group_id), 303)


def _asks(form, heading, group, deed):
    return form_page("staff/endings/ask.html", form=form, heading=heading, group=group, deed=deed)


def _to_workstream(group):
    db.session.commit()
    return redirect(url_for("staff.workstreams.show", group_id=group.id), 303)
