"""What was typed when the sign-in had run out is not lost, and is nobody else's."""

import re
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from recruit.actions.retention import forget_spent
from recruit.extensions import db
from recruit.models.candidates import SeenBy, Statement, UnsavedAnswer
from recruit.models.messages import Message
from recruit.web.clock import now
from tests.makers import NOW, a_candidate
from tests.makers import kept as told

URL = "/me/questions/challenge_text/"
WORDS = {"challenge_text": "I asked why, and asked again.", "contact_only": "y"}
AN_HOUR, TOO_LONG = timedelta(hours=1), timedelta(hours=2, minutes=1)


@pytest.fixture
def ran_out(candidate_client):
    """A client whose person did nothing for more than two hours."""
    with time_machine.travel(NOW + TOO_LONG, tick=True):
        yield candidate_client


def kept():
    return db.session.scalars(select(UnsavedAnswer)).all()


def test_what_was_typed_waits_while_its_person_signs_in(ran_out, person):
    answer = ran_out.post(URL, data=WORDS)

    assert answer.location == "/sign-in/"
    assert "We keep what you typed for an hour" in ran_out.get("/sign-in/").text
    assert [(each.candidate_id, each.path) for each in kept()] == [(person.id, URL)]
    assert db.session.scalar(select(func.count(Statement.id))) == 0


def test_it_comes_back_on_its_page_and_one_more_press_saves_it(ran_out, person):
    ran_out.post(URL, data=WORDS)
    ran_out.sign_in(person)

    page = ran_out.get(URL).text
    answer = ran_out.post(URL, data=WORDS)

    assert "this page is not saved yet" in page
    assert WORDS["challenge_text"] in page
    assert answer.status_code == 303
    assert db.session.scalars(select(Statement.text)).all() == [WORDS["challenge_text"]]
    assert kept() == []
    assert "this page is not saved yet" not in ran_out.get(URL).text


def test_signing_in_leads_to_the_page(ran_out, person):
    ran_out.post(f"{URL}?then=check", data=WORDS)

    with ran_out.session_transaction() as session:
        assert session["then"] == f"{URL}?then=check"


def test_it_lives_through_the_welcome(ran_out, person):
    ran_out.post(URL, data=WORDS)
    ran_out.post("/sign-in/", data={"email": person.email})
    token = _token_sent()

    answer = ran_out.post(f"/sign-in/{token}/")

    assert answer.location.startswith(URL)
    assert WORDS["challenge_text"] in ran_out.get(URL).text


def _token_sent():
    body = db.session.scalars(select(Message.body)).one()
    return re.search(r"/sign-in/(\S+)/", body)[1]


def test_looking_at_it_changes_nothing(ran_out, person):
    ran_out.post(URL, data=WORDS)
    ran_out.sign_in(person)

    for _ in range(3):
        ran_out.get(URL)

    assert len(kept()) == 1


def test_somebody_else_who_signs_in_here_sees_nothing_of_it(ran_out, person):
    ran_out.post(URL, data=WORDS)
    ran_out.sign_in(a_candidate(name="Bo Lind", email="bo@example.org"))

    assert WORDS["challenge_text"] not in ran_out.get(URL).text


def test_another_page_and_another_browser_show_nothing_of_it(app, ran_out, person):
    ran_out.post(URL, data=WORDS)
    ran_out.sign_in(person)
    elsewhere = app.test_client().sign_in(person)

    pages = [ran_out.get("/me/questions/vision_text/"), elsewhere.get(URL)]

    assert not [page for page in pages if WORDS["challenge_text"] in page.text]


def test_after_an_hour_it_is_shown_no_more_and_goes(ran_out, person):
    ran_out.post(URL, data=WORDS)

    with time_machine.travel(now() + AN_HOUR + timedelta(minutes=1)):
        ran_out.sign_in(person)
        assert WORDS["challenge_text"] not in ran_out.get(URL).text
        forget_spent(now=now())
    assert kept() == []


def test_the_page_that_was_sent_last_takes_the_place_of_the_one_before(candidate_client, person):
    for words in ("The first.", "The second."):
        candidate_client.sign_in(person)
        with time_machine.travel(now() + TOO_LONG):
            candidate_client.post(URL, data=WORDS | {"challenge_text": words})

    assert [each.typed["challenge_text"] for each in kept()] == [["The second."]]


@pytest.mark.parametrize(
    ("url", "typed"),
    [
        ("/me/questions/access/", {"access": "other", "access_text": "A hoist at half past nine"}),
        ("/me/questions/money/", {"money": "talk", "money_text": "A hoist at half past nine"}),
        ("/me/balance/", {"religion": "A hoist at half past nine"}),
        ("/me/wrong/", {"words": "A hoist at half past nine"}),
        ("/me/hours-and-expenses/expense/", {"what": "A hoist at half past nine"}),
    ],
)
def test_what_is_sensitive_is_kept_nowhere_and_shown_once(ran_out, url, typed):
    answer = ran_out.post(url, data=typed)

    assert answer.status_code == 401
    assert "this page was not saved" in answer.text
    assert "back button" in answer.text
    assert "A hoist at half past nine" in answer.text
    assert kept() == []
    assert "A hoist" not in ran_out.get("/sign-in/").text


def test_of_somebody_who_was_never_signed_in_nothing_is_kept(client, programme):
    answer = client.post(URL, data=WORDS)

    assert (answer.location, kept()) == ("/sign-in/", [])


def test_of_somebody_who_signed_out_nothing_is_kept(candidate_client, app):
    with candidate_client.session_transaction() as session:
        secret = session["signed_in"]
    candidate_client.post("/sign-out/")
    with candidate_client.session_transaction() as session:
        session["signed_in"] = secret

    candidate_client.post(URL, data=WORDS)

    assert kept() == []


def test_what_staff_typed_is_shown_once_more_and_not_kept(staff):
    with time_machine.travel(NOW + timedelta(hours=13), tick=True):
        answer = staff.post("/staff/unfinished/", data={"name": "Tomasz Wilk"})

    assert (answer.status_code, kept()) == (401, [])
    assert "Tomasz Wilk" in answer.text


@pytest.mark.parametrize(
    ("url", "typed", "shown"),
    [
        ("/me/about-you/lived/", {"lived_text": "My mum's stroke"}, "My mum&#39;s stroke"),
        ("/me/about-you/communities/", {"community_text": "The mosque"}, "The mosque"),
        ("/me/about-you/perspective/", {"perspective": "made-up"}, "not saved yet"),
        ("/me/about-you/skills/", {"skills": "made-up"}, "not saved yet"),
        ("/me/about-you/tags/lived_text/", {"find": "stroke"}, "not saved yet"),
        ("/me/availability/", {"times": ["1-morning"], "hours": "9 to 12"}, "checked"),
        ("/me/pause/", {"until": "2027-06-01"}, "not saved yet"),
        ("/me/questions/not_times/", {"not_times": "Fridays"}, "Fridays"),
        ("/me/withdraw/", {"reason": "a made-up reason"}, "not saved yet"),
    ],
)
def test_each_page_that_waits_is_shown_with_what_was_typed(ran_out, person, url, typed, shown):
    told(Statement(candidate_id=person.id, field="lived_text", text="A stroke.", seen_by=SeenBy.PANEL))
    ran_out.post(url, data=typed)
    ran_out.sign_in(person)

    answer = ran_out.get(url)

    assert (answer.status_code, shown in answer.text) == (200, True)
