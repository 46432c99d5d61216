"""The question put to a nominee: who named them, what was said, yes or no."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from recruit.actions.nominations import lapse_nominations
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.messages.nominations import nominee_named
from recruit.models.candidates import Draft
from recruit.models.events import Event
from recruit.models.messages import Message
from recruit.models.nominations import Nomination
from recruit.models.states import NominationState
from recruit.web.clock import now
from tests.makers import a_call, a_candidate, a_group, a_nomination, a_role, an_organisation


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
    response = client.post(url, data={"answer": "later"})

    assert response.status_code == 422
    assert "Press the button for yes or the one for no" in response.text


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
