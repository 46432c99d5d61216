"""My hours and expenses: what I gave, what I am owed, what I was paid."""

from datetime import timedelta

from flask import Blueprint, abort, g, redirect, url_for

from recruit.actions.costs import claim_expense, note_hours
from recruit.actions.forms import first_time
from recruit.extensions import db
from recruit.queries.attending import meetings_of_person
from recruit.queries.costs import expenses_of, hours_of, totals_of
from recruit.queries.my_page import programme_of_person
from recruit.web.clock import now, today
from recruit.web.me.costs.forms import ExpenseForm, HoursForm
from recruit.web.render import form_page, page

room = Blueprint("costs", __name__, url_prefix="/hours-and-expenses")

LOOK_BACK = timedelta(days=92)


@room.get("/")
def index():
    me = g.signed_in.candidate
    hours, expenses = hours_of(me), expenses_of(me)
    return page(
        "me/costs/index.html",
        hours=hours,
        expenses=expenses,
        totals=totals_of(hours, expenses),
        may_claim=programme_of_person(me, on=today()) is not None,
        had_meetings=bool(_meetings_behind(me)),
    )


@room.route("/hours/", methods=["GET", "POST"])
def hours():
    me = g.signed_in.candidate
    meetings = _meetings_behind(me)
    form = HoursForm()
    form.offer(meetings)
    if not form.validate_on_submit():
        return form_page("me/costs/hours.html", form=form, meetings=meetings)
    meeting = next(each for each in meetings if str(each.id) == form.meeting.data)
    note_hours(me, meeting, **form.minutes(), now=now())
    db.session.commit()
    return redirect(url_for("me.costs.index"), 303)


@room.route("/expense/", methods=["GET", "POST"])
def expense():
    me = g.signed_in.candidate
    programme = programme_of_person(me, on=today()) or abort(404)
    form = ExpenseForm(spent_on=today())
    if not form.validate_on_submit():
        return form_page("me/costs/expense.html", form=form)
    if first_time(form.form_key.data, now=now()):
        claim_expense(
            me,
            programme,
            what=form.what.data,
            pence=form.pence(),
            spent_on=form.spent_on.data,
            now=now(),
        )
    db.session.commit()
    return redirect(url_for("me.costs.index"), 303)


def _meetings_behind(me):
    """The newest first: most people write down the last one."""
    return meetings_of_person(me, start=now() - LOOK_BACK, end=now(), on=today())[::-1]
