"""Requests for names: whom we asked, what came of it, and asking anew."""

from uuid import UUID

from flask import Blueprint, abort, g, redirect, request, url_for

from recruit.actions.calls import close_call, send_call, words_of_call
from recruit.actions.forms import first_time
from recruit.extensions import db
from recruit.models.organisations import OrganisationKind
from recruit.queries.calls import (
    answers_to,
    arrivals_to,
    call_of,
    calls_of,
    log_of,
    message_states_of,
    nominees_waiting,
    why_not_ask,
)
from recruit.queries.organisations import organisations, organisations_with, reaches_known
from recruit.queries.roles import role_of, role_titles_of
from recruit.queries.same_person import people_in
from recruit.reference.areas import AREAS, area_name
from recruit.web.clock import now, today
from recruit.web.render import form_page, page
from recruit.web.staff.calls.forms import CallForm, which_from

room = Blueprint("calls", __name__, url_prefix="/calls")


@room.get("/")
def index():
    return page("staff/calls/index.html", calls=calls_of(g.signed_in.programme), today=today())


@room.get("/<uuid:call_id>/")
def show(call_id):
    call = _call(call_id)
    waiting = nominees_waiting(call)
    return page(
        "staff/calls/show.html",
        call=call,
        log=log_of(call),
        answers=answers_to(call),
        arrivals=arrivals_to(call),
        states=message_states_of(call),
        waiting=waiting,
        two_in_one={each.name for each in waiting if len(people_in(each.name)) > 1},
        now=now(),
        today=today(),
    )


@room.route("/new/", methods=["GET", "POST"])
def new():
    which = which_from(request.values)
    shown = organisations(which)
    form = _form(shown)
    if not form.validate_on_submit():
        return _choosing(form, which, shown)
    role = role_of(g.signed_in.programme, UUID(form.role.data)) or abort(404)
    chosen = _askable(shown if form.all_shown.data else organisations_with(form.organisation_ids), role)
    if not form.agreed.data:
        return _preview(form, role, chosen)
    if not first_time(form.form_key.data, now=now()):
        return redirect(url_for("staff.calls.index"), 303)
    call = send_call(
        role, chosen, closes_on=form.closes_on.data, by=g.signed_in.account, today=today(), now=now()
    )
    db.session.commit()
    return redirect(url_for("staff.calls.show", call_id=call.id), 303)


@room.post("/<uuid:call_id>/closing/")
def close(call_id):
    call = _call(call_id)
    close_call(call, by=g.signed_in.account, today=today(), now=now())
    db.session.commit()
    return redirect(url_for("staff.calls.show", call_id=call.id), 303)


def _call(call_id):
    return call_of(g.signed_in.programme, call_id) or abort(404)


def _form(shown):
    form = CallForm(role=request.args.get("role"))
    form.role.choices = [(str(role_id), title) for role_id, title in role_titles_of(g.signed_in.programme)]
    form.organisations.choices = [(str(each.id), each.name) for each in shown]
    return form


def _askable(chosen, role):
    """Those whom we can write to, who hold no open request for this role and did not tell us to leave it."""
    why_not = why_not_ask(role.id, chosen, today())
    return [each for each in chosen if each.contact and each.id not in why_not]


def _choosing(form, which, shown):
    role = _role_among(form.role)
    return form_page(
        "staff/calls/new.html",
        form=form,
        role_id=role,
        which=which,
        shown=shown,
        why_not=why_not_ask(UUID(role), shown, today()) if role else {},
        kinds=list(OrganisationKind),
        areas=[(code, area_name(code)) for code in AREAS],
        reaches=reaches_known(),
    )


def _role_among(field):
    """The role that was asked for when it is one of ours, else the first; None where there is none."""
    ours = [value for value, _title in field.choices]
    return field.data if field.data in ours else next(iter(ours), None)


def _preview(form, role, chosen):
    subject, body = words_of_call(role, closes_on=form.closes_on.data)
    return page("staff/calls/preview.html", form=form, role=role, chosen=chosen, subject=subject, body=body)
