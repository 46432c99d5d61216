"""How far the people are whom an organisation named: for its contact, and only of those who agreed."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from recruit.actions.nominations import accept_nomination
from recruit.actions.outcomes import tell_nominators
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.candidates import Consent
from recruit.models.candidates import Purpose as Agreed
from recruit.models.messages import Message
from recruit.models.organisations import Contact
from recruit.models.states import Decision, Stage
from recruit.web.clock import now
from tests.makers import (
    NOW,
    a_call,
    a_candidacy,
    a_candidate,
    a_group,
    a_nomination,
    a_role,
    an_organisation,
    kept,
)


@pytest.fixture
def asked(programme):
    asked = a_call(a_role(a_group(programme)), an_organisation()).asked[0]
    asked.contact = db.session.scalars(select(Contact)).one()
    return asked


@pytest.fixture
def url(asked):
    return f"/nominate/{links.token(Purpose.CALL, asked.id)}/stage/"


@pytest.fixture
def grace(asked):
    """Named, said yes, and lets her nominator know; Ada beside her keeps it to herself."""
    return _accepted(asked, "Grace Mensah", agrees=True), _accepted(asked, "Ada Obi", agrees=False)


def _accepted(asked, name, *, agrees):
    person = a_candidate(name=name)
    candidacy = a_candidacy(person, asked.call.role_version.role_profile, stage=Stage.ATTENDED)
    accept_nomination(a_nomination(asked, name=name, email=None, phone=None), candidate=person, now=NOW)
    if agrees:
        kept(Consent(candidate_id=person.id, purpose=Agreed.TELL_NOMINATOR, given_at=NOW))
    return candidacy


def code():
    body = db.session.scalars(
        select(Message.body).where(Message.kind == "stage_code").order_by(Message.written_at.desc())
    ).first()
    return re.search(r"\b\d{6}\b", body)[0]


def test_the_code_shows_only_those_who_agreed(client, grace, url):
    client.post(url)

    client.post(f"{url}code/", data={"code": code()})
    page = client.get(f"{url}people/").text

    assert "Grace Mensah" in page
    assert "Came to a workshop" in page
    assert "Ada Obi" not in page


def test_without_the_code_nobody_is_shown(client, grace, url):
    answer = client.get(f"{url}people/")

    assert (answer.status_code, answer.location) == (303, url)


def test_the_code_is_of_one_browser(app, client, grace, url):
    client.post(url)

    answer = app.test_client().post(f"{url}code/", data={"code": code()})

    assert answer.status_code == 422
    assert "That code is not right" in answer.text


def test_an_old_code_is_worthless(client, grace, url, monkeypatch):
    client.post(url)
    old = code()
    later = now() + timedelta(minutes=21)
    monkeypatch.setattr("recruit.web.nominate.stage.routes.now", lambda: later)

    assert client.post(f"{url}code/", data={"code": old}).status_code == 422


def test_five_tries_are_heard(client, grace, url):
    client.post(url)

    answers = [client.post(f"{url}code/", data={"code": "x"}).status_code for _try in range(6)]

    assert answers == [422] * 5 + [409]


def test_an_organisation_without_an_address_gets_the_same_answer(client, asked, url):
    with_one = client.post(url)
    db.session.get_one(Contact, asked.contact_id).email = None

    without = client.post(url)

    assert (with_one.status_code, with_one.location) == (without.status_code, without.location)


def test_the_outcome_is_told_once_and_only_when_the_nominee_agreed(grace):
    for candidacy in (*grace, *grace):
        tell_nominators(candidacy, Decision.CHOSEN, now=NOW)

    told = db.session.scalars(select(Message.body).where(Message.kind == "nominator_told")).all()
    assert len(told) == 1
    assert "You put Grace Mensah forward" in told[0]
    assert "They were chosen." in told[0]


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "Enter the six digits of the code"), ("1" * 21, "Enter the six digits of the code")],
)
def test_what_is_no_code_is_explained_and_not_counted(client, url, typed, words):
    answers = [client.post(f"{url}code/", data={"code": typed}) for _try in range(7)]

    assert {answer.status_code for answer in answers} == {422}
    assert words in answers[-1].text
