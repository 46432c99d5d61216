"""What an organisation does with a request instead of naming somebody, and that later requests honour it."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from recruit.actions.calls import send_call
from recruit.actions.refusals import Refused
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.messages.nominations import nominator_thanked, nominator_told
from recruit.models.messages import Message
from recruit.models.organisations import Contact
from recruit.models.roles import RoleProfile
from recruit.queries.nominations import call_asked_with
from recruit.queries.organisations import organisations_with
from recruit.queries.roles import role_of
from recruit.web.clock import now, today
from tests.makers import a_call, a_group, a_nomination, a_role, an_organisation

COLLEAGUE = {"name": "Ida Ross", "email": "Ida@Example.org", "passed_on_by": "Bo Lind"}


@pytest.fixture
def asked(programme):
    asked = a_call(a_role(a_group(programme)), an_organisation(), closes_on=today()).asked[0]
    asked.contact = db.session.scalars(select(Contact)).one()
    return asked


@pytest.fixture
def url(asked):
    return f"/nominate/{links.token(Purpose.CALL, asked.id)}/"


def ask_again(asked, programme, coordinator, *, other_role=False, days=1):
    """The same organisation is asked once more, after the first request has closed."""
    role_id = db.session.scalars(select(RoleProfile.id)).first()
    if other_role:
        role_id = a_role(a_group(programme, name="Finance")).id
    organisation = organisations_with([asked.organisation_id])
    then = {"today": today() + timedelta(days=days), "now": now() + timedelta(days=days)}
    return send_call(role_of(programme, role_id), organisation, closes_on=None, by=coordinator, **then)


def test_the_kit_gives_words_a_link_and_a_poster_and_names_nobody(client, asked, url):
    page = client.get(f"{url}kit/").text

    assert f"/from/{asked.organisation_id}/" in page
    assert "For a text message" in page


def test_a_request_is_passed_on_to_a_colleague_who_comes_second(client, asked, url):
    answer = client.post(f"{url}colleague/", data=COLLEAGUE)

    body = db.session.scalars(select(Message.body).where(Message.kind == "call_passed_on")).one()
    assert answer.location == f"{url}colleague/sent/"
    assert url in body
    assert "Bo Lind at Halfway Carers' Centre" in body
    organisation = organisations_with([asked.organisation_id])[0]
    assert [each.name for each in organisation.contacts] == ["Bo Lind", "Ida Ross"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": ""}, "Enter your colleague&#39;s name"),
        ({"email": "ida"}, "Enter their email address, like name@example.org"),
        ({"email": ""}, "Enter their email address, like name@example.org"),
        ({"passed_on_by": ""}, "Enter your own name"),
        ({"passed_on_by": "www.example.org"}, "Enter a name, without a link"),
        ({"website": "x"}, "Leave the last box empty"),
    ],
)
def test_a_wrong_word_about_a_colleague_is_explained(client, url, wrong, words):
    answer = client.post(f"{url}colleague/", data=COLLEAGUE | wrong)

    assert answer.status_code == 422
    assert words in answer.text
    assert db.session.scalar(select(func.count()).select_from(Message)) == 0


def test_a_request_is_passed_on_five_times_a_day_at_most(client, url):
    answers = [
        client.post(f"{url}colleague/", data=COLLEAGUE | {"form_key": str(place)}).status_code
        for place in range(6)
    ]

    assert answers == [303] * 5 + [409]


@pytest.mark.parametrize("answer", ["not us", "wrong person", "next year", "stop"])
def test_each_answer_is_kept_seen_by_staff_and_honoured(
    client, staff, programme, coordinator, asked, url, answer
):
    client.post(f"{url}answer/", data={"answer": answer})

    seen = staff.get(f"/staff/calls/{asked.call_id}/").text
    words = {"not us": "Said: not us", "next year": "Ask next year", "stop": "Asked us to stop"}
    assert words.get(answer, "Wrong person") in seen
    with pytest.raises(Refused):
        ask_again(asked, programme, coordinator)


def test_a_wrong_person_is_a_thing_for_staff_until_somebody_else_is_known(client, staff, asked, url):
    client.post(f"{url}answer/", data={"answer": "wrong person"})
    before = staff.get("/staff/inbox/").text
    client.post(f"{url}colleague/", data=COLLEAGUE)

    after = staff.get("/staff/inbox/").text

    words = "Find out whom to ask at Halfway Carers&#39; Centre"
    assert (words in before, words in after) == (True, False)


def test_whoever_is_the_wrong_person_is_not_written_to_through_a_colleague(client, asked, url):
    email = db.session.scalars(select(Contact.email)).one()
    client.post(f"{url}answer/", data={"answer": "wrong person"})

    answer = client.post(f"{url}colleague/", data=COLLEAGUE | {"email": email})

    assert answer.status_code == 303
    assert db.session.scalar(select(func.count()).select_from(Message)) == 0


def test_not_us_is_for_one_role(client, programme, coordinator, asked, url):
    client.post(f"{url}answer/", data={"answer": "not us"})

    assert len(ask_again(asked, programme, coordinator, other_role=True).asked) == 1


def test_next_year_is_over_after_a_year(client, programme, coordinator, asked, url):
    client.post(f"{url}answer/", data={"answer": "next year"})

    assert len(ask_again(asked, programme, coordinator, days=366).asked) == 1


def test_whoever_is_the_wrong_person_hears_no_thanks_and_no_outcome(client, asked, url):
    client.post(f"{url}answer/", data={"answer": "wrong person"})
    nomination = a_nomination(call_asked_with(url.split("/")[2]))

    thanks = nominator_thanked(nomination, now=now())
    outcome = nominator_told(nomination, "They were chosen.", now=now())

    assert (thanks, outcome) == (None, None)


def test_the_page_says_for_whom_an_answer_speaks(client, asked, url):
    assert "We sent this request to Bo Lind" in client.get(f"{url}answer/").text


def test_the_right_person_is_asked_after_the_wrong_one(client, programme, coordinator, asked, url):
    client.post(f"{url}answer/", data={"answer": "wrong person"})
    client.post(f"{url}colleague/", data=COLLEAGUE)

    call = ask_again(asked, programme, coordinator)

    contact = db.session.get_one(Contact, call.asked[0].contact_id)
    assert contact.name == "Ida Ross"


def test_another_answer_takes_the_first_back(client, programme, coordinator, asked, url):
    for answer in ("stop", "next year", "wrong person", "not us"):
        client.post(f"{url}answer/", data={"answer": answer})

    assert len(ask_again(asked, programme, coordinator, other_role=True).asked) == 1


def test_no_answer_is_explained(client, url):
    answer = client.post(f"{url}answer/", data={"answer": "perhaps"})

    assert answer.status_code == 422
    assert "Choose what we should do" in answer.text
