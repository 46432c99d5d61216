"""One new candidate beside every role."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.newcomers import explain_newcomer, roles_for_newcomers
from matching.scoring import RoleScorer

from .making_people import a_person, a_role, people, roles


@given(asked=st.lists(roles, min_size=1, max_size=5), person=people(), weightless=st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_newcomer_is_scored_as_by_each_role_alone(asked, person, weightless):
    asked = [replace(role, reference_gain=2.0) for role in asked]
    if weightless:
        asked = [replace(role, weights={"skills": 0.0, "gap": 1.0}) for role in asked]
    table = dict(enumerate(asked))

    welcome = explain_newcomer(roles_for_newcomers(table), person)

    for beside in welcome.beside:
        entry = RoleScorer(table[beside.key], text_points=0.0).fit([person]).entry(person)
        assert beside.total == pytest.approx(entry.total, abs=1e-9)
        assert beside.scores == pytest.approx(entry.scores, abs=1e-9)
        assert beside.contributions == pytest.approx(entry.contributions, abs=1e-9)
        assert (beside.to_look_at, beside.fit) == (entry.to_look_at, entry.fit)


@given(asked=st.lists(roles, min_size=1, max_size=5), person=people())
@settings(max_examples=40, deadline=None)
def test_the_best_roles_are_first_and_explained(asked, person):
    welcome = explain_newcomer(roles_for_newcomers(dict(enumerate(asked))), person, explained=2)

    totals = [-1 if each.total is None else round(each.total, 9) for each in welcome.beside]
    assert totals == sorted(totals, reverse=True)
    assert list(welcome.explained) == [each.key for each in welcome.beside[:2]]
    for key, explanation in welcome.explained.items():
        beside = next(each for each in welcome.beside if each.key == key)
        assert explanation.entry.total == pytest.approx(beside.total, abs=1e-9)


def test_nobody_is_welcomed_to_roles_before_about_you_is_done():
    welcome = explain_newcomer(roles_for_newcomers({"W1": a_role()}), a_person(about_done=False))

    assert (welcome.beside, welcome.explained) == ((), {})


def test_a_row_reads_as_plain_json():
    welcome = explain_newcomer(roles_for_newcomers({"W1": a_role()}), a_person(skills={"finance": 1.0}))

    assert welcome.beside[0].to_dict() == {
        "key": "W1",
        "total": 75.0,
        "scores": {"skills": 75.0, "lived": None, "connections": None, "availability": None, "gap": None},
        "contributions": {"skills": 75.0},
        "to_look_at": [],
        "fit": "fits",
    }
