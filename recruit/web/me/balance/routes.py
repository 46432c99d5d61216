"""Balance and equality: answered, changed or erased by the person alone; never seen by who chooses."""

from flask import Blueprint, g, redirect, url_for

from recruit.actions.taking_part import note_balance_was_asked
from recruit.actions.vault import erase_answers, opened_answers, seal_answers
from recruit.extensions import db
from recruit.models.vault import BalanceUse
from recruit.queries.about_you import person_in_full
from recruit.queries.taking_part import balance_use_of
from recruit.web.clock import now
from recruit.web.elsewhere import mark_of, was_answered_elsewhere
from recruit.web.me.balance.forms import EQUALITY, NOTHING_KEPT, balance_form
from recruit.web.render import page

room = Blueprint("balance", __name__, url_prefix="/balance")


@room.route("/", methods=["GET", "POST"])
def ask():
    person = person_in_full(g.signed_in.candidate.id)
    before = _before(person)
    form = balance_form()(data=_shown(before) | {"after": mark_of(before)})
    if not form.validate_on_submit():
        return page("me/balance/ask.html", status=422 if form.is_submitted() else 200, form=form)
    if was_answered_elsewhere(before, key=mark_of(before), form=form):
        form.after.data = mark_of(before)
        return page("me/balance/ask.html", status=409, form=form, is_elsewhere=True)
    _keep(person, form)
    db.session.commit()
    return redirect(url_for("me.balance.done"), 303)


@room.get("/done/")
def done():
    return page("me/balance/done.html", use=balance_use_of(g.signed_in.candidate))


def _before(person):
    answers = opened_answers(person)
    return None if answers is None else {"use": str(balance_use_of(person)), "answers": answers}


def _shown(before):
    """What the page begins with: what this person said before, and nothing ticked for anybody else."""
    if before is None:
        return {}
    return {"use": before["use"]} | {EQUALITY + code: said for code, said in before["answers"].items()}


def _keep(person, form):
    if form.use.data == NOTHING_KEPT:
        erase_answers(person)
    else:
        seal_answers(person, form.answers(), BalanceUse(form.use.data))
    note_balance_was_asked(person, now=now())
