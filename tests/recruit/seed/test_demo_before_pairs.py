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
from recruit.seed.story_days import Moment
from tests.makers import NOW, TODAY


@pytest.fixture
def before_pairs(app):
    make_demo(TODAY, NOW, at=Moment.BEFORE_PAIRS)


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


def test_the_same_day_makes_the_same_rows(app):
    made = []
    for _ in range(2):
        make_demo(TODAY, NOW)
        made.append(_rows())
        db.session.rollback()

    assert made[0] == made[1]


def _rows():
    """Every row but the sealed ones, which are never twice the same."""
    tables = [table for table in db.metadata.sorted_tables if table.name != "sealed_answers"]
    return {table.name: sorted(map(str, db.session.execute(select(table)))) for table in tables}
