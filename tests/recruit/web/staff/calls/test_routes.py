"""Requests for names: choosing, seeing, sending, closing."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.messages import Message
from recruit.models.organisations import OrganisationKind, Reach
from recruit.models.roles import Call
from recruit.models.states import NominationState
from recruit.web.clock import today
from tests.makers import a_call, a_group, a_nomination, a_programme, a_role, an_organisation, kept


@pytest.fixture
def role(programme):
    return a_role(a_group(programme), title="Lay partner, Informatics")


def choice(role, *organisations, **more):
    return {"role": str(role.id), "organisations": [str(each.id) for each in organisations]} | more


def written():
    return db.session.scalars(select(Message)).all()


def test_the_list_is_narrowed_by_kind_area_and_reach(staff, role):
    right = an_organisation("Right", kind=OrganisationKind.CHARITY, area="harrow")
    kept(Reach(organisation_id=right.id, code="carers"))
    an_organisation("Other kind", kind=OrganisationKind.RESEARCH, area="harrow")
    an_organisation("Other area", area="brent")

    page = staff.get("/staff/calls/new/?kind=charity&area=harrow&reach=carers").text

    assert "Right" in page
    assert "Other kind" not in page
    assert "Other area" not in page


def test_the_message_is_seen_before_anything_is_sent(staff, role):
    organisation = an_organisation("Halfway Centre")

    page = staff.post("/staff/calls/new/", data=choice(role, organisation))

    assert page.status_code == 200
    assert "Send to 1 organisation" in page.text
    assert "(their own link)" in page.text
    assert written() == []


def test_a_call_asks_each_organisation_by_a_link_of_its_own(staff, role):
    organisations = [an_organisation("One"), an_organisation("Two")]

    response = staff.post("/staff/calls/new/", data=choice(role, *organisations, agreed="yes"))
    bodies = [message.body for message in written()]

    assert response.status_code == 303
    assert len(bodies) == 2
    assert all("/nominate/" in body for body in bodies)
    assert bodies[0] != bodies[1]


def test_a_call_sent_twice_goes_out_once(staff, role):
    fields = choice(role, an_organisation(), agreed="yes", form_key="one form")

    for _ in range(2):
        staff.post("/staff/calls/new/", data=fields)

    assert len(written()) == 1


def test_everyone_shown_is_asked_with_one_tick(staff, role):
    an_organisation("One", kind=OrganisationKind.CHARITY)
    an_organisation("Two", kind=OrganisationKind.RESEARCH)
    fields = {"role": str(role.id), "all_shown": "y", "kind": "charity"}

    page = staff.post("/staff/calls/new/", data=fields).text

    assert "One" in page
    assert "Two" not in page


def test_who_holds_an_open_request_is_not_asked_again(staff, role):
    organisation = an_organisation("Halfway Centre")
    a_call(role, organisation)

    page = staff.post("/staff/calls/new/", data=choice(role, organisation)).text

    assert "Nobody is left to ask." in page


@pytest.mark.parametrize("asked_for", ["foo", "", "\N{ROCKET}", "another programme's"])
def test_a_role_that_is_none_of_ours_is_never_looked_up(staff, role, asked_for):
    foreign = a_role(a_group(a_programme(name="Another")))
    organisation = an_organisation()
    a_call(foreign, organisation)
    asked_for = str(foreign.id) if asked_for == "another programme's" else asked_for
    fields = {"role": asked_for, "organisations": [str(organisation.id)]}

    looked = staff.get("/staff/calls/new/", query_string={"role": asked_for})
    posted = staff.post("/staff/calls/new/", data=fields)

    assert (looked.status_code, posted.status_code) == (200, 422)
    assert "Asked already" not in looked.text + posted.text


def test_a_last_day_that_is_far_away_is_refused_in_words(staff, role):
    fields = choice(role, an_organisation(), agreed="yes")
    fields |= {"closes_on-day": "31", "closes_on-month": "12", "closes_on-year": "9999"}

    response = staff.post("/staff/calls/new/", data=fields)

    assert response.status_code == 422
    assert "Enter a day within two years of today" in response.text
    assert written() == []


def test_a_list_narrowed_by_what_no_database_keeps_is_still_shown(staff, role):
    assert staff.post("/staff/calls/new/", data={"role": str(role.id), "reach": "\0"}).status_code == 422


def test_choosing_nobody_is_an_error_in_words(staff, role):
    an_organisation()

    response = staff.post("/staff/calls/new/", data={"role": str(role.id)})

    assert response.status_code == 422
    assert "Choose at least one organisation" in response.text


def test_a_role_that_is_not_open_is_not_sent_out(staff, role):
    role.is_open = False
    fields = choice(role, an_organisation(), agreed="yes")

    response = staff.post("/staff/calls/new/", data=fields)

    assert response.status_code == 409
    assert written() == []


def test_the_log_says_what_each_organisation_named_and_who_said_yes(staff, role):
    call = a_call(role, an_organisation("Halfway Centre"))
    a_nomination(call.asked[0], name="One", email="one@example.org").state = NominationState.ACCEPTED
    a_nomination(call.asked[0], name="Two", email="two@example.org")

    page = staff.get(f"/staff/calls/{call.id}/").text

    assert "1 was asked. They named 2, and 1 of those said yes." in page
    assert "Halfway Centre" in page


def test_a_call_is_closed_once(staff, role):
    call = a_call(role, an_organisation())

    first, second = (staff.post(f"/staff/calls/{call.id}/closing/") for _ in range(2))

    assert (first.status_code, second.status_code) == (303, 409)
    assert db.session.get(Call, call.id).closes_on == today() - timedelta(days=1)


def test_a_call_of_another_programme_is_not_found(staff):
    call = a_call(a_role(a_group(a_programme(name="Another"))), an_organisation())

    assert staff.get(f"/staff/calls/{call.id}/").status_code == 404
    assert "Another" not in staff.get("/staff/calls/").text


def test_the_log_asks_the_database_as_often_for_three_as_for_one(staff, role, programme, statements):
    call = a_call(role, an_organisation())
    one = statements(lambda: staff.get(f"/staff/calls/{call.id}/"))
    other = a_role(a_group(programme, name="GP networks"))
    more = a_call(other, *(an_organisation(f"Org {number}") for number in range(3)))
    three = statements(lambda: staff.get(f"/staff/calls/{more.id}/"))

    assert one == three


def test_a_nomination_that_holds_two_people_is_noticed(staff, role):
    call = a_call(role, an_organisation())
    a_nomination(call.asked[0], name="Maeve and Robin Hanlon")
    a_nomination(call.asked[0], name="Ada Obi")

    page = staff.get(f"/staff/calls/{call.id}/").text

    assert page.count("Two people? Ask each") == 1


def test_a_nominee_is_reached_in_the_way_they_chose(staff, role):
    call = a_call(role, an_organisation())
    a_nomination(call.asked[0], name="Ada Obi", email="ada@example.org", phone="020 7946 0001")

    page = staff.get(f"/staff/calls/{call.id}/").text

    assert "ada@example.org" in page
    assert "020 7946 0001" not in page
