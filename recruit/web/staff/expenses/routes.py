"""What people claimed, what is to be paid first, and the day it was paid."""

from flask import Blueprint, abort, g, redirect, url_for

from recruit.actions.costs import pay_expense
from recruit.extensions import db
from recruit.queries.costs import expense_of, expenses_in
from recruit.web.clock import now, today
from recruit.web.render import form_page, page
from recruit.web.staff.expenses.forms import PaidForm

room = Blueprint("expenses", __name__, url_prefix="/expenses")


@room.get("/")
def index():
    expenses = expenses_in(g.signed_in.programme)
    owed = sum(each.pence for each in expenses if each.paid_on is None)
    return page("staff/expenses/index.html", expenses=expenses, owed=owed)


@room.route("/<uuid:expense_id>/paid/", methods=["GET", "POST"])
def pay(expense_id):
    programme = g.signed_in.programme
    expense = expense_of(programme, expense_id) or abort(404)
    form = PaidForm(paid_on=today())
    if not form.validate_on_submit():
        return form_page("staff/expenses/pay.html", form=form, expense=expense)
    pay_expense(expense, programme, on=form.paid_on.data, by=g.signed_in.account, now=now())
    db.session.commit()
    return redirect(url_for("staff.expenses.index"), 303)
