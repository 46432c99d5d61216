"""Coming back to a form that is not finished, on another device."""

import re
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from recruit.actions.registrations import begin, save_answer
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.candidates import Draft
from recruit.models.messages import Message
from recruit.web.clock import now
from tests.makers import NOW, a_group, a_role
from tests.recruit.web.interest.test_routes import GOOD

EMAIL = "tomasz@example.org"


@pytest.fixture
def other(app):
    """The same person at another device."""
    return app.test_client()


@pytest.fixture
def draft(programme):
    draft = begin(role=a_role(a_group(programme)).slug, now=NOW)
    for step, given in (("name", GOOD["name"]), ("contact_way", GOOD["contact_way"] | {"email": EMAIL})):
        save_answer(draft, step, given, key="a form", now=NOW)
    db.session.commit()
    return draft


@pytest.fixture
def client(client, draft):
    with client.session_transaction() as session:
        session["draft"] = draft.id.hex
    return client


@pytest.fixture
def url(draft):
    return f"/interest/back/{links.token(Purpose.COME_BACK, draft.id)}/"


def written():
    newest = select(Message).order_by(Message.written_at.desc(), Message.kind)
    return list(db.session.scalars(newest))


def code_sent(client, url):
    client.post(url)
    return re.search(r"\b\d{6}\b", written()[0].body)[0]


def test_the_link_is_offered_as_soon_as_an_address_was_answered(app, client, draft):
    newcomer = app.test_client()
    newcomer.post("/interest/")

    assert "Send me a link to come back" not in newcomer.get("/interest/area/").text
    assert "Send me a link to come back" in client.get("/interest/area/").text
    assert "Send me a link to come back" in client.get("/interest/check/").text


def test_the_link_is_written_to_the_address_without_a_word_of_the_form(client, url):
    answer = client.post("/interest/link/")

    message = written()[0]
    assert (answer.location, message.kind, message.address) == (
        "/interest/link/sent/",
        "come_back_link",
        EMAIL,
    )
    assert links.url(url) in message.body
    assert "Tomasz" not in message.body


def test_without_an_address_the_answer_is_the_same_and_nothing_is_written(app, client):
    newcomer = app.test_client()
    newcomer.post("/interest/")

    answers = [each.post("/interest/link/") for each in (newcomer, client)]

    assert [answer.location for answer in answers] == ["/interest/link/sent/"] * 2
    assert len(written()) == 1
    assert (
        re.search(r"<h1>.*?</h1>", newcomer.get("/interest/link/sent/").text)[0]
        in client.get("/interest/link/sent/").text
    )


def test_what_a_nominator_told_us_is_written_to_only_once_it_is_confirmed(client, draft):
    draft.answers = draft.answers | {"contact_way": draft.answers["contact_way"] | {"key": ""}}

    client.post("/interest/link/")

    assert written() == []


def test_too_many_links_are_refused_in_words(client):
    answers = [client.post("/interest/link/") for _ in range(6)]

    assert answers[-1].status_code == 409
    assert "That was too many tries" in answers[-1].text
    assert len(written()) == 5


def test_the_link_alone_shows_nothing_and_changes_nothing(other, url):
    answers = [other.get(each) for each in (url, f"{url}code/")]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert not [answer for answer in answers if "Tomasz" in answer.text or EMAIL in answer.text]
    assert written() == []
    assert other.get("/interest/name/").location == "/interest/"


def test_the_code_typed_in_the_same_browser_opens_the_form(other, url):
    code = code_sent(other, url)

    answer = other.post(f"{url}code/", data={"code": f" {code[:3]} {code[3:]} "})

    assert answer.status_code == 303
    assert "Tomasz Wilk" in other.get("/interest/name/").text


def test_the_code_is_worth_nothing_in_another_browser(app, other, url):
    code = code_sent(other, url)

    answer = app.test_client().post(f"{url}code/", data={"code": code})

    assert answer.status_code == 422
    assert "That code is not right, or it is too old" in answer.text


def test_the_code_is_worth_nothing_after_twenty_minutes(other, url):
    code = code_sent(other, url)

    with time_machine.travel(now() + timedelta(minutes=21)):
        assert other.post(f"{url}code/", data={"code": code}).status_code == 422


@pytest.mark.parametrize("typed", ["", "12345", "abcdef", "1234567"])
def test_what_cannot_be_the_code_is_said_in_words(other, url, typed):
    answer = other.post(f"{url}code/", data={"code": typed})

    assert answer.status_code == 422
    assert "Enter the six numbers from the email" in answer.text


def test_five_wrong_codes_are_heard_and_no_more(other, url):
    code = code_sent(other, url)
    for _ in range(5):
        other.post(f"{url}code/", data={"code": "000000" if code != "000000" else "111111"})

    answer = other.post(f"{url}code/", data={"code": code})

    assert (answer.status_code, "That was too many tries" in answer.text) == (409, True)


def test_a_form_that_is_gone_gets_the_same_pages(other, draft, url):
    db.session.delete(draft)
    db.session.commit()

    asked = other.post(url)
    typed = other.post(f"{url}code/", data={"code": "123456"})

    assert (asked.location, typed.status_code, written()) == (f"{url}code/", 422, [])


def test_the_link_works_for_sixty_days_after_the_last_answer(other, draft, url):
    with time_machine.travel(NOW + timedelta(days=59)):
        code = code_sent(other, url)
        assert other.post(f"{url}code/", data={"code": code}).status_code == 303
    with time_machine.travel(NOW + timedelta(days=60)):
        before = len(written())
        other.post(url)
        assert len(written()) == before


def test_a_link_that_was_made_up_or_is_for_something_else_opens_nothing(other, draft):
    elsewhere = links.token(Purpose.RESUME, draft.id)

    assert {other.get(f"/interest/back/{token}/").status_code for token in ("made-up", elsewhere)} == {404}


def test_what_waits_for_somebody_who_is_here_is_opened_by_no_link(app, client, draft, url):
    draft.answers = draft.answers | {"waits": {"key": "", "given": {"for": "0" * 32, "purposes": []}}}

    client.post(url)

    assert written() == []


def test_the_messages_go_with_the_form(client, draft):
    client.post("/interest/link/")

    db.session.delete(db.session.get_one(Draft, draft.id))
    db.session.commit()

    assert db.session.scalar(select(func.count(Message.id))) == 0


def phone_code_for(staff, **asked):
    staff.post("/staff/unfinished/", data=asked)
    page = staff.get("/staff/unfinished/code/").text
    return re.search(r"<strong>([\d ]{11})</strong>", page)[1]


@pytest.mark.parametrize("reach", [EMAIL, "Tomasz@Example.org", "+44 20 7946 0111"])
def test_staff_read_out_a_code_that_opens_the_form_once(app, staff, draft, other, reach):
    code = phone_code_for(staff, name="tomasz  wilk", reach=reach)

    answers = [each.post("/interest/come-back/", data={"code": code}) for each in (other, app.test_client())]

    assert [answer.status_code for answer in answers] == [303, 422]
    assert "Tomasz Wilk" in other.get("/interest/name/").text


def test_whoever_began_a_form_for_somebody_needs_the_name_alone(staff, other, programme):
    staff.post("/staff/people/helped-entry/")
    staff.post("/interest/name/", data={"name": "Ana Ruiz"})

    code = phone_code_for(staff, name="Ana Ruiz")

    assert other.post("/interest/come-back/", data={"code": code}).status_code == 303
    assert "Ana Ruiz" in other.get("/interest/name/").text


@pytest.mark.parametrize(
    "asked",
    [
        {"name": "Tomasz Wilk"},
        {"name": "Tomasz Wilk", "reach": "else@example.org"},
        {"name": "Tom", "reach": EMAIL},
        {"name": "Tomasz Wilk", "reach": "no number"},
    ],
)
def test_staff_find_no_form_by_half_of_what_a_caller_knows(staff, draft, asked):
    answer = staff.post("/staff/unfinished/", data=asked)

    assert answer.status_code == 422
    assert "We found no unfinished form with this name and address" in answer.text


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"name": ""}, "Enter their name, as they typed it"),
        ({"name": "a" * 201}, "Enter a name of at most 200 letters"),
        ({"name": "Ana", "reach": "a" * 255}, "Enter an email address or a number of at most 254 letters"),
    ],
)
def test_a_wrong_caller_is_explained(staff, asked, words):
    answer = staff.post("/staff/unfinished/", data=asked)

    assert (answer.status_code, words in answer.text) == (422, True)


def test_a_code_read_out_is_worth_nothing_after_a_day(staff, draft, other):
    code = phone_code_for(staff, name="Tomasz Wilk", reach=EMAIL)

    with time_machine.travel(now() + timedelta(days=1, minutes=1)):
        assert other.post("/interest/come-back/", data={"code": code}).status_code == 422


@pytest.mark.parametrize("typed", ["", "12345678", "a word", "1234567890"])
def test_what_cannot_be_the_code_read_out_is_said_in_words(other, programme, typed):
    answer = other.post("/interest/come-back/", data={"code": typed})

    assert answer.status_code == 422
    assert "Enter the nine numbers that we read out to you" in answer.text


def test_five_wrong_codes_read_out_are_heard_and_no_more(staff, draft, other):
    code = phone_code_for(staff, name="Tomasz Wilk", reach=EMAIL)
    wrong = [other.post("/interest/come-back/", data={"code": "000000000"}).status_code for _ in range(5)]

    answer = other.post("/interest/come-back/", data={"code": code})

    assert (set(wrong), answer.status_code) == ({422}, 409)


def test_without_a_code_given_staff_are_led_to_ask(staff):
    assert staff.get("/staff/unfinished/code/").location == "/staff/unfinished/"
