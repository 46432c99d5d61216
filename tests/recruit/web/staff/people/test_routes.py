"""Everyone by stage, and one person."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from recruit.actions.nominations import accept_nomination
from recruit.extensions import db
from recruit.models.candidates import Candidate, Link, Perspective, SeenBy, Statement
from recruit.models.events import Event
from recruit.models.nominations import Relation
from recruit.models.states import Stage
from recruit.queries.nominations import nomination_for_answer
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


@pytest.fixture
def role(programme):
    return a_role(a_group(programme), title="Lay partner, Informatics")


def test_an_empty_funnel_says_what_to_do(staff):
    assert "Nobody has registered yet." in staff.get("/staff/people/").text


def test_the_funnel_counts_each_stage_with_its_longest_wait(staff, role):
    since = datetime.now(UTC) - timedelta(days=9, hours=1)
    a_candidacy(a_candidate(name="Ada Obi"), role, stage=Stage.INTERESTED, since=since)
    a_candidacy(a_candidate(name="Grace Mensah"), role, stage=Stage.REGISTERED, since=datetime.now(UTC))

    page = staff.get("/staff/people/").text

    assert page.index("Registered</a>") < page.index("Interested</a>")
    assert "9 days" in page
    assert "50\u00a0%" in page


@pytest.mark.parametrize("words", ["obi", "Halfway", "harrow", "ada harrow"])
def test_a_person_is_found_by_name_organisation_or_area(staff, role, words):
    named = a_candidate(name="Ada Obi", area="harrow", organisation=an_organisation("Halfway Centre"))
    a_candidacy(named, role)
    a_candidacy(a_candidate(name="Grace Mensah", area="brent"), role)

    page = staff.get("/staff/people/", query_string={"words": words}).text

    assert "Ada Obi" in page
    assert "Grace Mensah" not in page


def test_a_person_is_found_by_number(staff, role):
    ada, grace = a_candidate(name="Ada Obi"), a_candidate(name="Grace Mensah")
    for candidate in (ada, grace):
        a_candidacy(candidate, role)

    page = staff.get("/staff/people/", query_string={"words": str(ada.number)}).text

    assert "Ada Obi" in page
    assert "Grace Mensah" not in page


@pytest.mark.parametrize("words", ["%", "_", "' OR 1=1 --", "9" * 40])
def test_what_is_typed_is_looked_for_as_it_stands(staff, role, words):
    a_candidacy(a_candidate(name="Ada Obi"), role)

    page = staff.get("/staff/people/", query_string={"words": words}).text

    assert "Nobody fits that." in page


def test_a_list_is_narrowed_by_stage_role_and_area(staff, programme, role):
    other = a_role(a_group(programme, name="GP networks"))
    a_candidacy(a_candidate(name="Ada Obi", area="harrow"), role, stage=Stage.INVITED)
    a_candidacy(a_candidate(name="Wrong Area", area="brent"), role, stage=Stage.INVITED)
    a_candidacy(a_candidate(name="Wrong Stage", area="harrow"), role)
    a_candidacy(a_candidate(name="Wrong Role", area="harrow"), other, stage=Stage.INVITED)

    page = staff.get(f"/staff/people/?stage=invited&role={role.id}&area=harrow").text

    assert "Ada Obi" in page
    assert "Wrong" not in page


def test_nonsense_in_the_address_narrows_nothing(staff, role):
    a_candidacy(a_candidate(name="Ada Obi"), role)

    page = staff.get("/staff/people/?stage=x&role=x&area=x&after=x").text

    assert "Ada Obi" in page


def test_htmx_gets_the_list_alone(staff, role):
    a_candidacy(a_candidate(name="Ada Obi"), role)

    part = staff.get("/staff/people/?words=ada", headers={"HX-Request": "true"}).text

    assert part.startswith('<div id="people"')


def test_a_long_list_has_pages(staff, role):
    for number in range(51):
        a_candidacy(a_candidate(name=f"Person {number}"), role)

    first, second = (staff.get(f"/staff/people/?after={after}").text for after in (0, 50))

    assert "1 to 50 of 51" in first
    assert "51 to 51 of 51" in second


def test_people_of_another_programme_are_not_listed_and_not_found(staff, role):
    foreign = a_candidate(name="Foreign Person")
    a_candidacy(foreign, a_role(a_group(a_programme(name="Another"))))
    a_candidacy(a_candidate(name="Ada Obi"), role)

    listed, page = staff.get("/staff/people/").text, staff.get(f"/staff/people/{foreign.id}/")

    assert "Foreign Person" not in listed
    assert page.status_code == 404


def test_a_person_s_page_shows_what_they_told_us(staff, role):
    candidate = a_candidate(
        name="Ada Obi",
        skills={"finance": 0.5},
        lived={"dementia": Perspective.CARER_FAMILY},
        connections={"carers": Link.LEADER},
    )
    a_candidacy(candidate, role)
    kept(
        Statement(candidate_id=candidate.id, field="lived_text", text="My mum.", seen_by=SeenBy.CONTACT_ONLY)
    )

    page = staff.get(f"/staff/people/{candidate.id}/").text

    assert "Money and budgets" in page
    assert "Dementia: carer or family" in page
    assert "Carers&#39; groups: leads" in page
    assert "My mum." in page
    assert "Only you may see this" in page


def test_each_step_is_taken_once(staff, role):
    candidacy = a_candidacy(a_candidate(email="ada@example.org"), role)
    url = f"/staff/people/candidacies/{candidacy.id}/invitation/"

    first, second = (staff.post(url) for _ in range(2))

    assert (first.status_code, second.status_code) == (303, 409)
    assert candidacy.stage is Stage.INVITED


@pytest.mark.parametrize(
    ("before", "step", "after"),
    [
        (Stage.REGISTERED, "invitation", Stage.INVITED),
        (Stage.INVITED, "attendance", Stage.ATTENDED),
        (Stage.ATTENDED, "interest", Stage.INTERESTED),
    ],
)
def test_a_step_moves_the_candidacy_and_stands_in_the_history(staff, role, before, step, after):
    candidacy = a_candidacy(a_candidate(), role, stage=before)

    response = staff.post(f"/staff/people/candidacies/{candidacy.id}/{step}/")
    page = staff.get(response.location).text

    assert candidacy.stage is after
    assert f"Candidacy {after}" in page


def test_a_candidacy_of_another_programme_is_not_found(staff):
    candidacy = a_candidacy(a_candidate(), a_role(a_group(a_programme(name="Another"))))

    response = staff.post(f"/staff/people/candidacies/{candidacy.id}/invitation/")

    assert response.status_code == 404
    assert candidacy.stage is Stage.REGISTERED


def test_the_list_asks_the_database_as_often_for_ten_as_for_one(staff, role, statements):
    a_candidacy(a_candidate(), role)
    one = statements(lambda: staff.get("/staff/people/"))
    for _ in range(9):
        a_candidacy(a_candidate(organisation=an_organisation()), role)
    ten = statements(lambda: staff.get("/staff/people/"))

    assert one == ten


def test_what_a_nominator_said_is_read_after_consent_with_their_conflict(staff, role):
    person = a_candidate(name="Ada Obi")
    a_candidacy(person, role)
    nomination = a_nomination(
        a_call(role, an_organisation()).asked[0],
        relation=Relation.WORKS_FOR_US,
        seen_do_well="She mended our kiln",
    )
    before = staff.get(f"/staff/people/{person.id}/").text
    accept_nomination(nomination_for_answer(nomination.id, now=NOW), candidate=person, now=datetime.now(UTC))

    page = staff.get(f"/staff/people/{person.id}/").text

    assert "kiln" not in before
    assert "She mended our kiln" in page
    assert "Works for them" in page


def test_what_was_said_to_another_programme_is_not_read_here(staff, role):
    person = a_candidate(name="Ada Obi")
    a_candidacy(person, role)
    elsewhere = a_role(a_group(a_programme(name="Another")), title="Lay partner, elsewhere")
    nomination = a_nomination(
        a_call(elsewhere, an_organisation()).asked[0], seen_do_well="She mended our kiln"
    )
    accept_nomination(nomination, candidate=person, now=datetime.now(UTC))

    assert "kiln" not in staff.get(f"/staff/people/{person.id}/").text


def test_health_that_a_nominator_wrote_stays_back_until_the_nominee_agrees(staff, role):
    person = a_candidate(name="Ada Obi")
    a_candidacy(person, role)
    nomination = a_nomination(
        a_call(role, an_organisation()).asked[0], seen_do_well="She lives with MS", tells_health=True
    )
    accept_nomination(nomination, candidate=person, now=datetime.now(UTC))

    before = staff.get(f"/staff/people/{person.id}/").text
    nomination.shows_health = True
    after = staff.get(f"/staff/people/{person.id}/").text

    assert "She lives with MS" not in before
    assert "Held back." in before
    assert "She lives with MS" in after


def test_staff_enter_the_same_form_for_somebody_and_it_says_who_did(staff, role, coordinator):
    begun = staff.post("/staff/people/helped-entry/")
    answers = {
        "who_is_filling": {"who_is_filling": "helping"},
        "name": {"name": "Ida Ross"},
        "contact_way": {"contact_ways": "phone", "phone": "020 7946 0888"},
        "area": {"area": "brent"},
        "adult": {"adult": "yes"},
        "lay_status": {"lay_status": "no"},
        "roles": {"roles": role.slug},
    }
    for step, given in answers.items():
        staff.post(f"/interest/{step}/", data=given)

    staff.post("/interest/check/", data={"find_a_role": "y"})

    person = db.session.scalars(select(Candidate).where(Candidate.name == "Ida Ross")).one()
    event = db.session.scalars(select(Event).where(Event.what == "answers entered for them")).one()
    assert begun.location == "/interest/who_is_filling/"
    assert (event.subject_id, event.by_id) == (person.id, coordinator.id)
    assert "Answers entered for them" in staff.get(f"/staff/people/{person.id}/").text


def test_a_wrong_answer_that_staff_enter_is_explained_as_to_anybody(staff, role):
    staff.post("/staff/people/helped-entry/")

    answer = staff.post("/interest/contact_way/", data={"contact_ways": "phone", "phone": "ask her"})

    assert answer.status_code == 422
    assert "Enter a phone number, like 020 7946 0999" in answer.text
