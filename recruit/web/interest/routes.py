"""Registering interest without an account: one question a page, each kept on Continue."""

from flask import Blueprint, abort, g, redirect, request, session, url_for

from recruit.actions.forms import first_time
from recruit.actions.registrations import begin, forget_draft, hand_in, save_answer
from recruit.actions.sign_in import open_session
from recruit.extensions import db
from recruit.queries.registrations import draft_with
from recruit.web.clock import now, today
from recruit.web.drafts import held_draft_id, hold_draft, let_go_of_draft
from recruit.web.elsewhere import was_answered_elsewhere
from recruit.web.guards import welcome
from recruit.web.interest.forms import A_GROUP, NO, STEPS, AgreeForm, ForgetForm, StartForm
from recruit.web.interest.steps import (
    around,
    back_from,
    form_of,
    lines_of,
    missing,
    next_step,
    onwards_from,
    progress,
    steps_of,
    title_of,
)
from recruit.web.render import form_page, page

room = Blueprint("interest", __name__, url_prefix="/interest")


@room.route("/", methods=["GET", "POST"])
def start():
    draft = draft_with(held_draft_id())
    form = StartForm(data={"role": request.args.get("role", "")})
    if not form.validate_on_submit():
        onwards = next_step(draft) if draft else None
        return form_page("interest/start.html", form=form, forget=ForgetForm(), onwards_url=onwards)
    if draft is None:
        draft = begin(role=form.role.data or None, now=now())
        db.session.commit()
        hold_draft(draft.id)
    return redirect(next_step(draft), 303)


@room.route("/<step>/", methods=["GET", "POST"])
def ask(step):
    if step not in STEPS:
        abort(404)
    draft = draft_with(held_draft_id())
    if draft is None:
        return redirect(url_for("interest.start"), 303)
    form = form_of(draft, step)
    if not form.validate_on_submit():
        return _question(draft, step, form, status=422 if form.is_submitted() else 200)
    before = draft.answers.get(step, {"given": None, "key": ""})
    if was_answered_elsewhere(before["given"], key=before["key"], form=form):
        return _both(draft, step, form)
    save_answer(draft, step, form.given(), key=form.form_key.data, now=now())
    onwards = _after(draft, step, form)
    db.session.commit()
    return redirect(onwards, 303)


@room.post("/<step>/fits/")
def fits(step):
    """How the roles fit what is ticked now; nothing is kept."""
    draft = draft_with(held_draft_id()) or abort(404)
    form = form_of(draft, step) if step in ("times", "hours", "dates") else abort(404)
    return _question(draft, step, form, part="components/_fits.html")


@room.route("/check/", methods=["GET", "POST"])
def check():
    draft = draft_with(held_draft_id())
    if draft is None:
        return redirect(url_for("interest.done" if request.method == "POST" else "interest.start"), 303)
    form = AgreeForm()
    left = missing(draft)
    if not form.validate_on_submit() or left:
        rows = [(step, title_of(step), lines_of(draft, step)) for step in steps_of(draft)]
        return form_page(
            "interest/check.html",
            form=form,
            rows=rows,
            left=left,
            nominated=bool(draft.nomination_id),
            can_be_written_to=bool(draft.email),
        )
    if first_time(form.form_key.data, now=now()):
        return _registered(draft, form)
    return redirect(url_for("interest.done"), 303)


@room.get("/done/")
def done():
    return page("interest/done.html")


@room.post("/forget/")
def forget():
    draft = draft_with(held_draft_id())
    if draft is not None:
        forget_draft(draft)
        db.session.commit()
    let_go_of_draft()
    return redirect(url_for("interest.start"), 303)


@room.get("/under-18/")
def under_18():
    return page("interest/under_18.html")


@room.get("/for-groups/")
def for_groups():
    return page("interest/for_groups.html")


def _after(draft, step, form):
    """The page that follows an answer."""
    if step == "who_is_filling" and form.who_is_filling.data == A_GROUP:
        return url_for("interest.for_groups")
    if step == "adult" and form.adult.data == NO:
        forget_draft(draft)
        let_go_of_draft()
        return url_for("interest.under_18")
    if "look" in request.form:
        return url_for("interest.ask", step=step, then=request.args.get("then"))
    return onwards_from(draft, step)


def _registered(draft, form):
    """Everybody comes to one page, known to us or not, and signs in by e-mail to go on.

    Whoever is new and has no e-mail address could not: they go on in this browser.
    """
    agreed = form.purposes(was_named=draft.nomination_id is not None)
    me = g.signed_in.candidate if g.signed_in else None
    newcomer = hand_in(draft, agreed=agreed, signed_in=me, today=today(), now=now())
    let_go_of_draft()
    if newcomer is None or newcomer.email or g.signed_in:
        db.session.commit()
        return redirect(url_for("interest.done"), 303)
    secret = open_session(candidate_id=newcomer.id, now=now())
    db.session.commit()
    session["then"] = url_for("interest.done")
    return welcome(secret)


def _both(draft, step, form):
    """Neither answer is lost: the other tab's stands above what was typed here, and the next press decides."""
    form.after.data = draft.answers[step]["key"]
    return _question(draft, step, form, status=409, elsewhere=lines_of(draft, step))


def _question(draft, step, form, *, status=200, elsewhere=(), part=None):
    return page(
        "interest/ask.html",
        part=part,
        status=status,
        form=form,
        step=step,
        title=title_of(step),
        progress=progress(draft, step),
        back_url=back_from(draft, step),
        onwards_url=onwards_from(draft, step),
        then=request.args.get("then"),
        elsewhere=elsewhere,
        can_be_written_to=bool(draft.email),
        **around(draft, step, form),
    )
