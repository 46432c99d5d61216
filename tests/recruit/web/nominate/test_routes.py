"""The page of a call, as a nominating organisation meets it."""

import pytest
from sqlalchemy import func, select

from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.messages import Message
from recruit.models.nominations import Endorsement, Nomination
from recruit.models.organisations import Contact, Organisation, OrganisationKind
from recruit.models.programmes import Target
from recruit.web.clock import now, today
from recruit.web.robots import stamp
from tests.makers import a_call, a_group, a_role, an_organisation, kept

GOOD = {
    "asked": "yes",
    "name": "Grace Mensah",
    "contact_way": "email",
    "reach": "Grace@Example.org",
    "how_known": "Three years at our lunch club",
    "relation": "none",
    "seen_do_well": "She asked the council why the bus was cut.",
    "health": "nothing",
    "nominator_name": "Bo Lind",
    "form_key": "one form",
}


@pytest.fixture
def asked(programme):
    role = a_role(a_group(programme), skills=["digital_data"])
    return a_call(role, an_organisation()).asked[0]


@pytest.fixture
def url(asked):
    return f"/nominate/{links.token(Purpose.CALL, asked.id)}/"


def how_many(table):
    return db.session.scalar(select(func.count()).select_from(table))


def test_the_page_names_one_family_at_a_time(client, programme, asked, url):
    kept(Target(programme_id=programme.id, family="area", code="hounslow", wanted=2, weight=1))
    kept(Target(programme_id=programme.id, family="service", code="unpaid_carer", wanted=1, weight=1))

    page = client.get(url).text

    assert "People from Hounslow" in page
    assert "Looking after a family member or friend (unpaid)" in page
    assert "for the empty seat on Informatics" in page


def test_a_strangers_link_finds_nothing(client, asked):
    assert client.get(f"/nominate/{links.token(Purpose.OFFER, asked.id)}/").status_code == 404


def test_a_nomination_is_kept_and_both_people_are_written_to(client, url, asked):
    response = client.post(url, data=GOOD)

    assert (response.status_code, response.location) == (303, f"{url}#named")
    nomination = db.session.scalars(select(Nomination)).one()
    assert (nomination.name, nomination.email) == ("Grace Mensah", "grace@example.org")
    assert (nomination.lapses_at - nomination.named_at).days == 28
    kinds = db.session.scalars(select(Message.kind).order_by(Message.kind))
    assert list(kinds) == ["nominee_named"]


def test_the_contact_of_the_organisation_is_thanked_without_the_name(client, url, asked):
    asked.contact = db.session.scalars(select(Contact)).one()

    client.post(url, data=GOOD)

    thanks = db.session.scalars(select(Message).where(Message.kind == "nominator_thanked")).one()
    assert "Bo Lind" in thanks.body
    assert "Grace" not in thanks.body


def test_the_nominee_reads_who_named_them_and_what_was_said(client, url):
    client.post(url, data=GOOD)

    body = db.session.scalars(select(Message.body).where(Message.kind == "nominee_named")).one()
    assert all(
        words in body for words in ("Bo Lind", "Halfway Carers' Centre", GOOD["seen_do_well"], "/answer/")
    )


def test_the_same_form_posted_twice_makes_one_nomination(client, url):
    answers = [client.post(url, data=GOOD).status_code for _ in range(2)]

    assert answers == [303, 303]
    assert how_many(Nomination) == 1


@pytest.mark.parametrize(
    "again",
    [
        {"name": " grace  MENSAH"},
        {"name": "Grace Mensah", "contact_way": "phone", "reach": "020 7946 0111"},
    ],
)
def test_the_same_person_named_twice_has_two_nominations_and_one_message(client, url, again):
    client.post(url, data=GOOD)

    client.post(url, data=GOOD | again | {"form_key": "another form"})

    lapses = db.session.scalars(select(Nomination.lapses_at)).all()
    assert (how_many(Nomination), len(set(lapses)), how_many(Message)) == (2, 1, 1)


def test_two_people_of_one_name_are_two(client, url):
    client.post(url, data=GOOD)

    client.post(url, data=GOOD | {"form_key": "another form", "reach": "other.grace@example.org"})

    assert how_many(Nomination) == 2


def test_not_yet_keeps_nothing_and_gives_a_message_to_send(client, url):
    answer = client.post(url, data={"asked": "not yet", "name": "Grace Mensah"})

    page = client.get(answer.location).text
    assert "May I put your name forward?" in page
    assert "Grace" not in page
    assert (how_many(Nomination), how_many(Message)) == (0, 0)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"asked": ""}, "Say whether you have asked the person"),
        ({"asked": "perhaps"}, "Say whether you have asked the person"),
        ({"name": " "}, "Enter the person&#39;s name"),
        ({"name": "a" * 201}, "Enter a name of at most 200 letters"),
        ({"contact_way": "pigeon"}, "Choose how they would like us to get in touch"),
        ({"reach": "grace at example"}, "Enter an email address, like name@example.org"),
        ({"contact_way": "phone", "reach": "ask her"}, "Enter a phone number, like 020 7946 0999"),
        ({"contact_way": "text", "reach": "123"}, "Enter a phone number, like 020 7946 0999"),
        ({"contact_way": "post", "reach": "Brent"}, "Enter their postal address, with the postcode"),
        ({"how_known": ""}, "Say how long you have known them, and how"),
        ({"relation": ""}, "Say whether they work for you or are related to you"),
        ({"seen_do_well": ""}, "Give one example of what you have seen them do well"),
        ({"seen_do_well": "a" * 1501}, "Use at most 1,500 letters for your example"),
        ({"health": ""}, "Say whether you may share what you wrote about their health"),
        ({"health": "will take out"}, "Take out what you wrote about their health"),
        ({"nominator_name": ""}, "Enter your own name"),
    ],
)
def test_a_wrong_answer_is_explained_and_the_rest_stays(client, url, wrong, words):
    response = client.post(url, data=GOOD | wrong)

    assert response.status_code == 422
    assert words in response.text
    assert "She asked the council" in response.text or "seen_do_well" in wrong
    assert how_many(Nomination) == 0


def test_whoever_is_reached_through_the_nominator_needs_no_address(client, url):
    client.post(url, data=GOOD | {"contact_way": "through someone", "reach": ""})

    message = db.session.scalars(select(Message)).one()
    assert (message.way, message.address) == ("through someone", "Bo Lind")


def test_a_closed_call_refuses_in_words(client, url, asked):
    asked.call.closes_on = today().replace(year=today().year - 1)

    opened, posted = client.get(url), client.post(url, data=GOOD)

    assert (opened.status_code, posted.status_code) == (200, 409)
    assert "This request for names has closed" in posted.text
    assert how_many(Nomination) == 0


def test_several_are_named_in_a_row_on_one_page(client, url):
    client.post(url, data=GOOD)

    page = client.get(url).text

    assert "Grace Mensah is put forward." in page
    assert "You have named 1 person" in page
    assert 'value="Bo Lind"' in page


def test_another_browser_does_not_see_who_was_named(app, client, url):
    client.post(url, data=GOOD)

    assert "Grace Mensah" not in app.test_client().get(url).text


def test_two_people_in_one_name_are_asked_for_one_by_one(client, url):
    asked = client.post(url, data=GOOD | {"name": "Ann and Bob Lee"})
    kept_before = how_many(Nomination)
    both = {"name": "Ann Lee", "second_name": "Bob Lee", "second_contact_way": "phone"}
    client.post(url, data=GOOD | both | {"two_people": "yes", "second_reach": "020 7946 0777"})

    assert "Are these two people?" in asked.text
    assert 'value="Ann Lee"' in asked.text
    assert kept_before == 0
    assert set(db.session.scalars(select(Nomination.name))) == {"Ann Lee", "Bob Lee"}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"second_name": ""}, "Enter the second person&#39;s name"),
        ({"second_contact_way": ""}, "Choose how they would like us to get in touch"),
        ({"second_reach": "Bob"}, "Enter a phone number, like 020 7946 0999"),
    ],
)
def test_a_wrong_answer_about_the_second_person_loses_neither(client, url, wrong, words):
    both = {"second_name": "Bob Lee", "second_contact_way": "phone", "second_reach": "020 7946 0777"}

    page = client.post(url, data=GOOD | {"name": "Ann Lee", "two_people": "yes"} | both | wrong)

    assert page.status_code == 422
    assert words in page.text
    assert "She asked the council" in page.text
    assert how_many(Nomination) == 0


def test_one_person_with_a_long_name_stays_one(client, url):
    client.post(url, data=GOOD | {"name": "Ann Lee", "two_people": "yes", "one_person": "Ann and Bob Lee"})

    assert db.session.scalars(select(Nomination.name)).all() == ["Ann and Bob Lee"]


def test_health_is_left_out_of_the_message_when_the_nominator_wrote_of_it(client, url):
    client.post(url, data=GOOD | {"health": "shared", "seen_do_well": "She ran a group for her asthma."})

    body = db.session.scalars(select(Message.body).where(Message.kind == "nominee_named")).one()
    assert "asthma" not in body
    assert "They wrote about your health too" in body


def test_health_is_heard_when_nobody_said_that_it_was_written(client, url):
    client.post(url, data=GOOD | {"seen_do_well": "He lives with type 2 diabetes and talks about it well."})

    assert db.session.scalars(select(Nomination)).one().holds_back


def test_what_they_are_good_at_is_kept_with_its_example(client, url):
    vouched = {"strength_1": "consensus", "story_1": "She let each side speak."}
    client.post(url, data=GOOD | vouched | {"community_1": "carers", "link_1": "leader"})

    kept_now = db.session.execute(select(Endorsement.facet, Endorsement.code, Endorsement.link)).all()
    assert set(kept_now) == {("skills", "consensus", None), ("communities", "carers", "leader")}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"strength_1": "juggling"}, "Choose a strength from the list"),
        ({"strength_1": "consensus"}, "Give one example of this strength"),
        ({"story_2": "Once she did."}, "Choose from the list what this belongs to"),
        ({"story_1": "a" * 601, "strength_1": "consensus"}, "Use at most 600 letters for each example"),
        ({"community_1": "martians"}, "Choose a community from the list"),
        ({"community_2": "carers"}, "Say how they belong there"),
        ({"community_1": "carers", "link_1": "king"}, "Say how they belong there"),
        ({"name": "see http://example.org"}, "Enter a name, without a link"),
        ({"name": "Ann Lee, Bob Lee and Cy Lee"}, "Name one person on each form"),
        ({"website": "http://example.org"}, "Leave the last box empty"),
    ],
)
def test_a_wrong_word_of_an_endorsement_is_explained_and_the_rest_stays(client, url, wrong, words):
    response = client.post(url, data=GOOD | wrong)

    assert response.status_code == 422
    assert words in response.text
    assert "She asked the council" in response.text
    assert how_many(Nomination) == 0


def test_a_form_that_comes_back_in_a_blink_is_asked_again_and_keeps_its_words(client, url):
    response = client.post(url, data=GOOD | {"opened": stamp(now())})

    assert response.status_code == 422
    assert "That was very quick" in response.text
    assert "She asked the council" in response.text


def test_forty_names_a_day_are_enough_for_one_link(client, url):
    for place in range(40):
        client.post(url, data=GOOD | {"name": f"Person {place:b}", "form_key": str(place)})

    answer = client.post(url, data=GOOD | {"form_key": "one more"})

    assert answer.status_code == 409
    assert "too many tries" in answer.text
    assert how_many(Nomination) == 40


def test_a_practice_is_told_first_that_it_need_not_name_a_patient(client, programme, asked, url):
    plain = client.get(url).text
    db.session.scalars(select(Organisation)).one().kind = OrganisationKind.GP_PRACTICE_PPG

    page = client.get(url).text

    assert "You need not name a patient." not in plain
    assert page.index("You need not name a patient.") < page.index("Who we still lack")
