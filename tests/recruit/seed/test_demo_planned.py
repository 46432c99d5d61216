"""The known answers again, by way of the rows and the bridge that pages use."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from recruit.actions.candidates_leaving import withdraw_candidate
from recruit.actions.vault import opened_answers, seal_answers
from recruit.extensions import db
from recruit.models.candidates import Candidate
from recruit.models.groups import Group
from recruit.models.programmes import Programme
from recruit.models.shortlists import Shortlist
from recruit.models.vault import BalanceUse, SealedAnswers
from recruit.queries.matches import planning_of, proposed_plan, ranking_of, rules_broken
from recruit.queries.shortlists import shortlist_of
from recruit.seed.cast import PARTNER, PLANTED_PAIRS
from recruit.seed.demo import make_demo
from recruit.seed.rows.ledger import row_id
from recruit.seed.rows.people import candidate_id
from recruit.seed.rows.places import PROGRAMME
from recruit.seed.story_days import Moment
from tests.makers import NOW, TODAY


@pytest.fixture
def before_pairs(app):
    make_demo(TODAY, NOW, at=Moment.BEFORE_PAIRS)


@pytest.fixture
def demo(app):
    make_demo(TODAY, NOW)


def planned(max_changes=0):
    return planning_of(PROGRAMME, on=TODAY, max_changes=max_changes)


def seated(solved):
    return {UUID(each["workstream"]): {UUID(who) for who in each["people"]} for each in solved["assignments"]}


def sitting(*pairs):
    return {row_id(Group, group): {candidate_id(key) for key in people} for group, people in pairs}


def test_the_planner_finds_the_planted_pairs_in_the_rows_and_keeps_every_rule(before_pairs):
    planning = planned()

    solved = proposed_plan(planning)

    assert seated(solved) == sitting(*PLANTED_PAIRS.items())
    assert (solved["status"], rules_broken(planning, solved)) == ("optimal", [])


def test_equality_answers_given_to_other_people_change_no_score_and_no_plan(before_pairs):
    before = _scored_and_planned()
    _shuffle_equality_answers()

    after = _scored_and_planned()

    assert after == before


def _scored_and_planned():
    shortlist = shortlist_of(db.session.get(Programme, PROGRAMME), row_id(Shortlist, 1))
    ranked = ranking_of(shortlist, today=TODAY, now=NOW)
    solved = proposed_plan(planned()) | {"seconds": 0}
    return [(key, entry.total, dict(entry.scores)) for key, entry in ranked.entries.items()], solved


def _shuffle_equality_answers():
    people = db.session.scalars(
        select(Candidate).join(SealedAnswers, SealedAnswers.candidate_id == Candidate.id)
    ).all()
    answers = [opened_answers(person) for person in people]
    for person, others in zip(people, answers[1:] + answers[:1], strict=True):
        seal_answers(person, others, BalanceUse.COUNT_AND_BALANCE)
    assert [opened_answers(person) for person in people] != answers


def test_when_the_partner_of_the_story_withdraws_a_reserve_of_the_same_experience_comes_in(demo):
    partner = db.session.get(Candidate, candidate_id(PARTNER))
    standing = seated(proposed_plan(planned()))
    withdraw_candidate(partner, because="time", by=partner, today=TODAY, now=NOW + timedelta(hours=1))

    repaired = seated(proposed_plan(planned()))

    assert repaired == standing | sitting(("W2", ("C04", "C14")))
