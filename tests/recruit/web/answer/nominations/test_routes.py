"""The question put to a nominee: who named them, what was said, yes or no."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from recruit.actions.nominations import lapse_nominations
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.messages.nominations import nominee_named
from recruit.models.candidates import Draft, Link
from recruit.models.events import Event
from recruit.models.messages import Message
from recruit.models.nominations import Nomination
from recruit.models.states import NominationState
from recruit.web.clock import now
from tests.makers import a_call, a_candidate, a_group, a_nomination, a_role, an_endorsement, an_organisation


@pytest.fixture
def nomination(programme):
    call = a_call(a_role(a_group(programme)), an_organisation())
    return a_nomination(call.asked[0], named_at=now())


@pytest.fixture
def url(nomination):
    return f"/answer/nominations/{links.token(Purpose.NOMINATION, nomination.id)}/"


def how_many(table):
    return db.session.scalar(select(func.count()).select_from(table))


def test_the_nominee_sees_who_named_them_what_was_said_and_what_we_hold(client, nomination, url):
    page = client.get(url).text

    assert all(words in page for words in ("Bo Lind", "Halfway Carers", nomination.how_known))
    assert all(words in page for words in (nomination.seen_do_well, nomination.email))


def test_opening_the_link_changes_nothing(client, nomination, url):
    client.get(url)

    assert (nomination.state, how_many(Draft), how_many(Event)) == (NominationState.WAITING, 0, 0)


def test_no_deletes_the_nomination_and_its_messages_at_once(client, nomination, url):
    nominee_named(nomination, now=now())

    answer = client.post(url, data={"answer": "no"})

    assert "We have deleted it" in client.get(answer.location).text
    assert (how_many(Nomination), how_many(Message)) == (0, 0)
    kept = db.session.scalars(select(Event)).one()
    assert (kept.what, kept.detail) == ("nomination declined", {})


def test_yes_goes_into_registration_with_what_was_told_filled_in(client, nomination, url):
    answer = client.post(url, data={"answer": "yes"})

    draft = db.session.scalars(select(Draft)).one()
    assert answer.location == "/interest/who_is_filling/"
    assert draft.nomination_id == nomination.id
    assert draft.answers["name"]["given"] == {"name": "Grace Mensah"}
    assert 'value="grace@example.org"' in client.get("/interest/contact_way/").text


def test_yes_twice_carries_on_with_one_draft(client, url):
    for _press in range(2):
        client.post(url, data={"answer": "yes"})

    assert how_many(Draft) == 1


def test_another_answer_than_yes_or_no_is_explained(client, url):
    response = client.post(url, data={"answer": "perhaps"})

    assert response.status_code == 422
    assert "Press the button for yes, for no or for more time" in response.text


def test_a_link_past_its_time_shows_nothing_about_the_person(client, nomination, url):
    nomination.lapses_at = now() - timedelta(minutes=1)

    opened, said_yes = client.get(url), client.post(url, data={"answer": "yes"})

    assert (opened.status_code, said_yes.status_code) == (404, 404)
    assert "Bo Lind" not in opened.text


def test_whoever_answered_yes_before_is_sent_to_sign_in(client, nomination, url):
    person = a_candidate()
    nomination.state, nomination.candidate_id = NominationState.ACCEPTED, person.id

    page = client.get(url).text

    assert "You said yes" in page
    assert nomination.seen_do_well not in page


def test_a_nomination_without_an_answer_goes_after_28_days_with_its_messages(nomination):
    nominee_named(nomination, now=now())
    before = lapse_nominations(now=nomination.named_at + timedelta(days=27, hours=23))

    after = lapse_nominations(now=nomination.named_at + timedelta(days=28))

    assert (before, after) == (0, 1)
    assert (how_many(Nomination), how_many(Message)) == (0, 0)
    assert db.session.scalars(select(Event.what)).all() == ["nomination lapsed"]


def test_the_nominee_reads_every_word_of_the_endorsement(client, nomination, url):
    nomination.is_trustee = True
    an_endorsement(nomination)
    an_endorsement(nomination, code="carers", example="", link=Link.LEADER)

    page = client.get(url).text

    assert "She let each side speak." in page
    assert "you lead or organise" in page
    assert "You are a trustee" in page


def test_two_who_named_one_person_are_read_and_answered_together(client, programme, nomination, url):
    other = a_call(a_role(a_group(programme)), an_organisation("Southgate Temple")).asked[0]
    a_nomination(
        other, nominator_name="Una Shah", seen_do_well="She chaired our hall committee.", named_at=now()
    )

    page = client.get(url).text
    client.post(url, data={"answer": "no"})

    assert "Bo Lind and Una Shah put you forward" in page
    assert "She chaired our hall committee." in page
    assert how_many(Nomination) == 0


def test_another_person_of_the_same_name_stays_apart(client, programme, nomination, url):
    other = a_call(a_role(a_group(programme)), an_organisation("Southgate Temple")).asked[0]
    a_nomination(
        other, email="another.grace@example.org", seen_do_well="She chaired our hall.", named_at=now()
    )

    assert "She chaired our hall." not in client.get(url).text

    client.post(url, data={"answer": "no"})
    assert how_many(Nomination) == 1


def test_more_time_adds_28_days_once(client, nomination, url):
    before = nomination.lapses_at

    first, second = (client.post(url, data={"answer": "more time"}).status_code for _press in range(2))

    assert (first, second) == (303, 409)
    assert (nomination.lapses_at - before).days == 28
    assert "You have until" in client.get(url).text


def test_health_is_shown_to_staff_only_when_the_nominee_says_so(client, nomination, url):
    nomination.tells_health = True

    client.post(url, data={"answer": "yes"})
    is_held = nomination.holds_back
    client.post(url, data={"answer": "yes", "shows_health": "y"})

    assert (is_held, nomination.holds_back) == (True, False)


def test_a_no_leaves_no_trace_of_the_person(client, nomination, url):
    """Look for every word that told of them in every column of every table."""
    nomination.name, nomination.seen_do_well = "Zenobia Quist", "She mended our kiln"
    nominee_named(nomination, now=now())
    client.post(url, data={"answer": "yes"})
    words = ("Zenobia", "kiln", nomination.email, nomination.how_known)

    client.post(url, data={"answer": "no"})

    rows = [
        str(row) for table in db.metadata.sorted_tables for row in db.session.execute(select(table)).all()
    ]
    assert [row for row in rows if any(word in row for word in words)] == []
