"""The later questions: one a page, saved at each Continue, none of them lost."""

from html import unescape

import pytest
from sqlalchemy import select

from recruit.actions.vault import own_needs
from recruit.extensions import db
from recruit.models.candidates import SeenBy, Statement
from recruit.models.events import Event
from recruit.models.taking_part import TakingPart, TouchesWork
from recruit.models.vault import SealedNeeds
from recruit.web.elsewhere import mark_of
from recruit.web.me.questions.forms import STEPS

RIGHT = {
    "challenge_text": {"challenge_text": "I said no to the board."},
    "vision_text": {"vision_text": "Buses should reach the clinic."},
    "not_times": {"not_times": "Tuesdays, clinic"},
    "access": {"access": ["step free"], "access_words": "A chair with arms"},
    "money": {"money": "talk"},
    "other_roles": {"other_roles": "The school board"},
    "interests": {"touches_work": "yes", "interest": "My sister is a councillor"},
    "pair_wish": {"pair_wish": "Grace"},
    "wants_call": {"wants_call": "yes"},
}


def url(step):
    return f"/me/questions/{step}/"


@pytest.mark.parametrize("step", STEPS)
def test_an_answer_is_saved_at_continue_and_stands_there_when_somebody_comes_back(candidate_client, step):
    answer = candidate_client.post(url(step), data=RIGHT[step])

    page = unescape(candidate_client.get("/me/questions/check/").text)
    assert answer.status_code == 303
    assert page.count("Not answered yet") == len(STEPS) - 1


def test_the_list_says_how_long_is_left_until_nothing_is(candidate_client):
    before = candidate_client.get("/me/questions/").text
    for step, given in RIGHT.items():
        candidate_client.post(url(step), data=given)

    after = candidate_client.get("/me/questions/").text

    assert (before.count("Not yet"), after.count("Not yet")) == (14, 5)
    assert ("14 left, about 11 minutes" in before, "5 left, about 4 minutes" in after) == (True, True)


def test_words_for_the_contact_alone_are_kept_from_the_panel(candidate_client):
    candidate_client.post(url("vision_text"), data={"vision_text": "Softly.", "contact_only": "y"})

    assert db.session.scalars(select(Statement.seen_by)).all() == [SeenBy.CONTACT_ONLY]


def test_an_interest_is_told_to_staff_and_a_wish_names_nobody(candidate_client, person):
    candidate_client.post(url("interests"), data=RIGHT["interests"])
    candidate_client.post(url("pair_wish"), data=RIGHT["pair_wish"])

    row = db.session.scalars(select(TakingPart)).one()
    assert (row.touches_work, person.declared_interest) == (TouchesWork.YES, "My sister is a councillor")
    assert row.pair_wish == "Grace"


def test_needs_and_money_lie_sealed_and_only_the_flag_is_open(candidate_client, person):
    candidate_client.post(url("access"), data=RIGHT["access"])
    candidate_client.post(url("money"), data=RIGHT["money"])

    row = db.session.scalars(select(SealedNeeds)).one()
    assert own_needs(person) == RIGHT["access"] | RIGHT["money"]
    assert (row.asks_for_something, b"step free" in row.sealed) == (True, False)


def test_no_event_holds_what_was_said(candidate_client):
    for step, given in RIGHT.items():
        candidate_client.post(url(step), data=given)

    events = db.session.scalars(select(Event).where(Event.what == "told a later answer")).all()
    assert ([event.detail for event in events], len(events)) == ([{}] * 9, 9)


def test_an_answer_from_another_window_is_shown_and_nothing_is_lost(candidate_client):
    candidate_client.post(url("pair_wish"), data={"pair_wish": "Grace"})

    late = candidate_client.post(url("pair_wish"), data={"pair_wish": "Tom", "after": ""})
    again = candidate_client.post(
        url("pair_wish"), data={"pair_wish": "Tom", "after": mark_of({"pair_wish": "Grace"})}
    )

    assert late.status_code == 409
    assert ("Grace" in late.text, 'value="Tom"' in late.text, again.status_code) == (True, True, 303)


def test_the_same_answer_sent_twice_is_no_quarrel(candidate_client):
    sent = [candidate_client.post(url("money"), data={"money": "no"}).status_code for _ in range(2)]

    assert sent == [303, 303]


def test_a_change_from_the_check_leads_back_to_it(candidate_client):
    answer = candidate_client.post(url("money") + "?then=check", data={"money": "no"})

    assert answer.location == "/me/questions/check/"


@pytest.mark.parametrize(
    ("step", "wrong", "words"),
    [
        ("challenge_text", {"challenge_text": "a" * 1501}, "Use at most 1,500 letters"),
        ("vision_text", {"vision_text": "a" * 1501}, "Use at most 1,500 letters"),
        ("not_times", {"not_times": "a" * 601}, "Use at most 600 letters"),
        ("access", {"access": ["a throne"]}, "Choose from the list"),
        ("access", {"access_words": "a" * 601}, "Use at most 600 letters"),
        ("money", {}, "Choose one, or press Skip"),
        ("other_roles", {"other_roles": "a" * 601}, "Use at most 600 letters"),
        ("interests", {}, "Say whether your work, or your family's work, touches this one"),
        ("interests", {"touches_work": "yes"}, "Tell us how it touches this work"),
        ("interests", {"touches_work": "no", "interest": "a" * 601}, "Use at most 600 letters"),
        ("pair_wish", {"pair_wish": "a" * 201}, "Enter a name of at most 200 letters"),
        ("wants_call", {"wants_call": "perhaps"}, "Say whether we should call you"),
    ],
)
def test_a_wrong_answer_is_explained_and_what_was_typed_stays(candidate_client, step, wrong, words):
    response = candidate_client.post(url(step), data=wrong)

    typed = [text for text in wrong.values() if isinstance(text, str) and len(text) > 100]
    assert response.status_code == 422
    assert words in unescape(response.text)
    assert all(text in response.text for text in typed)


def test_a_question_that_is_not_asked_leads_to_the_list(candidate_client):
    assert candidate_client.get(url("shoe_size")).location == "/me/questions/"
