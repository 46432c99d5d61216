"""Hours and expenses: noted by the person, paid by staff, and in no score."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from recruit.actions.retention import forget_spent
from recruit.extensions import db
from recruit.models.costs import Expense, HoursSpent
from recruit.models.groups import Meeting
from recruit.models.messages import Message
from tests.makers import NOW, TODAY, a_candidacy, a_group, a_role, a_term, kept

HOURS = {"in_meeting": "2", "reading": "1.5", "travelling": "0.5"}
CLAIM = {"what": "Bus to the town hall", "amount": "3.50"}
DAY = {"spent_on-day": "8", "spent_on-month": "1", "spent_on-year": "2027"}


@pytest.fixture
def group(programme, person):
    group = a_group(programme)
    a_term(person, group.seats[0])
    a_candidacy(person, a_role(group))
    return group


@pytest.fixture
def meeting(group):
    return kept(
        Meeting(group=group, starts_at=NOW - timedelta(days=6), minutes=120, is_online=True, place="")
    )


def _note(client, held, **said):
    return client.post("/me/hours-and-expenses/hours/", data={"meeting": str(held.id)} | HOURS | said)


def _claim(client, **said):
    return client.post("/me/hours-and-expenses/expense/", data=CLAIM | DAY | said)


def test_hours_are_added_up_and_written_again_they_are_changed(candidate_client, meeting):
    _note(candidate_client, meeting)
    once = candidate_client.get("/me/hours-and-expenses/").text
    _note(candidate_client, meeting, reading="0")

    spent = db.session.scalars(select(HoursSpent)).one()
    assert "4 hours" in once
    assert (spent.in_meeting, spent.reading, spent.travelling) == (120, 0, 30)


def test_what_is_claimed_is_owed_until_it_is_paid(candidate_client, staff, group):
    _claim(candidate_client)
    _claim(candidate_client, amount="£10")
    first = db.session.scalars(select(Expense).order_by(Expense.pence)).first()

    before = candidate_client.get("/me/hours-and-expenses/").text
    paid = {"paid_on-day": "11", "paid_on-month": "1", "paid_on-year": "2027"}
    answers = [staff.post(f"/staff/expenses/{first.id}/paid/", data=paid).status_code for _ in range(2)]

    after = candidate_client.get("/me/hours-and-expenses/").text
    assert "£13.50" in before
    assert answers == [303, 409]
    assert "Paid on 11 January 2027." in after
    assert "£10.00" in after
    assert "£3.50" in db.session.scalars(select(Message.body).where(Message.kind == "expense_paid")).one()


def test_an_unpaid_claim_waits_in_the_inbox(candidate_client, staff, group):
    _claim(candidate_client)

    assert "1 expense waits to be paid" in staff.get("/staff/inbox/").text
    assert "Bus to the town hall" in staff.get("/staff/expenses/").text


def test_money_is_on_no_other_page(candidate_client, staff, person, group):
    _claim(candidate_client)

    for address in (f"/staff/people/{person.id}/", f"/staff/workstreams/{group.id}/", "/staff/people/"):
        page = staff.get(address).text
        assert "Bus to the town hall" not in page
        assert "3.50" not in page


def test_paid_money_is_kept_six_years(candidate_client, person, programme, group):
    _claim(candidate_client)
    expense = db.session.scalars(select(Expense)).one()
    expense.paid_on = TODAY

    forget_spent(now=NOW + timedelta(days=6 * 365))
    still_there = db.session.scalars(select(Expense.id)).all()
    forget_spent(now=NOW + timedelta(days=6 * 366))

    assert still_there == [expense.id]
    assert db.session.scalars(select(Expense.id)).all() == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"meeting": "another"}, "Choose one of your meetings"),
        ({"in_meeting": "13"}, "Enter hours from 0 to 12"),
        ({"reading": "two"}, "Enter hours from 0 to 12"),
        ({"travelling": "-1"}, "Enter hours from 0 to 12"),
        ({"travelling": "nan"}, "Enter hours from 0 to 12"),
    ],
)
def test_wrong_hours_are_told_so(candidate_client, meeting, said, words):
    answer = _note(candidate_client, meeting, **said)

    assert answer.status_code == 422
    assert words in answer.text
    assert db.session.scalars(select(HoursSpent)).all() == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"what": ""}, "Say what it was for"),
        ({"what": "a" * 201}, "Use at most 200 letters"),
        ({"amount": ""}, "Enter an amount in pounds"),
        ({"amount": "0"}, "Enter an amount in pounds"),
        ({"amount": "1000.01"}, "Enter an amount in pounds"),
        ({"amount": "3.505"}, "Enter an amount in pounds"),
        ({"amount": "nan"}, "Enter an amount in pounds"),
        ({"amount": "1e3"}, None),
        ({"spent_on-day": "31", "spent_on-month": "2"}, "Enter a real day"),
        ({"spent_on-day": "12"}, "Enter today, or a day before"),
        ({"spent_on-year": "2020"}, "Enter a day within two years of today"),
    ],
)
def test_a_wrong_claim_is_told_so(candidate_client, group, said, words):
    answer = _claim(candidate_client, **said)

    assert answer.status_code == (422 if words else 303)
    assert words is None or words in answer.text
    assert len(db.session.scalars(select(Expense)).all()) == (0 if words else 1)


@pytest.mark.parametrize(
    ("day", "words"),
    [("", "Enter a real day"), ("40", "Enter a real day"), ("12", "Enter today, or a day before")],
)
def test_a_wrong_day_of_paying_is_told_so(candidate_client, staff, group, day, words):
    _claim(candidate_client)
    expense = db.session.scalars(select(Expense)).one()
    paid = {"paid_on-day": day, "paid_on-month": "1" if day else "", "paid_on-year": "2027" if day else ""}

    answer = staff.post(f"/staff/expenses/{expense.id}/paid/", data=paid)

    assert answer.status_code == 422
    assert words in answer.text
    assert db.session.get(Expense, expense.id).paid_on is None


def test_a_day_too_long_ago_is_no_day_of_paying(candidate_client, staff, group):
    _claim(candidate_client)
    expense = db.session.scalars(select(Expense)).one()
    paid = {"paid_on-day": "1", "paid_on-month": "1", "paid_on-year": str(date.min.year)}

    assert staff.post(f"/staff/expenses/{expense.id}/paid/", data=paid).status_code == 422
