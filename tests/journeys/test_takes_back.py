"""A person who takes back everything: they read it, take it away, take back what they agreed to, and are erased.

Told in Chromium with and without JavaScript, on a phone; every page on the way is checked.
"""

import json

import pytest
import sqlalchemy as sa

from recruit.extensions import db
from recruit.models.candidates import Candidate
from recruit.models.messages import Message
from recruit.reference.personas import persona
from tests.journeys.conftest import running

JOAN = persona("partner")


@pytest.fixture
def site(tmp_path):
    """A demo of its own: nobody comes back from here."""
    with running(tmp_path, at="today") as site:
        yield site


@pytest.fixture
def joan(site, visitors, javascript):
    return visitors(site, javascript=javascript, width="phone").become("partner")


def test_a_person_takes_back_everything(site, joan):
    joan.go("/me/").check("me")
    _one_tap_and_back(joan)
    _money_and_hours(joan)
    _a_bad_week(joan)
    _something_is_wrong(joan)
    _everything_is_taken_away(joan)
    _what_was_agreed_is_taken_back(joan)
    _everything_goes(joan)
    assert _traces(site) == []


def _one_tap_and_back(joan):
    joan.go("/me/meetings/").check("me-meetings")
    joan.press("I cannot come").check("me-meetings-away")
    assert joan.page.get_by_text("You said you cannot come").first.is_visible()
    joan.press("I can come after all")
    joan.press("Make a link").check("me-calendar")
    joan.press("End this link")


def _money_and_hours(joan):
    joan.go("/me/hours-and-expenses/").check("me-costs")
    joan.press("Ask for money back", role="link").check("me-expense")
    joan.press("Ask for it")
    assert joan.page.get_by_text("There is a problem").is_visible()
    joan.check("me-expense-error")
    joan.page.get_by_label("What was it for?").fill("Bus to the town hall")
    joan.page.get_by_label("How much, in pounds?").fill("3.50")
    joan.press("Ask for it").check("me-costs-after")
    assert joan.page.get_by_text("£3.50").first.is_visible()


def _a_bad_week(joan):
    joan.go("/me/").press("I have a bad week").check("me-bad-week")
    joan.press("I am back")


def _something_is_wrong(joan):
    joan.go("/me/wrong/").check("me-wrong")
    joan.page.get_by_label("What is wrong?").fill("Nobody answers when I ask for the papers.")
    joan.press("Send it").check("me-wrong-told")


def _everything_is_taken_away(joan):
    joan.go("/me/held/").check("me-held")
    answer = joan.context.request.get(f"{joan.site.url}/me/held/everything.json")
    everything = json.loads(answer.text())
    assert everything["candidate"][0]["name"] == JOAN.name
    assert everything["expense"][0]["what"] == "Bus to the town hall"


def _what_was_agreed_is_taken_back(joan):
    while joan.page.get_by_role("button", name="Take this back").count():
        joan.press("Take this back")
    joan.check("me-held-taken-back")
    assert joan.page.get_by_text("You do not agree.").count() == 3


def _everything_goes(joan):
    joan.press("Erase everything about me", role="link").check("me-erase")
    joan.press("Go on", role="link").check("me-erase-sure")
    joan.press("Erase everything about me")
    joan.check("me-erase-error")
    joan.page.get_by_label("Yes, erase everything about me").check()
    joan.press("Erase everything about me").check("goodbye")
    assert joan.page.get_by_role("heading", name="You are erased").is_visible()
    joan.go("/me/")
    assert "/sign-in/" in joan.page.url


def _traces(site):
    with site.app.app_context():
        people = db.session.scalars(sa.select(Candidate.name).where(Candidate.name == JOAN.name)).all()
        bodies = db.session.scalars(sa.select(Message.body).where(Message.body.contains(JOAN.name))).all()
        return [*people, *bodies]
