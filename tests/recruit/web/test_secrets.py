"""A link that speaks for somebody stays between us and them; and no form tells whom we know."""

import logging
import re

import pytest
from sqlalchemy import select

from recruit.actions.registrations import begin
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.organisations import Contact
from recruit.web.clock import now
from tests.makers import a_call, a_candidate, a_group, a_nomination, a_role, an_organisation

KNOWN, UNKNOWN = "known@example.org", "stran@example.org"
# What is new on every page: proofs, keys, stamps, and ids that a stranger cannot read.
NEW_EACH_TIME = re.compile(r'value="[\w.+ =:-]{20,}"')
NAMED = {
    "asked": "yes",
    "name": "Grace Mensah",
    "contact_way": "email",
    "how_known": "Three years",
    "relation": "none",
    "seen_do_well": "She asked.",
    "health": "nothing",
    "nominator_name": "Bo Lind",
}


@pytest.fixture
def asked(programme):
    asked = a_call(a_role(a_group(programme)), an_organisation()).asked[0]
    asked.contact = db.session.scalars(select(Contact)).one()
    a_candidate(name="Grace Mensah", email=KNOWN)
    return asked


@pytest.fixture
def call_url(asked):
    return f"/nominate/{links.token(Purpose.CALL, asked.id)}/"


@pytest.fixture
def addresses(asked, call_url):
    nominee = links.token(Purpose.NOMINATION, a_nomination(asked, email="ada@example.org").id)
    below = (
        "",
        "not-yet/",
        "thanks/",
        "kit/",
        "colleague/",
        "colleague/sent/",
        "answer/",
        "stage/",
        "stage/code/",
    )
    back = f"/interest/back/{links.token(Purpose.COME_BACK, begin(role=None, now=now()).id)}/"
    return [*(f"{call_url}{each}" for each in below), f"/answer/nominations/{nominee}/", back, f"{back}code/"]


def told(client, steps):
    """What somebody sees who sends these forms and follows each answer, but for what is new each time."""
    seen = []
    for url, sent in steps:
        answer = client.post(url, data=sent)
        seen.append((answer.status_code, answer.location, NEW_EACH_TIME.sub("", answer.text)))
        if answer.location:
            seen.append(NEW_EACH_TIME.sub("", client.get(answer.location).text))
    return seen


@pytest.mark.parametrize("form", ["sign in", "nominate", "pass on", "register"])
def test_the_answer_to_a_known_address_is_that_to_an_unknown_one(app, asked, call_url, form):
    def steps(email):
        registering = [
            ("/interest/", {}),
            ("/interest/name/", {"name": "Grace Mensah"}),
            ("/interest/contact_way/", {"contact_ways": "email", "email": email}),
            ("/interest/who_is_filling/", {"who_is_filling": "me"}),
            ("/interest/area/", {"area": "brent"}),
            ("/interest/adult/", {"adult": "yes"}),
            ("/interest/lay_status/", {"lay_status": "no"}),
            ("/interest/roles/", {"roles": "not sure"}),
            ("/interest/check/", {"find_a_role": "y"}),
        ]
        return {
            "sign in": [("/sign-in/", {"email": email})],
            "nominate": [(call_url, NAMED | {"reach": email})],
            "pass on": [
                (f"{call_url}colleague/", {"name": "Ida", "email": email, "passed_on_by": "Bo Lind"})
            ],
            "register": registering,
        }[form]

    known = told(app.test_client(), steps(KNOWN))
    unknown = told(app.test_client(), steps(UNKNOWN))

    assert [str(each).replace(KNOWN, UNKNOWN) for each in known] == [str(each) for each in unknown]


def test_no_address_with_a_token_is_passed_on_or_kept(client, addresses):
    told = {client.get(url).headers["Referrer-Policy"] for url in addresses}
    kept = {client.get(url).headers["Cache-Control"] for url in addresses}

    assert (told, kept) == ({"no-referrer"}, {"no-store"})


def test_no_token_is_ever_logged(client, addresses, caplog, monkeypatch):
    monkeypatch.setattr("recruit.web.nominate.routes.open_gaps", lambda *_all, **_more: 1 / 0)
    with caplog.at_level(logging.DEBUG):
        for url in addresses:
            client.get(url)
            client.post(url, data={"name": "Zenobia"})

    assert "ZeroDivisionError" in caplog.text
    assert not any(part in caplog.text for url in addresses for part in url.split("/") if len(part) > 30)
    assert "Zenobia" not in caplog.text
