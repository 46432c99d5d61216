"""Coming in: a link and a code, once, in the browser that asked."""

import re

import pytest
from sqlalchemy import func, select

from recruit.extensions import db
from recruit.models.accounts import Power, SignedIn, SignInLink
from recruit.models.messages import Message
from recruit.web.clock import now
from recruit.web.robots import stamp
from tests.makers import a_candidate, a_programme, an_account, an_account_power


def _asked(client, email="ada@example.org"):
    """Ask for a link; the token and the code of the message that went into the out-tray."""
    client.post("/sign-in/", data={"email": email})
    body = db.session.scalars(select(Message.body).order_by(Message.written_at.desc())).first()
    return re.search(r"/sign-in/(\S+)/", body)[1], re.search(r"\b(\d{6})\b", body)[1]


def _sessions():
    return db.session.scalar(select(func.count(SignedIn.id)))


def test_the_typed_code_opens_a_session(client, person):
    _token, code = _asked(client)

    answer = client.post("/sign-in/code/", data={"code": code})

    assert (answer.status_code, _sessions()) == (303, 1)


def test_following_the_link_changes_nothing(client, person):
    token, _code = _asked(client)

    answers = [client.get(f"/sign-in/{token}/").status_code for _ in range(20)]

    assert (set(answers), _sessions()) == ({200}, 0)


def test_pressing_the_button_of_the_link_opens_one_session(client, person):
    token, _code = _asked(client)

    answers = [client.post(f"/sign-in/{token}/").status_code for _ in range(2)]

    assert (answers, _sessions()) == ([303, 422], 1)


def test_another_browser_needs_the_code_as_well(app, client, person):
    token, code = _asked(client)
    other = app.test_client()

    without = other.post(f"/sign-in/{token}/", data={"code": "000000"})
    with_it = other.post(f"/sign-in/{token}/", data={"code": code})

    assert (without.status_code, with_it.status_code, _sessions()) == (422, 303, 1)


def test_five_wrong_codes_shut_the_link(client, person):
    _token, code = _asked(client)
    wrong = "111111" if code != "111111" else "222222"

    for _ in range(5):
        client.post("/sign-in/code/", data={"code": wrong})
    answer = client.post("/sign-in/code/", data={"code": code})

    assert (answer.status_code, _sessions()) == (422, 0)


def test_a_known_and_an_unknown_address_get_the_same_answer(client, person):
    known = client.post("/sign-in/", data={"email": "ada@example.org"})
    unknown = client.post("/sign-in/", data={"email": "nobody@example.org"})

    assert (known.status_code, known.headers["Location"]) == (
        unknown.status_code,
        unknown.headers["Location"],
    )
    assert known.text == unknown.text


def test_too_many_requests_are_refused_in_words(client, person):
    answers = [client.post("/sign-in/", data={"email": "ada@example.org"}) for _ in range(6)]

    assert [answer.status_code for answer in answers] == [303] * 5 + [409]
    assert "too many tries" in answers[-1].text


def test_two_people_at_one_address_get_a_link_each(client, person):
    a_candidate(name="Ben Obi", email="ada@example.org")

    client.post("/sign-in/", data={"email": "ada@example.org"})

    names = set(db.session.scalars(select(Message.to_name)))
    assert names == {"Ada Obi", "Ben Obi"}


def test_no_secret_is_stored_in_the_clear(client, person):
    token, code = _asked(client)

    link = db.session.scalars(select(SignInLink)).one()

    assert not {token, code} & {link.token_hash, link.code_hash, link.browser_hash}


def test_a_session_ends_when_the_person_signs_out(candidate_client):
    candidate_client.post("/sign-out/")

    ended = db.session.scalars(select(SignedIn.ended_at)).one()
    assert ended is not None


@pytest.mark.parametrize("email", ["", "ada", "ada@", "a b@example.org", "x" * 300 + "@example.org"])
def test_a_wrong_address_gets_words_and_stays_in_the_field(client, programme, email):
    answer = client.post("/sign-in/", data={"email": email})

    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert email in answer.text


def test_a_post_without_the_token_is_turned_away(client, programme):
    answer = client.post("/sign-in/", data={"email": "ada@example.org", "csrf_token": ""})

    assert answer.status_code == 400


def test_powers_are_held_in_one_programme_at_a_time(client, programme):
    here, there = a_programme(name="Alpha"), a_programme(name="Beta")
    both = an_account(Power.REVIEWER, programme=here)
    an_account_power(both, Power.COORDINATOR, there)
    client.sign_in(both)

    in_alpha = client.get("/staff/people/").status_code
    client.post(f"/home/{there.id}/")
    in_beta = client.get("/staff/people/").status_code

    assert (in_alpha, in_beta) == (404, 200)


def test_nobody_goes_to_a_programme_that_is_not_theirs(client, programme):
    client.sign_in(an_account(Power.COORDINATOR, programme=programme))

    assert client.post(f"/home/{a_programme(name='Elsewhere').id}/").status_code == 404


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"website": "buy.example"}, "Leave the last box empty"),
        ({"opened": "at once"}, "That was very quick"),
    ],
)
def test_a_robot_that_asks_to_sign_in_is_written_no_message(client, person, sent, words):
    sent = {name: stamp(now()) if value == "at once" else value for name, value in sent.items()}

    answer = client.post("/sign-in/", data={"email": "ada@example.org"} | sent)

    assert (answer.status_code, words in answer.text) == (422, True)
    assert 'value="ada@example.org"' in answer.text
    assert db.session.scalar(select(func.count(Message.id))) == 0
