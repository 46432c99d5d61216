"""A shortlist as staff see it."""

import pytest
import time_machine
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.accounts import Power
from recruit.models.candidacies import Candidacy, Waiver
from recruit.models.candidates import Consent, SeenBy, Statement
from recruit.models.events import Event
from recruit.models.messages import Message
from recruit.models.shortlists import Shortlist, ShortlistEntry
from recruit.models.states import Decision, Stage
from tests.makers import (
    NOW,
    a_candidacy,
    a_candidate,
    a_group,
    a_programme,
    a_role,
    an_account,
    an_organisation,
    kept,
)

REASON = "Asked the question that nobody had asked."


@pytest.fixture(autouse=True)
def _today_is_the_day_of_the_makers():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def role(programme):
    return a_role(
        a_group(programme, meetings=2), title="Lay partner, Informatics", skills=["finance", "challenge"]
    )


@pytest.fixture
def amina(role):
    person = a_candidate(
        name="Amina Yusuf",
        skills={"finance": 0.8, "challenge": 0.8},
        organisation=an_organisation(name="Horn Mothers' Circle"),
    )
    kept(Statement(candidate_id=person.id, field="skills_text", text=HER_WORDS, seen_by=SeenBy.PANEL))
    a_candidacy(person, role)
    return person


HER_WORDS = "Amina here. I kept the money of our circle and showed the board where finance went wrong."


@pytest.fixture
def peter(role):
    person = a_candidate(name="Peter Callaghan", skills={"finance": 0.5})
    a_candidacy(person, role)
    return person


@pytest.fixture
def url(staff, role, amina, peter):
    response = staff.post("/staff/shortlists/new/", data={"role": str(role.id), "seats": "1"})
    return response.headers["Location"]


def entry_of(person):
    found = (
        select(ShortlistEntry)
        .join(ShortlistEntry.candidacy)
        .where(ShortlistEntry.candidacy.has(candidate_id=person.id))
    )
    return db.session.scalars(found).one()


def decide(staff, url, person, **fields):
    entry = entry_of(person)
    answer = {"decision": Decision.CHOSEN, "reason": REASON, "version": str(entry.version)} | fields
    return staff.post(f"{url}entries/{entry.id}/decision/", data=answer)


def test_opening_one_lists_everybody_who_is_ready(staff, url):
    page = staff.get(url).text

    assert page.count('<tr id="candidate-') == 2
    assert "2 people for 1 place" in page
    assert "0 of 2 decided." in page


def test_the_same_form_posted_twice_opens_one(staff, role, amina):
    form = {"role": str(role.id), "seats": "1", "form_key": "pressed twice"}

    codes = [staff.post("/staff/shortlists/new/", data=form).status_code for _ in range(2)]

    assert codes == [303, 303]
    assert len(db.session.scalars(select(Shortlist)).all()) == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"role": ""}, "Choose a role"),
        ({"seats": ""}, "Enter a number, like 2"),
        ({"seats": "0"}, "from 1 to 200"),
    ],
)
def test_a_mistake_is_said_and_opens_nothing(staff, role, amina, fields, said):
    response = staff.post("/staff/shortlists/new/", data={"role": str(role.id), "seats": "1"} | fields)

    assert response.status_code == 422
    assert said in response.text


def test_names_are_hidden_until_they_are_asked_for(staff, url, amina):
    opened = f"{url}?open={amina.number}"

    hidden, shown = staff.get(opened).text, staff.get(f"{opened}&names=shown").text

    assert "Amina" in shown
    assert "Amina" not in hidden
    assert "Horn Mothers" not in hidden


def test_an_open_row_says_why_in_the_persons_own_words(staff, url, amina):
    page = staff.get(f"{url}?open={amina.number}").text

    assert '<mark class="evidence">' in page
    assert "What would change it:" in page


def test_other_weights_are_a_marked_trial_that_is_noted(staff, url):
    page = staff.get(f"{url}?skills=90").text

    assert "This is a trial of other weights." in page
    noted = db.session.scalars(select(Event).where(Event.what == "weights tried")).one()
    assert noted.detail == {
        "skills": 90.0,
        "lived": 25.0,
        "connections": 25.0,
        "availability": 10.0,
        "gap": 15.0,
    }


def test_the_published_weights_are_no_trial(staff, url):
    page = staff.get(f"{url}?skills=25&lived=25&connections=25&availability=10&gap=15").text

    assert "This is a trial" not in page
    assert db.session.scalars(select(Event).where(Event.what == "weights tried")).all() == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("skills=500", "Enter weights from 0 to 100"),
        ("skills=nan", "Enter weights from 0 to 100"),
        ("skills=0&lived=0&connections=0&availability=0&gap=0", "at least one of the five"),
    ],
)
def test_weights_nobody_can_mean_are_said_to_be_wrong(staff, url, asked, said):
    response = staff.get(f"{url}?{asked}", headers={"HX-Request": "true"})

    assert response.status_code == 422
    assert said in response.text


def test_htmx_gets_the_rows_only(staff, url):
    response = staff.get(url, headers={"HX-Request": "true"})

    assert "<html" not in response.text
    assert 'id="ranking"' in response.text


def test_a_decision_is_kept_with_its_reason(staff, url, amina):
    response = decide(staff, url, amina)

    entry = entry_of(amina)
    assert (response.status_code, entry.decision, entry.reason) == (303, Decision.CHOSEN, REASON)
    assert "1 of 2 decided." in staff.get(url).text


def test_a_decision_made_on_a_trial_is_kept_on_the_published_weights(staff, url, amina):
    entry = entry_of(amina)

    staff.post(
        f"{url}entries/{entry.id}/decision/?skills=90",
        data={"decision": Decision.CHOSEN, "reason": REASON, "version": "1"},
    )

    assert entry_of(amina).scores["weights"]["skills"] == 25


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"reason": ""}, "Give a reason in a sentence"),
        ({"reason": "Too weak"}, "Say a little more"),
        ({"reason": "The score is too low"}, "A score is not a reason"),
        ({"decision": ""}, "Choose chosen, next in line or not this time"),
    ],
)
def test_a_decision_needs_a_human_reason(staff, url, amina, fields, said):
    response = decide(staff, url, amina, **fields)

    assert response.status_code == 422
    assert said in response.text
    assert entry_of(amina).decision is None


def test_whoever_decides_second_is_told_and_changes_nothing(staff, url, amina):
    first = decide(staff, url, amina, version="1")
    second = decide(staff, url, amina, version="1", decision=Decision.NOT_THIS_TIME)

    assert (first.status_code, second.status_code) == (303, 409)
    assert REASON in second.text
    assert entry_of(amina).decision is Decision.CHOSEN


def test_decisions_that_only_follow_the_score_are_said_to(staff, url, role, amina, peter):
    third = a_candidate(name="Third")
    a_candidacy(third, role)
    staff.post(f"{url}newcomers/")
    decide(staff, url, amina)
    decide(staff, url, peter, decision=Decision.NOT_THIS_TIME)
    before = staff.get(url).text

    decide(staff, url, third, decision=Decision.NOT_THIS_TIME)

    said = "Every decision so far follows the score."
    assert (said in before, said in staff.get(url).text) == (False, True)


def test_an_essential_is_waived_with_a_reason(programme, staff):
    role = a_role(a_group(programme, name="Money", meetings=1), skills=["finance"], essential=["finance"])
    person = a_candidate()
    a_candidacy(person, role)
    url = staff.post("/staff/shortlists/new/", data={"role": str(role.id), "seats": "1"}).headers["Location"]
    entry = entry_of(person)
    waive = f"{url}entries/{entry.id}/waiver/"

    empty = staff.post(waive, data={"tag": "skills:finance", "reason": ""})
    given = staff.post(waive, data={"tag": "skills:finance", "reason": "We saw her do it."})

    assert (empty.status_code, given.status_code) == (422, 303)
    assert db.session.scalars(select(Waiver)).one().reason == "We saw her do it."


def test_two_who_are_ticked_stand_beside_each_other(staff, url, amina, peter):
    both = staff.get(f"{url}?compare={amina.number}&compare={peter.number}").text
    one = staff.get(f"{url}?compare={amina.number}").text

    assert 'id="comparing"' in both
    assert "is ahead on: Skills" in both
    assert "Tick two people to compare." in one


def test_whoever_is_not_ranked_is_there_with_the_reason(staff, url, role):
    a_candidacy(a_candidate(name="Silent", about_done=False), role)
    a_candidacy(a_candidate(name="Away"), role, stage=Stage.PAUSED)

    page = staff.get(url).text

    assert "2 people for this role are not ranked" in page
    assert "without “About you” yet" in page
    assert "in a pause they asked for" in page


def test_whoever_left_stands_below_without_a_score(staff, url, amina, peter):
    decide(staff, url, amina)
    db.session.scalars(
        select(Candidacy).where(Candidacy.candidate_id == amina.id)
    ).one().stage = Stage.WITHDRAWN

    page = staff.get(f"{url}?open={amina.number}&compare={amina.number}&compare={peter.number}").text

    row = page.split(f'id="candidate-{amina.number}"')[1].split("</tr>")[0]
    assert "has left" in row
    assert "not scored" in row
    assert "Chosen" in row
    assert 'class="total"' not in row
    assert "Tick two people to compare." in page
    assert page.index(f'id="candidate-{peter.number}"') < page.index(f'id="candidate-{amina.number}"')


def test_whose_answers_may_not_be_used_is_said_and_not_scored(staff, url, amina):
    consent = db.session.scalars(select(Consent).where(Consent.candidate_id == amina.id)).one()
    consent.taken_back_at = NOW

    page = staff.get(url).text

    assert "1 person whose answers we may not use" in page
    assert f'id="candidate-{amina.number}"' not in page


def test_the_order_can_be_by_number_and_of_those_not_decided(staff, url, amina, peter):
    decide(staff, url, amina)

    undecided, by_number = staff.get(f"{url}?sort=undecided").text, staff.get(f"{url}?sort=number").text

    assert (f"candidate-{amina.number}" in undecided, f"candidate-{peter.number}" in undecided) == (
        False,
        True,
    )
    assert by_number.index(f'id="candidate-{amina.number}"') < by_number.index(
        f'id="candidate-{peter.number}"'
    )


def test_another_programmes_shortlist_does_not_exist_here(app, url):
    elsewhere = an_account(Power.COORDINATOR, programme=a_programme(name="Another"))

    assert app.test_client().sign_in(elsewhere).get(url).status_code == 404


def test_telling_shows_who_hears_what_before_anything_is_sent(staff, url, amina):
    decide(staff, url, amina)

    page = staff.get(f"{url}telling/").text
    before = db.session.scalars(select(Message)).all()
    codes = [staff.post(f"{url}telling/").status_code for _ in range(2)]

    assert "Tell 1 person what was decided" in page
    assert (before, codes) == ([], [303, 409])
    assert [message.kind for message in db.session.scalars(select(Message))] == ["chosen"]
