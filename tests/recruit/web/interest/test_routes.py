"""Registering interest, one question a page."""

import re
from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate, Consent, DateReply, Draft, MeetingReply, Purpose
from recruit.models.groups import GroupKind, Meeting
from recruit.models.messages import Message
from recruit.models.nominations import Nomination
from recruit.models.states import NominationState, Stage
from recruit.web.clock import now
from tests.makers import a_call, a_candidacy, a_candidate, a_group, a_nomination, a_role, an_organisation

GOOD = {
    "who_is_filling": {"who_is_filling": "me"},
    "name": {"name": "Tomasz Wilk"},
    "contact_way": {
        "contact_ways": ["email", "phone"],
        "email": "Tomasz@Example.org",
        "phone": "020 7946 0111",
    },
    "area": {"area": "brent"},
    "adult": {"adult": "yes"},
    "lay_status": {"lay_status": "no"},
    "heard": {"heard": "friend"},
    "times": {"times": ["1-morning", "3-evening"]},
    "hours": {"hours": "9 to 12", "hours_per": "month"},
    "where": {"where": ["online"]},
}
AGREE = {"find_a_role": "y", "form_key": "the last form"}


@pytest.fixture
def role(programme):
    return a_role(a_group(programme, kind=GroupKind.ADVISORY_GROUP, name="Advisory group"))


@pytest.fixture
def started(client, role):
    client.post("/interest/")
    return client


def answer_all(client, role, **instead):
    for step, given in (GOOD | {"roles": {"roles": [role.slug]}} | instead).items():
        assert client.post(f"/interest/{step}/", data=given).status_code == 303


def how_many(table):
    return db.session.scalar(select(func.count()).select_from(table))


def the_draft():
    return db.session.scalars(select(Draft)).one()


def test_a_question_without_a_draft_leads_to_the_start(client, role):
    assert client.get("/interest/name/").location == "/interest/"


def test_each_question_is_kept_on_continue(started):
    answer = started.post("/interest/name/", data={"name": " Tomasz Wilk "})

    assert answer.location == "/interest/contact_way/"
    assert the_draft().answers["name"]["given"] == {"name": "Tomasz Wilk"}
    assert 'value="Tomasz Wilk"' in started.get("/interest/name/").text


def test_every_question_is_a_page(started, role):
    answer_all(started, role)

    pages = [started.get(f"/interest/{step}/") for step in (*GOOD, "roles", "dates", "check")]

    assert {page.status_code for page in pages} == {200}


@pytest.mark.parametrize(
    ("step", "wrong", "words"),
    [
        ("who_is_filling", {}, "Say who is filling in this form"),
        ("who_is_filling", {"who_is_filling": "a robot"}, "Say who is filling in this form"),
        ("name", {"name": "  "}, "Enter your name"),
        ("name", {"name": "a" * 201}, "Enter a name of at most 200 letters"),
        ("contact_way", {}, "Choose at least one way to reach you"),
        ("contact_way", {"contact_ways": ["pigeon"]}, "Choose from the ways in the list"),
        ("contact_way", {"contact_ways": ["email"], "email": "tomasz"}, "Enter an email address"),
        (
            "contact_way",
            {"contact_ways": ["text"], "mobile": "abc"},
            "Enter a phone number, like 020 7946 0999",
        ),
        (
            "contact_way",
            {"contact_ways": ["phone"], "phone": "123"},
            "Enter a phone number, like 020 7946 0999",
        ),
        (
            "contact_way",
            {"contact_ways": ["post"], "post_address": "Brent"},
            "Enter your address, with the postcode",
        ),
        ("contact_way", {"contact_ways": ["through someone"]}, "Say who it is, and how we reach them"),
        ("area", {"area": "paris"}, "Choose where you live"),
        ("adult", {}, "Say whether you are 18 or over"),
        ("lay_status", {"lay_status": "rich"}, "Say whether you are paid to work in health or care"),
        ("roles", {}, "Choose at least one role, or 'I am not sure yet'"),
        ("roles", {"roles": ["no-such-role"]}, "One of these roles has closed"),
        ("heard", {"heard": "a dream"}, "Choose one, or press Skip"),
        ("times", {}, "Tick at least one time, or choose 'I do not know yet'"),
        ("times", {"times": ["9-morning"]}, "Tick times that are in the table"),
        ("times", {"times": ["x"]}, "Tick times that are in the table"),
        ("hours", {"hours": "all of them", "hours_per": "month"}, "Choose how many hours you could give"),
        ("hours", {"hours": "9 to 12", "hours_per": "year"}, "Say whether that is a week or a month"),
        ("where", {}, "Choose online, in person or either"),
        ("where", {"where": ["on the moon"]}, "Choose online, in person or either"),
        ("dates", {"reply-not-an-id": "can"}, "For each date, choose I can, I can with help, or I cannot"),
    ],
)
def test_a_wrong_answer_is_explained_and_not_kept(started, step, wrong, words):
    response = started.post(f"/interest/{step}/", data=wrong)

    assert response.status_code == 422
    assert words in unescape(response.text)
    assert step not in the_draft().answers


def test_two_tabs_that_answer_one_question_lose_neither_answer(started):
    started.post("/interest/name/", data={"name": "Tomasz", "form_key": "first tab"})

    clash = started.post("/interest/name/", data={"name": "Tomek", "form_key": "second tab", "after": ""})

    assert clash.status_code == 409
    assert "You answered this in another window too" in clash.text
    assert "Tomasz" in clash.text
    assert 'value="Tomek"' in clash.text
    assert the_draft().answers["name"]["given"] == {"name": "Tomasz"}


def test_the_second_press_keeps_what_the_second_tab_says(started):
    started.post("/interest/name/", data={"name": "Tomasz", "form_key": "first tab"})

    again = started.post("/interest/name/", data={"name": "Tomek", "form_key": "third", "after": "first tab"})

    assert again.status_code == 303
    assert the_draft().answers["name"]["given"] == {"name": "Tomek"}


def test_the_back_button_may_answer_again(started):
    for name in ("Tomasz", "Tomek", "Tom"):
        assert started.post("/interest/name/", data={"name": name, "form_key": "one page"}).status_code == 303

    assert the_draft().answers["name"]["given"] == {"name": "Tom"}


def test_a_group_is_shown_its_own_way(started):
    answer = started.post("/interest/who_is_filling/", data={"who_is_filling": "a group"})

    assert "Put someone forward" in started.get(answer.location).text


def test_under_18_leads_to_a_kind_page_and_nothing_is_kept(started):
    started.post("/interest/name/", data={"name": "Young Person"})

    answer = started.post("/interest/adult/", data={"adult": "no"})

    assert "Thank you for wanting to help" in started.get(answer.location).text
    assert (how_many(Draft), how_many(Candidate)) == (0, 0)


def test_handing_in_makes_one_candidate_with_a_candidacy_for_each_role(started, role):
    answer_all(started, role)

    response = started.post("/interest/check/", data=AGREE)

    assert response.location == "/interest/done/"
    options = (selectinload(Candidate.free_times), selectinload(Candidate.consents))
    person = db.session.scalars(select(Candidate).options(*options)).one()
    assert (person.number, person.name, person.email) == (1, "Tomasz Wilk", "tomasz@example.org")
    assert {(free.weekday, free.part) for free in person.free_times} == {(1, "morning"), (3, "evening")}
    assert [consent.purpose for consent in person.consents] == [Purpose.FIND_A_ROLE]
    candidacy = db.session.scalars(select(Candidacy)).one()
    assert (candidacy.role_profile_id, candidacy.stage) == (role.id, Stage.REGISTERED)
    assert how_many(Draft) == 0


def test_handing_in_twice_registers_once(started, role):
    answer_all(started, role)

    answers = [started.post("/interest/check/", data=AGREE) for _ in range(2)]

    assert [answer.location for answer in answers] == ["/interest/done/", "/interest/done/"]
    assert how_many(Candidate) == 1


def test_a_new_person_is_told_how_to_come_back(started, role):
    answer_all(started, role)

    started.post("/interest/check/", data=AGREE)

    message = db.session.scalars(select(Message)).one()
    assert (message.kind, message.address) == ("registered", "tomasz@example.org")
    assert "/sign-in/" in message.body


def test_whoever_is_new_and_has_no_email_goes_on_in_this_browser(started, role):
    answer_all(started, role, contact_way={"contact_ways": ["phone"], "phone": "020 7946 0111"})

    started.post("/interest/check/", data=AGREE)

    assert started.get("/me/").status_code == 200


def test_email_is_never_needed(started, role):
    by_phone = {"contact_ways": ["phone"], "phone": "020 7946 0111"}
    answer_all(started, role, contact_way=by_phone)

    started.post("/interest/check/", data=AGREE)

    person = db.session.scalars(select(Candidate)).one()
    assert (person.email, person.phone, person.contact_way) == (None, "020 7946 0111", "phone")
    assert db.session.scalars(select(Message.way)).one() == "phone"


def test_nothing_is_handed_in_without_agreement(started, role):
    answer_all(started, role)

    response = started.post("/interest/check/", data={"form_key": "the last form"})

    assert response.status_code == 422
    assert "Tick this to hand in your answers" in response.text
    assert how_many(Candidate) == 0


def test_nothing_is_handed_in_while_an_answer_is_missing(started, role):
    started.post("/interest/name/", data={"name": "Tomasz Wilk"})

    response = started.post("/interest/check/", data=AGREE)

    assert "We still need an answer where it says so" in response.text
    assert how_many(Candidate) == 0


HERE = [
    {"name": "TOMASZ  wilk", "email": "tomasz@example.org"},
    {"name": "Tomasz Wilk", "phone": "+44 20 7946 0111"},
]


@pytest.mark.parametrize("here", HERE)
def test_of_somebody_who_is_here_nothing_changes_and_they_are_asked(started, role, here):
    before = a_candidate(**here)
    gone = a_candidacy(before, role, stage=Stage.WITHDRAWN)
    before.consents[0].taken_back_at = now()
    answer_all(started, role)

    started.post("/interest/check/", data=AGREE)

    assert db.session.scalars(select(Candidate.id)).all() == [before.id]
    assert [(each.id, each.stage) for each in db.session.scalars(select(Candidacy))] == [
        (gone.id, Stage.WITHDRAWN)
    ]
    assert standing_purposes() == []
    assert db.session.scalars(select(Message.kind)).one() == "registered_before"


def test_nobody_learns_from_the_pages_whether_somebody_is_here(app, role):
    a_candidate(name="Tomasz Wilk", email="tomasz@example.org")
    stranger = {"name": {"name": "Nobody Yet"}}

    seen = [what_is_seen(app.test_client(), role, **instead) for instead in ({}, stranger)]

    assert how_many(Candidate) == 2
    assert seen[0] == seen[1]


def what_is_seen(client, role, **instead):
    client.post("/interest/")
    answer_all(client, role, **instead)
    form = AGREE | {"form_key": f"form {len(instead)}"}
    answers = [client.post("/interest/check/", data=form), client.get("/interest/done/")]
    answers += [client.get(url) for url in ("/me/about-you/", "/interest/name/", "/interest/check/")]
    return [(answer.status_code, answer.location, without_token(answer.text)) for answer in answers]


def without_token(text):
    return re.sub(r'value="[^"]+"', "", text)


def the_letter_asks(client, role, nomination=None):
    """Somebody fills in the form in Tomasz's name; the address in the letter to him."""
    client.post("/interest/")
    the_draft().nomination_id = nomination and nomination.id
    answer_all(client, role)
    client.post("/interest/check/", data=AGREE)
    body = db.session.scalars(select(Message.body).where(Message.kind == "registered_before")).one()
    return re.search(r"/me/answers/\S+", body)[0]


def standing_purposes():
    return db.session.scalars(select(Consent.purpose).where(Consent.taken_back_at.is_(None))).all()


@pytest.fixture
def tomasz(role):
    """Somebody who withdrew."""
    tomasz = a_candidate(name="Tomasz Wilk", email="tomasz@example.org")
    a_candidacy(tomasz, role, stage=Stage.WITHDRAWN)
    tomasz.consents[0].taken_back_at = now()
    return tomasz


def test_the_letter_leads_to_the_answers_which_are_handed_in_once_signed_in(client, app, role, tomasz):
    url = the_letter_asks(client, role)
    at_home = app.test_client()
    asked = at_home.get(url).location
    at_home.sign_in(tomasz)

    page = at_home.get(url).text
    looked = standing_purposes()
    at_home.post(url, data={"answer": "yes"})

    assert asked == "/sign-in/"
    assert "Was it you?" in page
    assert looked == []
    assert standing_purposes() == [Purpose.FIND_A_ROLE]
    assert db.session.scalars(select(Candidacy.stage)).one() is Stage.REGISTERED
    assert how_many(Draft) == 0


def test_answers_that_were_not_theirs_are_deleted(client, app, role, tomasz):
    url = the_letter_asks(client, role)

    app.test_client().sign_in(tomasz).post(url, data={"answer": "no"})

    assert db.session.scalars(select(Candidacy.stage)).one() is Stage.WITHDRAWN
    assert (standing_purposes(), how_many(Draft)) == ([], 0)


def test_nobody_else_can_hand_in_what_waits_for_somebody(client, app, role, tomasz):
    url = the_letter_asks(client, role)
    other = a_candidate(name="Somebody Else", email="else@example.org")

    answer = app.test_client().sign_in(other).post(url, data={"answer": "yes"})

    assert answer.location == "/me/"
    assert db.session.scalars(select(Candidacy.stage)).one() is Stage.WITHDRAWN
    assert how_many(Draft) == 1


def test_whoever_withdrew_and_is_signed_in_comes_back_at_once(client, role, tomasz):
    client.sign_in(tomasz).post("/interest/")
    answer_all(client, role)

    client.post("/interest/check/", data=AGREE)

    assert db.session.scalars(select(Candidacy.stage)).one() is Stage.REGISTERED
    assert standing_purposes() == [Purpose.FIND_A_ROLE]


def test_whoever_withdrew_and_wants_another_role_agrees_anew(client, programme, tomasz):
    other = a_role(a_group(programme, name="Audit"))
    client.sign_in(tomasz).post("/interest/")
    answer_all(client, other)

    client.post("/interest/check/", data=AGREE | {"keep_in_mind": "y"})

    assert set(standing_purposes()) == {Purpose.FIND_A_ROLE, Purpose.KEEP_IN_MIND}


def test_a_nominee_who_is_here_already_accepts_once_they_have_signed_in(client, app, role, tomasz):
    nomination = a_nomination(a_call(role, an_organisation()).asked[0], named_at=now())
    url = the_letter_asks(client, role, nomination)
    waited = db.session.scalars(select(Nomination.state)).one()

    app.test_client().sign_in(tomasz).post(url, data={"answer": "yes"})

    states = (waited, db.session.scalars(select(Nomination.state)).one())
    assert states == (NominationState.WAITING, NominationState.ACCEPTED)


def test_whoever_is_not_sure_begins_where_everyone_is_welcome(started, role, programme):
    forum = a_role(a_group(programme, kind=GroupKind.FORUM, name="Forum"))
    answer_all(started, role, roles={"roles": ["not sure"]})

    started.post("/interest/check/", data=AGREE)

    assert db.session.scalars(select(Candidacy.role_profile_id)).one() == forum.id


def test_the_page_of_a_role_brings_the_role_along(client, role):
    client.post("/interest/", data={"role": role.slug})

    assert the_draft().answers["roles"]["given"] == {"roles": [role.slug]}


def test_a_nominee_who_hands_in_accepts_the_nomination(client, role):
    organisation = an_organisation()
    nomination = a_nomination(a_call(role, organisation).asked[0], named_at=now())
    client.post("/interest/")
    the_draft().nomination_id = nomination.id
    answer_all(client, role)

    client.post("/interest/check/", data=AGREE | {"tell_nominator": "y"})

    person = db.session.scalars(select(Candidate)).one()
    nomination = db.session.scalars(select(Nomination)).one()
    assert (nomination.state, nomination.candidate_id) == (NominationState.ACCEPTED, person.id)
    assert person.nominated_by_id == organisation.id
    assert set(db.session.scalars(select(Consent.purpose))) == {Purpose.FIND_A_ROLE, Purpose.TELL_NOMINATOR}


def a_role_that_meets(programme):
    group = a_group(programme, name="Informatics")
    role = a_role(group)
    for days in (7, 21):
        starts_at = now().replace(hour=10, minute=0, second=0, microsecond=0)
        db.session.add(
            Meeting(
                group=group, starts_at=starts_at + timedelta(days=days), minutes=60, is_online=True, place=""
            )
        )
    return role


@pytest.mark.parametrize("step", ["times", "hours", "dates"])
def test_how_a_role_fits_is_said_whatever_is_ticked(started, programme, step):
    dated = a_role(a_group(programme, name="Dated", meetings=1))
    started.post("/interest/roles/", data={"roles": [dated.slug]})
    nonsense = {"times": ["x", "1-"], "hours": "x", "hours_per": "x", "reply-x": "x"}

    part = started.post(f"/interest/{step}/fits/", data=nonsense, headers={"HX-Request": "true"})

    assert part.status_code == 200
    assert "Not known yet" in part.text
    assert "You can make" not in part.text


def test_how_a_role_fits_is_said_with_htmx_and_without(started, programme):
    role = a_role_that_meets(programme)
    started.post("/interest/roles/", data={"roles": [role.slug]})
    every_day = {
        "times": [f"{day}-{part}" for day in range(7) for part in ("morning", "afternoon", "evening")]
    }

    part = started.post("/interest/times/fits/", data=every_day, headers={"HX-Request": "true"}).text
    kept = started.post("/interest/times/", data=every_day | {"look": "yes"})
    whole = started.get(kept.location).text

    assert part.strip().startswith('<div id="fits">')
    assert kept.location == "/interest/times/"
    assert all("You can make 2 of 2 dates" in text for text in (part, whole))


def test_what_is_said_about_a_true_date_is_kept_with_the_person(started, programme):
    role = a_role_that_meets(programme)
    meeting = db.session.scalars(select(Meeting).order_by(Meeting.starts_at)).first()
    answer_all(started, role, dates={f"reply-{meeting.id}": "with help"})

    started.post("/interest/check/", data=AGREE)

    said = db.session.scalars(select(MeetingReply)).one()
    assert (said.meeting_id, said.reply) == (meeting.id, DateReply.WITH_HELP)


def test_forgetting_deletes_the_draft(started):
    started.post("/interest/forget/")

    assert how_many(Draft) == 0
    assert started.get("/interest/name/").location == "/interest/"


def test_a_robot_that_fills_the_hidden_box_begins_nothing(client, role):
    answer = client.post("/interest/", data={"website": "buy.example"})

    assert (answer.status_code, how_many(Draft)) == (422, 0)
    assert "Leave the last box empty" in answer.text
