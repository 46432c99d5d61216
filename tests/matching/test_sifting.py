"""Bounds that hold whatever was looked at: sifted, by pairs, from an array of scores."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import BadInput, PairAssigner, ScoreTable, load_problem, verify
from matching.arrays import Arrays
from matching.benching.instances import a_pool as a_published_pool
from matching.columns import PairRelaxation
from matching.compact import Compact, Floors
from matching.goals import Goals
from matching.sifting import Relaxation
from matching.watching import Watch
from tests.matching.brute_force import allowed_plans, goals, seatings, tiny_problems
from tests.matching.pools import a_pool

PLAIN = tiny_problems().map(
    lambda each: each | {"objective": "total", "max_changes": None, "incumbents": [], "pins": []}
)


def best_with(problem, person, workstream):
    """The greatest value of any plan with this seating."""
    values = [
        goals(problem, plan)[3]
        for plan in allowed_plans(problem)
        if (person, workstream) in seatings(problem, plan)
    ]
    return max(values, default=-np.inf)


@given(PLAIN, st.booleans())
def test_no_plan_with_a_seating_exceeds_what_the_relaxations_say(problem, by_pairs):
    arrays = Arrays(load_problem(problem))
    nobody = ((),) * arrays.m
    relaxation = Relaxation(arrays, Floors(), nobody)
    if by_pairs:
        if relaxation.prices is None or max(arrays.seats, default=0) > 2:
            return
        relaxation = PairRelaxation(arrays, Floors(), prices=relaxation.prices, known=nobody, until=np.inf)

    assert relaxation.bound >= max(goals(problem, each)[3] for each in allowed_plans(problem)) - 1e-6
    for w, workstream in enumerate(arrays.workstreams):
        reach = relaxation.reach(w)
        for i, person in enumerate(arrays.people):
            assert reach[i] >= best_with(problem, person.id, workstream.id) - 1e-6


@pytest.mark.parametrize("seats", [1, 2, 3, 4])
@pytest.mark.parametrize("seed", range(3))
def test_sifting_finds_what_the_whole_program_finds(seats, seed):
    problem = a_published_pool(150, 6, seed=seed, seats=seats)
    arrays = Arrays(problem)
    outcome = Goals(arrays, max_changes=None, max_gap=0.0, engine="exact", watch=Watch(60.0)).reached()
    model = Compact(arrays, outcome.floors).count_value()

    whole = model.seated(model.program.closed().solve().x)

    assert outcome.status == "optimal"
    assert arrays.value(outcome.seats) == pytest.approx(arrays.value(whole))


def test_scores_in_an_array_give_the_plan_that_scores_in_words_give():
    problem = load_problem(a_pool(60, 8, seed=3))
    names = [each.id for each in problem.workstreams], [each.id for each in problem.people]
    values = np.array([[problem.scores[w].get(p, np.nan) for p in names[1]] for w in names[0]])
    table = ScoreTable(*names, values)

    plan = PairAssigner().fit(replace(problem, scores=table)).plan_

    assert plan.to_dict() | {"seconds": 0} == PairAssigner().fit(problem).plan_.to_dict() | {"seconds": 0}
    assert {w: dict(row) for w, row in table.items()} == {w: dict(row) for w, row in problem.scores.items()}
    assert verify(problem, plan) == []


@pytest.mark.parametrize("values", [[[1.0, 2.0]], [[-1.0]], [[np.inf]]])
def test_an_array_of_scores_that_cannot_be_is_refused(values):
    with pytest.raises(BadInput, match=r"^scores: "):
        ScoreTable(["W1"], ["p1"], np.array(values))


def test_a_pool_that_is_sifted_is_looked_at_in_part_and_still_proven():
    problem = a_published_pool(600, 12, seed=4)

    plan = PairAssigner().fit(problem).plan_

    assert (plan.status, plan.seats_unfilled) == ("optimal", 0)
    assert verify(problem, plan) == []
