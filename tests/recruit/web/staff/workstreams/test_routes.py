"""A workstream is begun, and shows who sits there, who sat there, and who is alone."""

import pytest
import sqlalchemy as sa

from recruit.extensions import db
from recruit.models.groups import Group, GroupKind, Meeting
from recruit.models.states import TermState
from tests.makers import a_candidate, a_group, a_programme, a_role, a_term

FIELDS = {
    "kind": "workstream",
    "name": "Informatics",
    "seats": "2",
    "weekday": "1",
    "how_often": "every second week",
    "starts": "10am",
    "minutes": "120",
    "way": "in person",
    "place": "Town hall",
    "from_day-day": "11",
    "from_day-month": "1",
    "from_day-year": "2027",
}


def begun(staff, **fields):
    return staff.post("/staff/workstreams/new/", data=FIELDS | fields)


def groups():
    return list(db.session.scalars(sa.select(Group).options(sa.orm.selectinload(Group.seats))))


def test_the_list_names_who_sits_where(staff, programme):
    group = a_group(programme, name="Informatics")
    a_term(a_candidate(name="Ada Obi"), group.seats[0])

    page = staff.get("/staff/workstreams/")

    assert "Ada\N{NO-BREAK SPACE}Obi" in page.text
    assert "1 is empty now" in page.text


def test_one_alone_is_said_to_be_a_risk(staff, programme):
    group = a_group(programme)
    a_term(a_candidate(), group.seats[0])

    assert "One lay partner sits alone." in staff.get(f"/staff/workstreams/{group.id}/").text


def test_history_is_kept_with_its_reason(staff, programme):
    group = a_group(programme)
    gone = a_term(a_candidate(name="Ben Lee"), group.seats[0], state=TermState.ENDED)
    gone.ended_because = "time"

    page = staff.get(f"/staff/workstreams/{group.id}/").text

    assert "Ben Lee" in page
    assert "Time" in page


def test_a_workstream_of_another_programme_is_not_there(staff):
    group = a_group(a_programme(name="Elsewhere"))

    assert staff.get(f"/staff/workstreams/{group.id}/").status_code == 404


def test_a_workstream_is_begun_with_seats_and_meetings(staff):
    response = begun(staff, seats="3")

    page = staff.get(response.location).text
    assert "Alternate Tuesdays, 10am to 12 noon, in person" in page
    assert "12 Jan" in page
    assert [len(group.seats) for group in groups()] == [3]


def test_a_form_posted_twice_begins_one_group(staff):
    answers = [begun(staff, form_key="one form").status_code for _ in range(2)]

    assert answers == [303, 303]
    assert len(groups()) == 1


def test_a_group_beside_the_workstreams_stands_below_them(staff):
    begun(
        staff, kind="advisory group", name="Advisory group", how_often="every month", way="online", place=""
    )

    page = staff.get("/staff/workstreams/").text
    assert "Other groups" in page
    assert "Monthly, second Tuesday, 10am to 12 noon, online" in page
    assert [(group.kind, group.seats) for group in groups()] == [(GroupKind.ADVISORY_GROUP, [])]
    assert set(db.session.scalars(sa.select(Meeting.place))) == {"Online"}


def test_a_group_of_another_programme_is_not_listed(staff):
    a_group(a_programme(name="Elsewhere"), kind=GroupKind.FORUM, name="Their forum")

    assert "Their forum" not in staff.get("/staff/workstreams/").text


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("name", "", "Enter the name of the group"),
        ("name", "x" * 201, "Use at most 200 letters"),
        ("starts", "soon", "Enter a time from 7am to 10pm, like 10am or 2.30pm"),
        ("minutes", "long", "Enter a number of minutes from 15 to 480"),
        ("minutes", "5", "Enter a number of minutes from 15 to 480"),
        ("place", "", "Enter the place, or choose online"),
        ("from_day-day", "10", "Choose a day from today to a year from now"),
        ("from_day-year", "2029", "Choose a day from today to a year from now"),
        ("from_day-month", "13", "Enter a real day, like 3 4 2027"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_begins(staff, field, typed, words):
    response = begun(staff, **{field: typed})

    assert response.status_code == 422
    assert words in response.text
    assert groups() == []


@pytest.mark.parametrize(
    ("field", "forged"), [("seats", "9"), ("kind", "club"), ("weekday", "7"), ("way", "x")]
)
def test_a_forged_choice_begins_nothing(staff, field, forged):
    assert begun(staff, **{field: forged}).status_code == 422
    assert groups() == []


def test_a_name_that_is_taken_is_refused_in_words(staff, programme):
    a_group(programme, name="Informatics")

    response = begun(staff)

    assert response.status_code == 409
    assert "There is a group of this name already" in response.text


def test_a_workstream_begun_after_a_plan_leaves_the_plan_to_be_read(staff, programme):
    a_role(a_group(programme, name="GP networks", meetings=12))
    day = {"starts_on-day": "1", "starts_on-month": "3", "starts_on-year": "2027"}
    plan = staff.post("/staff/plans/new/", data={"name": "Spring", **day}).location
    begun(staff)
    before_its_role = staff.get(plan).status_code
    a_role(next(group for group in groups() if group.name == "Informatics"))

    assert (before_its_role, staff.get(plan).status_code) == (200, 200)
