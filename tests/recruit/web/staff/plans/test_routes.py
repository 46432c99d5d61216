"""Plans as staff see and change them."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.accounts import Power
from recruit.models.candidates import MeetingReply
from recruit.models.groups import Meeting
from recruit.models.messages import Message
from recruit.models.plans import Offer, Plan, PlanChoice
from recruit.models.states import PlanState, Stage
from tests.makers import (
    NOW,
    TODAY,
    a_candidacy,
    a_candidate,
    a_group,
    a_programme,
    a_role,
    a_term,
    an_account,
    an_organisation,
    kept,
)

FORM = {"name": "Spring pairs", "starts_on-day": "12", "starts_on-month": "1", "starts_on-year": "2027"}
REASON = "Knows the people in this group."


@pytest.fixture(autouse=True)
def _today_is_the_day_of_the_makers():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def group(programme):
    return a_group(programme, meetings=4)


@pytest.fixture
def role(group):
    return a_role(group, skills=["finance", "challenge"])


def ready(role, name, **skills):
    person = a_candidate(name=name, skills=skills, organisation=an_organisation(), email="a@example.org")
    a_candidacy(person, role, stage=Stage.CHOSEN)
    return person


@pytest.fixture
def people(role):
    return [
        ready(role, "Amina Yusuf", finance=0.8, challenge=0.8),
        ready(role, "Peter Callaghan", finance=0.8),
        ready(role, "Grace Mensah", challenge=0.5),
    ]


@pytest.fixture
def url(staff, people):
    return staff.post("/staff/plans/new/", data=FORM).headers["Location"]


def the_plan():
    return db.session.scalars(select(Plan)).one()


def post(staff, url, **fields):
    return staff.post(url, data={"version": str(the_plan().version)} | fields)


def test_a_draft_shows_what_each_brings_and_what_both_can_make(staff, url):
    page = staff.get(url).text

    assert "Proven best" in page
    assert "only Amina" in page
    assert "Both can make 4 of 4 dates" in page
    assert "A draft: only staff can see it." in page


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": ""}, "Enter a name, like Spring pairs"),
        ({"starts_on-day": "32"}, "Enter a real day"),
        ({"starts_on-year": "2026"}, "Enter a day that is still to come"),
        ({"starts_on-day": "11", "starts_on-year": "2029", "name": ""}, "Enter a name, like Spring pairs"),
        ({"starts_on-year": "2029"}, "Enter a day within two years of today"),
        ({"starts_on-year": "9998"}, "Enter a day within two years of today"),
        ({"starts_on-day": "31", "starts_on-month": "12", "starts_on-year": "9999"}, "within two years"),
    ],
)
def test_a_mistake_is_said_and_proposes_nothing(staff, people, fields, said):
    response = staff.post("/staff/plans/new/", data=FORM | fields)

    assert response.status_code == 422
    assert said in response.text
    assert db.session.scalars(select(Plan)).all() == []


def test_the_same_form_posted_twice_proposes_one(staff, people):
    codes = [staff.post("/staff/plans/new/", data=FORM | {"form_key": "twice"}).status_code for _ in range(2)]

    assert codes == [303, 303]
    assert the_plan().name == "Spring pairs"


def test_a_pair_is_locked_and_unlocked(staff, url, group):
    post(staff, f"{url}workstreams/{group.id}/lock/")
    locked = staff.get(url).text
    post(staff, f"{url}workstreams/{group.id}/undo/")

    assert "Unlock" in locked
    assert "Locked" not in staff.get(url).text


def test_a_price_is_shown_before_anything_is_kept(staff, url, group, people):
    choose = f"{url}workstreams/{group.id}/"

    page = staff.get(f"{choose}?out={people[0].id}&who={people[2].id}").text

    assert "This choice costs " in page
    assert "Informatics: " in page
    assert db.session.scalars(select(PlanChoice)).all() == []


def test_an_override_is_kept_with_its_reason_and_shown_with_its_price(staff, url, group, people):
    choose, wanted = f"{url}workstreams/{group.id}/", {"out": str(people[0].id), "who": str(people[2].id)}

    empty = post(staff, choose, **wanted, reason="")
    given = post(staff, choose, **wanted, reason=REASON)

    page = staff.get(url).text
    assert (empty.status_code, given.status_code) == (422, 303)
    assert "Grace Mensah, not Amina Yusuf. Price" in page
    assert REASON in page


def test_somebody_can_be_kept_out(staff, url, group, people):
    choose = f"{url}workstreams/{group.id}/"

    post(staff, choose, out=str(people[0].id), who="next-best", reason=REASON)

    assert "Amina Yusuf" not in staff.get(url).text.split("Choices people made")[0].split("Kept out:")[0]


def test_whoever_cannot_sit_there_is_named_with_the_reason(staff, url, group, people):
    for meeting in db.session.scalars(select(Meeting)):
        kept(MeetingReply(candidate_id=people[2].id, meeting=meeting, reply="cannot"))

    page = staff.get(f"{url}workstreams/{group.id}/").text

    assert "can make 0 of 4 dates" in page


def test_an_empty_seat_says_why(staff, people, url, group):
    people[1].nominated_by_id = people[2].nominated_by_id = people[0].nominated_by_id
    db.session.commit()

    post(staff, f"{url}proposal/")

    page = staff.get(url).text
    assert "One lay partner alone." in page
    assert "Empty seat" in page
    assert "named by the same organisation" in page
    assert "Ask organisations for names" in page


@pytest.mark.parametrize("version", ["1", "x", "9" * 5000, "\N{SUPERSCRIPT TWO}"])
def test_a_change_to_a_plan_somebody_else_changed_is_refused(staff, url, group, version):
    post(staff, f"{url}workstreams/{group.id}/lock/")

    response = staff.post(f"{url}proposal/", data={"version": version})

    assert response.status_code == 409
    assert "Somebody changed this plan" in response.text


def test_publishing_shows_whom_it_asks_first_and_asks_them_once(staff, url):
    page = staff.get(f"{url}publish/").text
    version = str(the_plan().version)

    codes = [staff.post(f"{url}publish/", data={"version": version}).status_code for _ in range(2)]

    assert "Publish: ask 2 people" in page
    assert codes == [303, 409]
    assert [message.kind for message in db.session.scalars(select(Message))] == ["offer_made"] * 2
    assert "What came of it" in staff.get(url).text


def test_a_published_plan_offers_no_changes(staff, url, group):
    post(staff, f"{url}publish/")

    page = staff.get(url).text

    assert "Propose again" not in page
    assert "Asked, and the answer: no answer yet, no answer yet" in page
    assert staff.get(f"{url}workstreams/{group.id}/").status_code == 303


def test_drafts_stand_side_by_side(staff, url, people):
    staff.post("/staff/plans/new/", data=FORM | {"name": "Autumn pairs"})

    assert "The drafts put the same people in the same places." in staff.get("/staff/plans/").text


def test_a_draft_is_laid_aside(staff, url):
    post(staff, f"{url}discard/")

    assert the_plan().state is PlanState.DISCARDED


def test_a_standing_pair_says_that_it_stays(staff, group, people):
    for seat, person in zip(group.seats, people, strict=False):
        a_term(person, seat, ends_on=TODAY + timedelta(days=400))
    url = staff.post("/staff/plans/new/", data=FORM).headers["Location"]

    page = staff.get(url).text

    assert "A standing pair. It stays as it is." in page
    assert "This draft asks nobody anything." in page
    assert db.session.scalars(select(Offer)).all() == []


def test_only_an_empty_seat_beside_somebody_who_sits_there_can_be_chosen_for(staff, group, people):
    a_term(people[0], group.seats[0])
    url = staff.post("/staff/plans/new/", data=FORM).headers["Location"]
    choose = f"{url}workstreams/{group.id}/"

    page = staff.get(choose).text

    assert "Amina Yusuf sits here and stays." in page
    assert "In place of Amina Yusuf" not in page
    assert "In place of Peter Callaghan" in page


def test_another_programmes_plan_does_not_exist_here(app, url):
    elsewhere = an_account(Power.COORDINATOR, programme=a_programme(name="Another"))

    assert app.test_client().sign_in(elsewhere).get(url).status_code == 404
