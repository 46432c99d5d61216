"""The story stopped early, and told twice."""

from collections import Counter

import pytest
from sqlalchemy import func, select

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.plans import Plan
from recruit.models.seats import Term
from recruit.models.shortlists import ShortlistEntry
from recruit.models.states import Stage
from recruit.seed.demo import make_demo
from recruit.seed.funnel import the_funnel
from recruit.seed.population import the_population
from recruit.seed.rows.story import the_story
from recruit.seed.story_days import Calendar, Moment
from tests.makers import NOW, TODAY


@pytest.fixture
def before_pairs(app):
    make_demo(TODAY, NOW, at=Moment.BEFORE_PAIRS)


SOLVED = {"value": 900.0, "assignments": []}


def count(rows):
    return db.session.scalar(select(func.count()).select_from(rows.subquery()))


def test_before_the_pairs_fifteen_are_chosen_and_nobody_sits_anywhere(before_pairs):
    found = (
        count(select(Candidacy.id).where(Candidacy.stage == Stage.CHOSEN)),
        count(select(Term.id)),
        count(select(Plan.id)),
    )

    assert found == (15, 0, 0)


def test_before_the_pairs_most_decisions_are_made_and_four_wait(before_pairs):
    decided = Counter(str(each) for each in db.session.scalars(select(ShortlistEntry.decision)))

    assert decided == {"chosen": 15, "next in line": 4, "not this time": 2, "None": 4}


def test_before_the_pairs_every_decision_keeps_the_scores_it_was_made_on(before_pairs):
    entries = db.session.scalars(select(ShortlistEntry)).all()

    kept = {(entry.decision is None, entry.total is None, entry.scores is None) for entry in entries}

    assert kept == {(True, True, True), (False, False, False)}


def test_the_same_day_makes_the_same_rows(app):
    calendar = Calendar(TODAY, NOW, Moment.TODAY)
    first = the_story(calendar, SOLVED).rows
    for made_once in (the_population, the_funnel):
        made_once.cache_clear()

    again = the_story(calendar, SOLVED).rows

    assert again == first
