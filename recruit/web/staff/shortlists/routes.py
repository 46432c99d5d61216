"""A shortlist is opened, read with names hidden or shown, tried with other weights, and decided."""

from uuid import UUID

from flask import Blueprint, abort, g, redirect, request, url_for
from flask_babel import ngettext
from wtforms.fields.choices import SelectChoice

from recruit.actions.decisions import tell_decisions
from recruit.actions.forms import first_time
from recruit.actions.shortlists import (
    Verdict,
    add_newcomers,
    decide,
    note_trial,
    open_shortlist,
    waive_essential,
)
from recruit.extensions import db
from recruit.models.states import Decision
from recruit.queries.matches import ranking_of, weights_of
from recruit.queries.roles import role_of
from recruit.queries.shortlists import (
    candidacies_not_ranked,
    candidacies_ready,
    entries_to_tell,
    roles_to_shortlist,
    shortlist_of,
    shortlists_of,
)
from recruit.storage import only_reading
from recruit.web.clock import now, today
from recruit.web.forms import Form
from recruit.web.render import form_page, page
from recruit.web.staff.shortlists.forms import SCORES, DecisionForm, OpenForm, WaiverForm
from recruit.web.staff.shortlists.reasons import score_names
from recruit.web.staff.shortlists.rows import (
    compared,
    comparing_words,
    not_ranked,
    opened_row,
    rows_of,
    standing_of,
)
from recruit.web.staff.shortlists.view import View, view_of

room = Blueprint("shortlists", __name__, url_prefix="/shortlists")


@room.get("/")
def index():
    return page("staff/shortlists/index.html", shortlists=shortlists_of(g.signed_in.programme))


@room.route("/new/", methods=["GET", "POST"])
def new():
    roles = roles_to_shortlist(g.signed_in.programme, today=today())
    form = OpenForm(role=request.args.get("role"))
    form.role.choices = [
        SelectChoice(str(role.id), role.title, render_kw={"hint": ready_words(role)}) for role in roles
    ]
    if not form.validate_on_submit():
        return form_page("staff/shortlists/new.html", form=form, roles=roles)
    role = role_of(g.signed_in.programme, UUID(form.role.data)) or abort(404)
    if not first_time(form.form_key.data, now=now()):
        return redirect(url_for("staff.shortlists.index"), 303)
    shortlist = open_shortlist(role, seats=form.seats.data, by=g.signed_in.account, today=today(), now=now())
    db.session.commit()
    return redirect(url_for("staff.shortlists.show", shortlist_id=shortlist.id), 303)


@room.get("/<uuid:shortlist_id>/")
def show(shortlist_id):
    shortlist = _shortlist(shortlist_id)
    view, weighting = view_of(shortlist, weights_of(shortlist.role_version), request.args)
    response = _shown(
        shortlist, view, weighting, status=422 if weighting.errors or weighting.form_errors else 200
    )
    if view.trial:
        _log_trial(view)
    return response


@room.post("/<uuid:shortlist_id>/entries/<uuid:entry_id>/decision/")
def keep_decision(shortlist_id, entry_id):
    shortlist = _shortlist(shortlist_id)
    entry = _entry(shortlist, entry_id)
    view, weighting = view_of(shortlist, weights_of(shortlist.role_version), request.args)
    form = DecisionForm()
    if not form.validate_on_submit():
        number = entry.candidacy.candidate.number
        return _shown(
            shortlist, View(**{**vars(view), "opened": number}), weighting, decision=form, status=422
        )
    verdict = Verdict(Decision(form.decision.data), form.reason.data, form.seen_version)
    ranked = ranking_of(shortlist, today=today(), now=now())
    decide(entry, verdict, ranked=ranked, by=g.signed_in.account, now=now())
    db.session.commit()
    return redirect(view.url(opened=None), 303)


@room.post("/<uuid:shortlist_id>/entries/<uuid:entry_id>/waiver/")
def waive(shortlist_id, entry_id):
    shortlist = _shortlist(shortlist_id)
    entry = _entry(shortlist, entry_id)
    view, weighting = view_of(shortlist, weights_of(shortlist.role_version), request.args)
    number = entry.candidacy.candidate.number
    form = WaiverForm()
    if not form.validate_on_submit():
        return _shown(shortlist, View(**{**vars(view), "opened": number}), weighting, waiver=form, status=422)
    waive_essential(entry, form.tag.data, reason=form.reason.data, by=g.signed_in.account, now=now())
    db.session.commit()
    return redirect(view.url(opened=number), 303)


@room.route("/<uuid:shortlist_id>/telling/", methods=["GET", "POST"])
def tell(shortlist_id):
    shortlist = _shortlist(shortlist_id)
    form = Form()
    if not form.validate_on_submit():
        entries = entries_to_tell(shortlist)
        return form_page("staff/shortlists/tell.html", form=form, shortlist=shortlist, entries=entries)
    tell_decisions(shortlist, by=g.signed_in.account, today=today(), now=now())
    db.session.commit()
    return redirect(url_for("staff.shortlists.show", shortlist_id=shortlist_id), 303)


@room.post("/<uuid:shortlist_id>/newcomers/")
def add(shortlist_id):
    add_newcomers(_shortlist(shortlist_id), by=g.signed_in.account, today=today(), now=now())
    db.session.commit()
    return redirect(url_for("staff.shortlists.show", shortlist_id=shortlist_id), 303)


def ready_words(role):
    return ngettext("%(num)s person is ready", "%(num)s people are ready", role.ready)


def _shortlist(shortlist_id):
    return shortlist_of(g.signed_in.programme, shortlist_id) or abort(404)


def _entry(shortlist, entry_id):
    return next((entry for entry in shortlist.entries if entry.id == entry_id), None) or abort(404)


def _shown(shortlist, view, weighting, *, decision=None, waiver=None, status=200):
    trial = dict(view.trial) or None
    ranked = ranking_of(shortlist, today=today(), now=now(), weights=trial)
    rows = rows_of(shortlist, ranked, view)
    opened = opened_row(shortlist, ranked, rows, view)
    sides = compared(rows, ranked, view)
    ready = {each.id for each in candidacies_ready(shortlist.role_version.role_profile_id, today=today())}
    waiting = candidacies_not_ranked(shortlist)
    weights = trial or weights_of(shortlist.role_version)
    return page(
        "staff/shortlists/show.html",
        part="staff/shortlists/_ranking.html",
        status=status,
        shortlist=shortlist,
        view=view,
        weighting=weighting,
        weights=[(name, title, weights[name]) for name, title in score_names().items()],
        rows=rows,
        opened=opened,
        decision=decision or _decision_form(opened),
        waiver=waiver or WaiverForm(formdata=None),
        sides=sides,
        comparing=comparing_words(sides) if sides else "",
        standing=standing_of(shortlist),
        to_tell=len(entries_to_tell(shortlist)),
        silent=not_ranked(shortlist, ranked, waiting, ready=ready, today=today()),
        newcomers=sum(each.id in ready for each in waiting),
        score_titles=list(score_names().values()),
        scores=SCORES,
        form=decision if decision and decision.errors else waiver,
    )


def _decision_form(opened):
    if opened is None:
        return None
    entry = opened.entry
    return DecisionForm(formdata=None, decision=entry.decision, reason=entry.reason, version=entry.version)


def _log_trial(view):
    """Noted on a read, so in a short transaction of its own."""
    db.session.rollback()
    only_reading.set(False)
    note_trial(view.shortlist_id, dict(view.trial), by=g.signed_in.account, now=now())
    db.session.commit()
