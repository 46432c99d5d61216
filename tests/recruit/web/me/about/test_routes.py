"""About you: only what is ticked counts, and nobody is ranked before it is done."""

from html import unescape

import pytest
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.candidates import Connection, Link, LivedExperience, Perspective, SeenBy, Skill, Statement
from tests.makers import kept


@pytest.fixture
def newcomer(candidate_client, person):
    person.about_done_at = None
    return candidate_client


def skills_held():
    return dict(db.session.execute(select(Skill.code, Skill.strength)).all())


def test_each_question_leads_to_the_next(newcomer):
    pages = ["perspective", "lived", "skills", "example", "communities"]

    assert [newcomer.get(f"/me/about-you/{page}/").status_code for page in pages] == [200] * 5


def test_looking_after_someone_is_lived_experience(newcomer):
    answer = newcomer.post("/me/about-you/perspective/", data={"perspective": ["carer", "citizen"]})

    lived = db.session.scalars(select(LivedExperience)).one()
    assert answer.location == "/me/about-you/lived/"
    assert (lived.code, lived.perspective) == ("unpaid_carer", Perspective.CARER_FAMILY)


def test_lived_experience_keeps_its_side_and_the_words_their_readers(newcomer):
    newcomer.post(
        "/me/about-you/lived/",
        data={
            "lived_text": "My mother had a stroke.",
            "lived": ["heart_stroke:carer_family"],
            "lived_privacy": "contact only",
        },
    )

    lived = db.session.scalars(select(LivedExperience)).one()
    words = db.session.scalars(select(Statement)).one()
    assert (lived.perspective, lived.strength) == (Perspective.CARER_FAMILY, 0.8)
    assert (words.text, words.seen_by) == ("My mother had a stroke.", SeenBy.CONTACT_ONLY)


def test_own_words_back_what_was_said_on_the_page_before(newcomer):
    newcomer.post("/me/about-you/perspective/", data={"perspective": ["carer"]})

    newcomer.post(
        "/me/about-you/lived/", data={"lived_text": "I look after my son.", "lived_privacy": "panel"}
    )

    lived = db.session.scalars(select(LivedExperience)).one()
    assert (lived.code, lived.strength) == ("unpaid_carer", 0.8)


def test_answering_the_first_page_again_takes_nothing_else_away(newcomer):
    readers = {"lived_text": "It was hard.", "lived_privacy": "panel"}
    newcomer.post("/me/about-you/lived/", data={"lived": ["cancer:self"]} | readers)

    newcomer.post("/me/about-you/perspective/", data={"perspective": ["citizen"]})

    lived = db.session.scalars(select(LivedExperience)).one()
    assert (lived.code, lived.strength) == ("cancer", 0.8)


def test_a_tick_that_is_taken_back_counts_no_more(newcomer):
    url, readers = "/me/about-you/lived/", {"lived_privacy": "panel"}
    newcomer.post(url, data={"lived": ["cancer:self", "diabetes:self"]} | readers)

    newcomer.post(url, data={"lived": ["diabetes:self"]} | readers)

    lived = db.session.scalars(select(LivedExperience)).one()
    assert (lived.code, lived.strength) == ("diabetes", 0.5)


def test_a_skill_is_ticked_and_an_example_backs_it(newcomer):
    newcomer.post("/me/about-you/skills/", data={"skills": ["chairing", "finance"]})
    ticked = skills_held()

    newcomer.post(
        "/me/about-you/example/", data={"skills_text": "I chaired the tenants.", "shows": ["chairing"]}
    )

    assert ticked == {"chairing": 0.5, "finance": 0.5}
    assert skills_held() == {"chairing": 0.8, "finance": 0.5}


def test_what_reviewers_confirmed_stays_confirmed(newcomer, person):
    kept(Skill(candidate_id=person.id, code="chairing", strength=1.0))

    newcomer.post("/me/about-you/skills/", data={"skills": ["chairing", "finance"]})
    newcomer.post("/me/about-you/example/", data={"skills_text": "", "shows": []})

    assert skills_held() == {"chairing": 1.0, "finance": 0.5}


def test_the_last_answer_lets_a_person_be_looked_at(newcomer, person):
    answer = newcomer.post(
        "/me/about-you/communities/",
        data={"link-carers": "leader", "link-irish": "member", "community_text": "I would ask at the club."},
    )

    links = {known.code: (known.link, known.would_ask) for known in db.session.scalars(select(Connection))}
    assert answer.location == "/me/questions/"
    assert links == {"carers": (Link.LEADER, True), "irish": (Link.MEMBER, True)}
    assert person.about_done_at is not None


def test_nobody_is_done_before_the_last_answer(newcomer, person):
    newcomer.post("/me/about-you/perspective/", data={"perspective": ["citizen"]})

    assert person.about_done_at is None


@pytest.mark.parametrize(
    ("page", "wrong", "words"),
    [
        ("perspective", {}, "Choose at least one that fits you"),
        ("perspective", {"perspective": ["king"]}, "Choose from the list"),
        ("lived", {}, "Say who may see what you wrote"),
        ("lived", {"lived_privacy": "panel", "lived": ["gout:self"]}, "Tick from the list"),
        ("lived", {"lived_privacy": "panel", "lived_text": "a" * 1501}, "Use at most 1,500 letters"),
        ("skills", {"skills": ["juggling"]}, "Choose from the list"),
        (
            "skills",
            {"skills": ["chairing", "finance", "research", "writing", "speaking", "training", "edi"]},
            "Choose at most six",
        ),
        ("example", {"skills_text": "a" * 1501}, "Use at most 1,500 letters"),
        ("example", {"shows": ["finance"]}, "Choose from what you ticked before"),
        ("communities", {"link-atlantis": "member"}, "For each group, choose from its list"),
        ("communities", {"link-irish": "king"}, "For each group, choose from its list"),
        ("communities", {"community_text": "a" * 601}, "Use at most 600 letters"),
    ],
)
def test_a_wrong_answer_is_explained(newcomer, page, wrong, words):
    response = newcomer.post(f"/me/about-you/{page}/", data=wrong)

    assert response.status_code == 422
    assert words in unescape(response.text)
