"""The roles of a programme, as staff write them."""

from datetime import timedelta

import pytest

from recruit.extensions import db
from recruit.models.roles import Rung
from recruit.queries.roles import role_with_slug
from recruit.web.clock import today
from tests.makers import a_call, a_group, a_programme, a_role

FIELDS = {
    "title": "Lay partner, Informatics",
    "lead": "You help decide what people can see in their record.",
    "decides": "The group agrees how records are shared.",
    "rung": Rung.DECIDING_TOGETHER,
    "hours_meetings": "8",
    "hours_reading": "3",
    "term_months": "24",
    "notice": "2 weeks",
    "payment": "None",
    "expenses": "Fares",
    "support": "A named contact",
    "choosing": "Two people read your answers.",
    "criteria-tag": ["skills:finance", "lived:dementia", ""],
    "criteria-weight": ["3", "2", ""],
    "criteria-essential": ["1"],
    "weight_skills": "25",
    "weight_lived": "25",
    "weight_connections": "25",
    "weight_availability": "10",
    "weight_gap": "15",
}


@pytest.fixture
def role(programme):
    return a_role(a_group(programme), skills=["finance"], title="Lay partner, Informatics")


WORKSHOP = {
    "day-day": "3",
    "day-month": "4",
    "day-year": "2027",
    "starts": "10am",
    "minutes": "120",
    "place": "Town hall, room 2",
}


def seen_in(page):
    return page.split('name="seen" type="hidden" value="')[1].split('"')[0]


def edited(staff, role, **fields):
    url = f"/staff/roles/{role.id}/edit/"
    return staff.post(url, data=FIELDS | {"seen": seen_in(staff.get(url).text)} | fields)


def read(role):
    db.session.expire_all()
    return role_with_slug(role.slug)


def test_the_list_shows_each_role_with_its_state(staff, role, programme):
    a_role(a_group(programme, name="GP networks"), is_open=False)

    page = staff.get("/staff/roles/").text

    assert "Always open" in page
    assert "Not open" in page


def test_a_new_role_is_written_once_and_stays_closed(staff, programme):
    group = a_group(programme)
    fields = FIELDS | {"group": str(group.id), "form_key": "one form"}

    first, second = (staff.post("/staff/roles/new/", data=fields) for _ in range(2))
    role = role_with_slug("lay-partner-informatics")

    assert (first.status_code, second.status_code) == (303, 303)
    assert role.is_open is False
    assert [(each.code, each.weight, each.is_essential) for each in role.versions[-1].criteria] == [
        ("finance", 3, False),
        ("dementia", 2, True),
    ]


def test_a_second_role_of_the_same_title_gets_an_address_of_its_own(staff, programme):
    group = a_group(programme)

    for _ in range(2):
        staff.post("/staff/roles/new/", data=FIELDS | {"group": str(group.id)})

    assert role_with_slug("lay-partner-informatics-2") is not None


def test_a_role_that_nobody_uses_is_changed_in_place(staff, role):
    response = edited(staff, role, title="Lay partner, records")

    assert response.status_code == 303
    assert [(each.number, each.title) for each in read(role).versions] == [(1, "Lay partner, records")]


def test_a_version_in_use_is_kept_and_the_change_is_the_next_one(staff, role):
    a_call(role)

    edited(staff, role, title="Lay partner, records")

    assert [(each.number, each.title) for each in read(role).versions] == [
        (1, "Lay partner, Informatics"),
        (2, "Lay partner, records"),
    ]


def test_a_stale_edit_shows_both_versions_and_saves_nothing(staff, role):
    seen = seen_in(staff.get(f"/staff/roles/{role.id}/edit/").text)
    edited(staff, role, title="Saved first")

    response = staff.post(
        f"/staff/roles/{role.id}/edit/", data=FIELDS | {"seen": seen, "title": "Typed second"}
    )

    assert response.status_code == 409
    assert "Saved first" in response.text
    assert "Typed second" in response.text
    assert read(role).versions[-1].title == "Saved first"


def test_after_a_stale_edit_the_next_save_is_made_knowingly(staff, role):
    stale = staff.post(f"/staff/roles/{role.id}/edit/", data=FIELDS | {"seen": "old", "title": "Mine"})

    response = staff.post(
        f"/staff/roles/{role.id}/edit/", data=FIELDS | {"seen": seen_in(stale.text), "title": "Mine"}
    )

    assert response.status_code == 303
    assert read(role).versions[-1].title == "Mine"


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("title", "", "Enter a title"),
        ("lead", "x" * 401, "Use at most 400 letters"),
        ("hours_meetings", "many", "Enter the hours as a number, like 6 or 2.5"),
        ("hours_reading", "nan", "Enter the hours as a number, like 6 or 2.5"),
        ("term_months", "0", "Enter a number of months from 1 to 120"),
        ("weight_skills", "-1", "Enter a number from 0 to 100"),
        ("criteria-weight", ["x", "2", ""], "Enter how much each thing counts"),
        ("criteria-weight", ["nan", "2", ""], "Enter how much each thing counts"),
        ("criteria-tag", ["skills:magic", "", ""], "Choose each thing from the list"),
        ("criteria-tag", ["skills:finance", "skills:finance", ""], "Ask for each thing once"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(staff, role, field, typed, words):
    response = edited(staff, role, support="My own words", **{field: typed})

    assert response.status_code == 422
    assert words in response.text
    assert "My own words" in response.text


def test_a_role_where_no_score_counts_is_refused(staff, role):
    nothing = {name: "0" for name in FIELDS if name.startswith("weight_")}

    response = edited(staff, role, **nothing)

    assert "Let at least one of the five scores count" in response.text


def test_a_role_is_closed_and_opened_again(staff, role):
    staff.post(f"/staff/roles/{role.id}/closing/")
    is_closed = not read(role).is_open

    staff.post(f"/staff/roles/{role.id}/opening/")

    assert is_closed
    assert read(role).is_open


def test_a_role_cannot_open_until_a_day_that_has_passed(staff, role):
    yesterday = today() - timedelta(days=1)
    day = {
        "closes_on-day": yesterday.day,
        "closes_on-month": yesterday.month,
        "closes_on-year": yesterday.year,
    }

    response = staff.post(f"/staff/roles/{role.id}/opening/", data=day)

    assert response.status_code == 409
    assert "That day has passed" in response.text


def test_a_role_cannot_open_until_a_day_that_is_far_away(staff, role):
    staff.post(f"/staff/roles/{role.id}/closing/")
    day = {"closes_on-day": "31", "closes_on-month": "12", "closes_on-year": "9999"}

    response = staff.post(f"/staff/roles/{role.id}/opening/", data=day)

    assert response.status_code == 422
    assert "Enter a day within two years of today" in response.text
    assert not read(role).is_open


@pytest.mark.parametrize("place", ["", "edit/", "workshops/new/"])
def test_a_role_of_another_programme_is_not_found(staff, place):
    foreign = a_role(a_group(a_programme(name="Another")))

    assert staff.get(f"/staff/roles/{foreign.id}/{place}").status_code == 404


def test_a_workshop_is_planned_once_and_stands_on_the_page(staff, role):
    url, fields = f"/staff/roles/{role.id}/workshops/new/", WORKSHOP | {"form_key": "one form"}

    answers = [staff.post(url, data=fields).status_code for _ in range(2)]

    page = staff.get(f"/staff/roles/{role.id}/").text
    assert answers == [303, 303]
    assert page.count("Sat 3 Apr, 10am") == 1
    assert "Town hall, room 2" in page


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("day-month", "13", "Enter a real day, like 3 4 2027"),
        ("day-year", "2026", "Choose a day from today to a year from now"),
        ("day-year", "2029", "Choose a day from today to a year from now"),
        ("starts", "", "Enter a time from 7am to 10pm, like 10am or 2.30pm"),
        ("minutes", "0", "Enter a number of minutes from 15 to 480"),
        ("place", "", "Say where it is, or that it is online"),
    ],
)
def test_a_workshop_without_a_time_or_a_place_is_not_planned(staff, role, field, typed, words):
    response = staff.post(f"/staff/roles/{role.id}/workshops/new/", data=WORKSHOP | {field: typed})

    assert response.status_code == 422
    assert words in response.text
    assert "None is planned" in staff.get(f"/staff/roles/{role.id}/").text


def test_a_workshop_earlier_today_is_refused(staff, role):
    earlier = WORKSHOP | {"day-day": "11", "day-month": "1", "starts": "8am"}

    response = staff.post(f"/staff/roles/{role.id}/workshops/new/", data=earlier)

    assert response.status_code == 409
    assert "That time has passed" in response.text


def test_no_workshop_is_planned_for_a_role_of_another_programme(staff):
    foreign = a_role(a_group(a_programme(name="Another")))

    assert staff.post(f"/staff/roles/{foreign.id}/workshops/new/", data=WORKSHOP).status_code == 404
