"""The directory of organisations."""

import pytest
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.organisations import Contact, Organisation, Reach
from recruit.models.states import NominationState, Stage
from recruit.models.workshops import Attendance, Workshop
from tests.makers import (
    NOW,
    a_call,
    a_candidacy,
    a_candidate,
    a_group,
    a_nomination,
    a_programme,
    a_role,
    an_organisation,
    kept,
)

FIELDS = {
    "name": "Halfway Carers' Centre",
    "kind": "charity",
    "area": "brent",
    "contact_name": "Bo Lind",
    "email": "Bo@Example.org",
    "phone": "",
    "reaches": ["carers", "dementia"],
}


def test_an_organisation_is_added_once_with_whom_to_write_to(staff):
    fields = FIELDS | {"form_key": "one form"}

    responses = [staff.post("/staff/organisations/new/", data=fields) for _ in range(2)]
    contacts = db.session.scalars(select(Contact)).all()
    reaches = db.session.scalars(select(Reach.code)).all()

    assert [each.status_code for each in responses] == [303, 303]
    assert [(contact.name, contact.email) for contact in contacts] == [("Bo Lind", "bo@example.org")]
    assert sorted(reaches) == ["carers", "dementia"]


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("name", "", "Enter the name of the organisation"),
        ("contact_name", "", "Enter the name of a person there"),
        ("email", "nonsense", "Enter an email address, like name@example.org"),
        ("email", "", "Enter an email address or a phone number"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_stays(staff, field, typed, words):
    response = staff.post("/staff/organisations/new/", data=FIELDS | {field: typed})

    assert response.status_code == 422
    assert words in response.text
    assert db.session.scalars(select(Organisation)).all() == []


def test_an_edit_keeps_the_contact_s_row_and_changes_the_reach(staff):
    organisation = an_organisation()
    contact = db.session.scalars(select(Contact)).one()
    kept(Reach(organisation_id=organisation.id, code="irish"))

    staff.post(f"/staff/organisations/{organisation.id}/edit/", data=FIELDS)
    after = db.session.scalars(select(Contact)).one()

    assert (after.id, after.email) == (contact.id, "bo@example.org")
    assert sorted(db.session.scalars(select(Reach.code))) == ["carers", "dementia"]


def test_the_page_says_what_came_of_asking(staff, programme):
    organisation = an_organisation("Halfway Centre")
    role = a_role(a_group(programme))
    call = a_call(role, organisation)
    a_nomination(call.asked[0]).state = NominationState.ACCEPTED
    candidate = a_candidate(name="Ada Obi", organisation=organisation)
    for each in (role, a_role(role.group)):
        candidacy = a_candidacy(candidate, each, stage=Stage.CHOSEN)
        workshop = kept(Workshop(role_profile=each, starts_at=NOW, minutes=120, place="Town hall"))
        kept(Attendance(workshop=workshop, candidacy=candidacy, invited_at=NOW, came=True))

    page = staff.get(f"/staff/organisations/{organisation.id}/").text

    assert "Ada Obi" in page
    assert page.count('<span class="strip__figure">1</span>') == 5


def test_what_came_of_another_programme_is_not_told(staff, programme):
    organisation = an_organisation("Halfway Centre")
    foreign = a_role(a_group(a_programme(name="Another")))
    a_call(foreign, organisation)
    a_candidacy(a_candidate(name="Ada Obi", organisation=organisation), foreign, stage=Stage.CHOSEN)

    page = staff.get(f"/staff/organisations/{organisation.id}/").text

    assert "Ada Obi" not in page
    assert page.count('<span class="strip__figure">0</span>') == 5


def test_the_list_asks_the_database_as_often_for_three_as_for_one(staff, statements):
    an_organisation()
    one = statements(lambda: staff.get("/staff/organisations/"))
    for _ in range(2):
        an_organisation()
    three = statements(lambda: staff.get("/staff/organisations/"))

    assert one == three
