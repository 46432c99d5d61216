"""Balance and equality: the person alone says what is kept, and it changes nothing about them."""

from html import unescape

import pytest
from sqlalchemy import select

from recruit.actions.vault import opened_answers
from recruit.extensions import db
from recruit.models.vault import BalanceUse, SealedAnswers, VaultKey
from recruit.reference.equality import NOT_SAID, equality_questions
from recruit.web.elsewhere import mark_of

URL = "/me/balance/"
SAID = {"eq-religion": "Sikh", "use": "count only"}


def use_kept():
    return db.session.scalars(select(SealedAnswers.use)).all()


def test_every_question_offers_not_to_say_and_nothing_is_chosen(candidate_client):
    text = candidate_client.get(URL).text

    assert text.count(f'<option value="{NOT_SAID}">') == len(equality_questions())
    assert (" checked" in text, '<option value="" selected' in text) == (False, True)


@pytest.mark.parametrize("use", list(BalanceUse))
def test_what_was_answered_is_sealed_with_the_choice(candidate_client, person, use):
    candidate_client.post(URL, data=SAID | {"use": str(use)})

    assert (opened_answers(person), use_kept()) == ({"religion": "Sikh"}, [use])


def test_all_may_be_skipped_and_the_choice_still_stands(candidate_client, person):
    candidate_client.post(URL, data={"use": "count only"})

    assert opened_answers(person) == {}


def test_keeping_nothing_erases_what_was_there_and_the_key(candidate_client, person):
    candidate_client.post(URL, data=SAID)
    mark = mark_of({"use": "count only", "answers": {"religion": "Sikh"}})

    candidate_client.post(URL, data={"use": "nothing kept", "after": mark})

    assert (opened_answers(person), db.session.scalars(select(VaultKey)).all()) == (None, [])
    assert "We keep none of your balance answers" in candidate_client.get(URL + "done/").text


def test_asked_once_it_waits_until_somebody_wants_to_change_it(candidate_client):
    before = candidate_client.get("/me/questions/").text.count("Not yet")

    candidate_client.post(URL, data={"use": "nothing kept"})

    assert candidate_client.get("/me/questions/").text.count("Not yet") == before - 1


def test_another_window_is_noticed(candidate_client):
    candidate_client.post(URL, data=SAID)

    late = candidate_client.post(URL, data={"eq-religion": "Jewish", "use": "count only", "after": ""})

    assert (late.status_code, "another window" in late.text) == (409, True)


def test_no_address_and_no_event_holds_an_answer(candidate_client):
    answer = candidate_client.post(URL, data=SAID)

    kept = db.session.execute(db.text("SELECT detail FROM event")).scalars().all()
    assert ("Sikh" in answer.location, any("Sikh" in str(detail) for detail in kept)) == (False, False)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({}, "Choose what we may do with these answers"),
        ({"use": "sell it"}, "Choose what we may do with these answers"),
        *[
            ({"use": "count only", f"eq-{each.code}": "Jedi"}, "Choose an answer from the list")
            for each in equality_questions()
        ],
    ],
)
def test_a_wrong_answer_is_explained(candidate_client, wrong, words):
    response = candidate_client.post(URL, data=wrong)

    assert response.status_code == 422
    assert words in unescape(response.text)
