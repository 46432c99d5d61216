"""A person reads, takes away, takes back and erases what we hold."""

import json

import pytest
from sqlalchemy import func, select

from recruit.actions.taking_part import tell
from recruit.actions.vault import seal_answers
from recruit.extensions import db
from recruit.models.candidates import Candidate, Consent, Purpose, SeenBy, Statement
from recruit.models.messages import Message
from recruit.models.vault import BalanceUse
from tests.makers import (
    NOW,
    a_call,
    a_candidacy,
    a_candidate,
    a_group,
    a_nomination,
    a_role,
    an_endorsement,
    an_organisation,
    kept,
)

WORDS = "I look after my brother, and I keep the books of our club."


@pytest.fixture
def told(programme, person):
    role = a_role(a_group(programme))
    a_candidacy(person, role)
    kept(Statement(candidate_id=person.id, field="skills_text", text=WORDS, seen_by=SeenBy.PANEL))
    wrote = {
        "way": "email",
        "to_name": person.name,
        "address": person.email,
        "state": "sent",
        "written_at": NOW,
    }
    kept(Message(candidate_id=person.id, kind="chosen", subject="We would like you", body="Come!", **wrote))
    kept(Message(candidate_id=person.id, kind="sign_in_link", subject="A link", body="314159", **wrote))
    tell(person, "access", {"access": ["breaks"], "access_words": "A quiet corner"}, now=NOW)
    tell(person, "pair_wish", {"pair_wish": "Somebody patient"}, now=NOW)
    asked = a_call(role, an_organisation()).asked[0]
    an_endorsement(a_nomination(asked, candidate=person), example="She let each side speak.")
    stranger = a_candidate(name="Bruno Stranger")
    kept(Statement(candidate_id=stranger.id, field="skills_text", text="A secret", seen_by=SeenBy.PANEL))
    seal_answers(person, {"religion": "buddhist"}, BalanceUse.COUNT_ONLY)
    return person


def test_the_page_shows_everything_and_nobody_else(candidate_client, told):
    page = candidate_client.get("/me/held/").text

    for each in ("Ada Obi", "ada@example.org", WORDS, "We would like you", "buddhist", "find a role"):
        assert each in page
    for each in ("Breaks, or a quiet room", "A quiet corner", "Somebody patient", "She let each side speak."):
        assert each in page
    for each in ("A secret", "Bruno", "314159"):
        assert each not in page


def test_the_file_holds_what_the_page_holds(candidate_client, told):
    answer = candidate_client.get("/me/held/everything.json")

    everything = json.loads(answer.text)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert everything["candidate"][0]["name"] == "Ada Obi"
    assert everything["statement"] == [{"field": "skills_text", "text": WORDS, "seen_by": "panel"}]
    assert [row["subject"] for row in everything["message"]] == ["We would like you"]
    assert everything["equality_answers"] == {"religion": "buddhist"}
    assert everything["needs_and_money"] == {"access": ["breaks"], "access_words": "A quiet corner"}
    assert everything["taking_part"] == [{"pair_wish": "Somebody patient"}]
    assert [row["example"] for row in everything["endorsement"]] == ["She let each side speak."]
    assert "vault_key" not in everything
    assert "secret_hash" not in answer.text


@pytest.mark.parametrize("purpose", Purpose)
def test_each_thing_agreed_to_is_taken_back_alone_and_given_again(candidate_client, person, purpose):
    for each in (Purpose.KEEP_IN_MIND, Purpose.TELL_NOMINATOR):
        kept(Consent(candidate_id=person.id, purpose=each, given_at=NOW))
    address = f"/me/held/agreed/{purpose.value.replace(' ', '-')}"

    candidate_client.post(f"{address}/back/")
    after_one = _standing()
    candidate_client.post(f"{address}/again/")
    candidate_client.post(f"{address}/again/")

    assert after_one == set(Purpose) - {purpose}
    assert _standing() == set(Purpose)


def _standing():
    standing = select(Consent.purpose).where(Consent.taken_back_at.is_(None))
    found = db.session.scalars(standing).all()
    assert len(found) == len(set(found))
    return set(found)


def test_a_purpose_that_is_none_is_not_there(candidate_client):
    assert candidate_client.post("/me/held/agreed/sell-it/back/").status_code == 404


def test_erasing_says_what_goes_and_what_stays(candidate_client):
    page = candidate_client.get("/me/held/erase/").text

    assert "for 6 years" in page
    assert "What goes, at once" in page


def test_erasing_without_the_tick_erases_nothing(candidate_client):
    answer = candidate_client.post("/me/held/erase/sure/")

    assert answer.status_code == 422
    assert "Tick the box if you want to erase everything, or go back" in answer.text
    assert db.session.scalar(select(func.count(Candidate.id))) == 1


def test_whoever_is_erased_is_signed_out_and_sees_goodbye(candidate_client, told):
    answer = candidate_client.post("/me/held/erase/sure/", data={"sure": "y"})

    assert answer.headers["Location"] == "/answer/goodbye/"
    assert "You are erased" in candidate_client.get("/answer/goodbye/").text
    assert candidate_client.get("/me/").status_code == 303
    assert db.session.scalars(select(Candidate.name)).all() == ["Bruno Stranger"]
