"""The question put to a nominee; opening it changes nothing."""

from flask import Blueprint, redirect, url_for

from recruit.actions.nominations import decline_nomination, give_more_time, show_health
from recruit.actions.registrations import begin_as_nominee
from recruit.extensions import db
from recruit.models.states import NominationState
from recruit.queries.nominations import nomination_with, waiting_with
from recruit.queries.registrations import draft_with
from recruit.web.answer.nominations.forms import MORE_TIME, YES, AnswerForm
from recruit.web.clock import now
from recruit.web.drafts import held_draft_id, hold_draft
from recruit.web.render import form_page, page

room = Blueprint("nominations", __name__, url_prefix="/nominations")


@room.route("/<token>/", methods=["GET", "POST"])
def show(token):
    nomination = nomination_with(token, now=now())
    if nomination is None:
        return page("answer/nominations/gone.html", status=404)
    if nomination.state is NominationState.ACCEPTED:
        return page("answer/nominations/answered.html", nomination=nomination)
    form = AnswerForm()
    if not form.validate_on_submit():
        said = [nomination, *waiting_with(nomination)]
        return form_page(
            "answer/nominations/show.html", form=form, nomination=nomination, said=said, token=token
        )
    if form.answer.data == YES:
        show_health(nomination, is_shown=form.shows_health.data)
        return _to_registration(nomination)
    if form.answer.data == MORE_TIME:
        give_more_time(nomination, now=now())
        db.session.commit()
        return redirect(url_for("answer.nominations.show", token=token), 303)
    decline_nomination(nomination, now=now())
    db.session.commit()
    return redirect(url_for("answer.nominations.declined"), 303)


@room.get("/declined/")
def declined():
    return page("answer/nominations/declined.html")


def _to_registration(nomination):
    """On with the draft this browser holds for this nomination, or with a new one."""
    draft = draft_with(held_draft_id())
    if draft is None or draft.nomination_id != nomination.id:
        draft = begin_as_nominee(nomination, now=now())
    db.session.commit()
    hold_draft(draft.id)
    return redirect(url_for("interest.ask", step="who_is_filling"), 303)
