"""Suggested tags: the words are underlined, nothing is ticked, and only what is kept counts."""

from html import unescape

import pytest
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.candidates import Connection, Link, LivedExperience, Perspective, Skill
from tests.makers import kept

URL = "/me/about-you/tags/lived_text/"
WORDS = "My mum had a stroke. I run the carers group and do the accounts for our tenants' association."
SHOWN = ["lived:heart_stroke", "communities:carers", "skills:finance", "communities:tenants_residents"]


@pytest.fixture
def writer(candidate_client):
    candidate_client.post("/me/about-you/lived/", data={"lived_text": WORDS, "lived_privacy": "panel"})
    return candidate_client


def held(kind):
    return set(db.session.scalars(select(kind.code)))


def test_words_lead_to_a_page_with_the_words_underlined_and_nothing_ticked(writer):
    text = unescape(writer.get(URL).text)

    assert '<mark class="evidence">stroke</mark>' in text
    assert "“tenants' association”" in text
    assert "checked" not in text


def test_only_what_is_kept_counts_from_the_side_that_was_chosen(writer):
    writer.post(
        URL,
        data={
            "shown": SHOWN,
            "keep": ["lived:heart_stroke", "communities:carers"],
            "side-lived:heart_stroke": "carer_family",
            "side-communities:carers": "leader",
        },
    )

    lived = db.session.scalars(select(LivedExperience)).one()
    known = db.session.scalars(select(Connection)).one()
    assert (lived.code, lived.perspective, lived.strength) == (
        "heart_stroke",
        Perspective.CARER_FAMILY,
        0.8,
    )
    assert (known.code, known.link, held(Skill)) == ("carers", Link.LEADER, set())


def test_a_tag_that_is_taken_off_counts_no_more_and_others_stay(writer, person):
    kept(Skill(candidate_id=person.id, code="finance", strength=0.5))
    kept(Skill(candidate_id=person.id, code="chairing", strength=0.5))

    writer.post(URL, data={"shown": SHOWN, "keep": []})

    assert held(Skill) == {"chairing"}


def test_a_word_finds_what_was_missed_and_what_was_ticked_stays_ticked(writer):
    page = writer.post(
        URL, data={"shown": SHOWN, "keep": ["skills:finance"], "find": "diabetes", "find_now": "yes"}
    )

    assert (page.status_code, 'value="lived:diabetes"' in page.text) == (200, True)
    assert 'value="skills:finance" checked' in page.text
    assert held(Skill) == set()


def test_what_was_added_by_hand_is_ticked_and_not_backed_by_words(writer):
    writer.post(
        URL,
        data={
            "shown": ["lived:diabetes"],
            "keep": ["lived:diabetes"],
            "side-lived:diabetes": "self",
        },
    )

    assert db.session.scalars(select(LivedExperience.strength)).all() == [0.5]


def test_words_that_suggest_nothing_lead_straight_on(candidate_client):
    answer = candidate_client.post(
        "/me/about-you/lived/", data={"lived_text": "Hello there.", "lived_privacy": "panel"}
    )

    assert answer.location == "/me/about-you/skills/"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"keep": ["lived:gout"]}, "Tick from the list"),
        (
            {"shown": SHOWN, "keep": ["lived:heart_stroke"], "side-lived:heart_stroke": ""},
            "Who did it happen to? Choose one",
        ),
        (
            {"shown": SHOWN, "keep": ["communities:carers"], "side-communities:carers": "king"},
            "How do you belong to it? Choose one",
        ),
        ({"find": "a" * 61}, "Type a word of at most 60 letters"),
    ],
)
def test_a_wrong_answer_is_explained(writer, wrong, words):
    response = writer.post(URL, data=wrong)

    assert response.status_code == 422
    assert words in unescape(response.text)
