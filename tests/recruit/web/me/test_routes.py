"""My page: what somebody sees of their own, and what they can change there."""

from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.candidates import Consent, Skill
from recruit.models.groups import Meeting
from recruit.models.plans import Offer
from recruit.models.states import OfferState, Stage
from recruit.web.clock import now, today
from tests.makers import a_candidacy, a_candidate, a_group, a_role, a_term, kept


@pytest.fixture
def role(programme):
    return a_role(a_group(programme), title="Lay partner, Informatics", skills=["chairing", "finance"])


def text_of(client, url="/me/"):
    return unescape(client.get(url).text)


def test_a_stranger_is_sent_to_sign_in(client, programme):
    assert client.get("/me/").location == "/sign-in/"


def test_staff_have_no_such_page(staff):
    assert staff.get("/me/").status_code == 404


def test_somebody_without_a_role_is_shown_the_open_ones(candidate_client):
    assert "You stand for no role now" in text_of(candidate_client)


def test_the_page_says_where_i_am_what_comes_next_and_by_when(candidate_client, person, role):
    a_candidacy(person, role, stage=Stage.SHORTLISTED, since=now())

    page = text_of(candidate_client)

    assert "Hello, Ada" in page
    assert "A panel of people decides" in page
    assert "You hear from us by" in page


def test_a_promise_that_is_broken_is_said(candidate_client, person, role):
    a_candidacy(person, role, stage=Stage.SHORTLISTED, since=now() - timedelta(days=60))
    person.about_done_at = now() - timedelta(days=90)

    assert "We are late" in text_of(candidate_client)


def test_nobody_is_told_how_they_fit_before_about_you_is_done(candidate_client, person, role):
    a_candidacy(person, role)
    person.about_done_at = None

    page = text_of(candidate_client)

    assert "Tell us about yourself" in page
    assert "How this role fits you" not in page


def test_nobody_is_told_how_they_fit_once_their_consent_is_taken_back(candidate_client, person, role):
    a_candidacy(person, role)
    db.session.scalars(select(Consent)).one().taken_back_at = now()

    page = text_of(candidate_client)

    assert "Where you are" in page
    assert "How this role fits you" not in page


def test_how_a_role_fits_is_said_in_words_and_never_in_numbers(candidate_client, person, role):
    a_candidacy(person, role)
    person_with_skills(person)

    fit = text_of(candidate_client).split("How this role fits you")[1].split("Things you can do")[0]

    assert "Chairing or running meetings" in fit
    assert "strong" in fit or "some" in fit
    assert "not asked for here" in fit
    assert not any(figure in fit for figure in ("%", " points", "100", "50.0", "40"))


def test_what_somebody_has_not_told_is_not_known_and_never_a_judgement(candidate_client, person, role):
    a_candidacy(person, role)

    fit = text_of(candidate_client).split("How this role fits you")[1].split("Things you can do")[0]

    assert "We do not know yet. You have not told us." in fit
    assert "Nothing that you told us counts here yet" not in fit
    assert 'href="/me/about-you/skills/"' in fit


def test_a_bad_week_is_one_tap_and_can_be_over_early(candidate_client, person, role):
    a_candidacy(person, role)

    candidate_client.post("/me/bad-week/")
    during = text_of(candidate_client)
    candidate_client.post("/me/bad-week/over/")

    assert "We ask you for nothing until 18 January 2027" in during
    assert "I have a bad week" in text_of(candidate_client)


def person_with_skills(person):
    kept(Skill(candidate_id=person.id, code="chairing", strength=0.8))


def test_a_waiting_offer_is_shown_to_its_person_only(app, candidate_client, person, role):
    other = a_candidate(name="Somebody Else", email="other@example.org")
    for candidate in (person, other):
        an_offer(candidate, role.group.seats[0])

    page = text_of(candidate_client)

    assert page.count("A seat is waiting for you") == 1
    assert "/answer/offers/" in page
    assert "Somebody Else" not in page


def an_offer(candidate, seat):
    return kept(
        Offer(
            seat_id=seat.id,
            candidate=candidate,
            state=OfferState.OPEN,
            starts_on=today(),
            ends_on=today() + timedelta(days=700),
            made_at=now(),
            lapses_at=now() + timedelta(days=14),
        )
    )


@pytest.mark.parametrize(("days", "is_said"), [(0, False), (1, True)])
def test_a_break_that_is_over_is_said_to_nobody(candidate_client, staff, person, role, days, is_said):
    a_candidacy(person, role)
    person.paused_until = today() + timedelta(days=days)

    pages = [candidate_client.get("/me/").text, staff.get(f"/staff/people/{person.id}/").text]

    assert ["You are taking a break" in pages[0], "Paused until" in pages[1]] == [is_said, is_said]


def test_my_pair_and_our_next_meetings_are_shown(candidate_client, person, role):
    partner = a_candidate(name="Peter Callaghan", email="peter@example.org", phone="020 7946 0777")
    for candidate, seat in zip((person, partner), role.group.seats, strict=True):
        a_term(candidate, seat, starts_on=today() - timedelta(days=50), ends_on=today() + timedelta(days=500))
    kept(Meeting(group=role.group, starts_at=now() + timedelta(days=3), minutes=60, is_online=True, place=""))

    page = text_of(candidate_client)

    assert "Beside you: Peter Callaghan" in page
    assert "Your next meetings" in page
    assert "peter@example.org" not in page
    assert "0777" not in page


def test_after_the_workshop_i_say_yes_myself(candidate_client, person, role):
    candidacy = a_candidacy(person, role, stage=Stage.ATTENDED)

    answer = candidate_client.post(f"/me/yes/{candidacy.id}/")

    assert (answer.status_code, candidacy.stage) == (303, Stage.INTERESTED)


def test_nobody_says_yes_for_somebody_else(candidate_client, role):
    candidacy = a_candidacy(a_candidate(), role, stage=Stage.ATTENDED)

    assert candidate_client.post(f"/me/yes/{candidacy.id}/").status_code == 404
    assert candidacy.stage is Stage.ATTENDED


def until(day):
    return {"until-day": str(day.day), "until-month": str(day.month), "until-year": str(day.year)}


def test_a_break_lasts_until_the_day_i_say(candidate_client, person):
    back = today() + timedelta(days=30)

    candidate_client.post("/me/pause/", data=until(back))

    assert person.paused_until == back
    assert "You are taking a break until" in text_of(candidate_client)


def test_a_break_ends_when_i_say_so(candidate_client, person):
    person.paused_until = today() + timedelta(days=30)

    candidate_client.post("/me/pause/", data={"until-day": "", "until-month": "", "until-year": ""})

    assert person.paused_until is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"until-day": "", "until-month": "", "until-year": ""}, "Enter the day you are back"),
        ({"until-day": "31", "until-month": "2", "until-year": "2030"}, "Enter a real day, like 3 4 2027"),
        ({"until-day": "1", "until-month": "1", "until-year": "2020"}, "Enter a day that is still to come"),
        ({"until-day": "1", "until-month": "1", "until-year": "2090"}, "Enter a day within the next year"),
    ],
)
def test_a_break_until_no_real_day_is_explained(candidate_client, person, typed, words):
    response = candidate_client.post("/me/pause/", data=typed)

    assert response.status_code == 422
    assert words in response.text
    assert person.paused_until is None


def test_whoever_serves_is_thanked_and_promised_nothing(candidate_client, person, role):
    a_candidacy(person, role, stage=Stage.CHOSEN, since=now() - timedelta(days=200))
    a_term(
        person,
        role.group.seats[0],
        starts_on=today() - timedelta(days=50),
        ends_on=today() + timedelta(days=500),
    )

    page = text_of(candidate_client)

    assert "You serve on Informatics. Thank you." in page
    assert "We are late" not in page


def test_whoever_withdrew_is_shown_the_way_back_and_nothing_else(candidate_client, person, role):
    a_candidacy(person, role, stage=Stage.WITHDRAWN)

    page = text_of(candidate_client)

    assert "You withdrew" in page
    assert "Come back" in page
    assert "How this role fits you" not in page
