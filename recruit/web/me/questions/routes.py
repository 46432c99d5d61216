"""What is left to tell us: a list of tasks, one question a page, and a check of it all."""

from flask import Blueprint, g, redirect, request, url_for

from recruit.actions.taking_part import tell
from recruit.extensions import db
from recruit.queries.about_you import person_in_full
from recruit.web.clock import now
from recruit.web.elsewhere import mark_of, was_answered_elsewhere
from recruit.web.me.about.tags import AFTER, after_words
from recruit.web.me.questions.forms import ASKED_BY, BESIDE, STEPS
from recruit.web.me.questions.steps import (
    answers_of,
    back_from,
    form_of,
    lines_of,
    onwards_from,
    progress,
    sections_of,
    title_of,
    words_left,
)
from recruit.web.render import page

room = Blueprint("questions", __name__, url_prefix="/questions")


@room.get("/")
def show():
    person = person_in_full(g.signed_in.candidate.id)
    sections = sections_of(person, answers_of(person))
    return page("me/questions/show.html", sections=sections, left=words_left(sections))


@room.route("/<step>/", methods=["GET", "POST"])
def ask(step):
    if step not in STEPS:
        return redirect(url_for("me.questions.show"), 303)
    person = person_in_full(g.signed_in.candidate.id)
    told = answers_of(person)
    form = form_of(told, step)
    if not form.validate_on_submit():
        return _question(step, form, status=422 if form.is_submitted() else 200)
    before = told.get(step)
    if was_answered_elsewhere(before, key=mark_of(before), form=form):
        form.after.data = mark_of(before)
        return _question(step, form, status=409, elsewhere=lines_of(told, step))
    tell(person, step, form.given(), now=now())
    db.session.commit()
    return redirect(_after(person, step), 303)


@room.get("/check/")
def check():
    person = person_in_full(g.signed_in.candidate.id)
    told = answers_of(person)
    rows = [(step, title_of(step), lines_of(told, step), step in told) for step in STEPS]
    return page("me/questions/check.html", rows=rows)


def _after(person, step):
    """The tags that the words suggest come first, wherever the person was going."""
    if step in AFTER and request.args.get("then") != "check":
        return after_words(person, step)
    return onwards_from(step)


def _question(step, form, *, status=200, elsewhere=()):
    return page(
        "me/questions/ask.html",
        status=status,
        form=form,
        asked=form[ASKED_BY.get(step, step)],
        second=form[BESIDE[step]] if step in BESIDE else None,
        step=step,
        title=title_of(step),
        progress=progress(step),
        back_url=back_from(),
        onwards_url=onwards_from(step),
        then=request.args.get("then"),
        elsewhere=elsewhere,
    )
