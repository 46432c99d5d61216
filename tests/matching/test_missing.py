"""Who would be most missed."""

import pytest
from hypothesis import given, settings

from matching import PairAssigner, most_missed
from tests.matching.brute_force import allowed_plans, goals, seatings, tiny_problems
from tests.matching.pools import a_pool

FREE = tiny_problems(most_people=4).map(
    lambda each: each | {"objective": "total", "incumbents": [], "pins": [], "max_changes": None}
)


@given(FREE.filter(allowed_plans))
@settings(max_examples=60)
def test_each_loss_is_what_the_best_of_all_plans_without_the_person_loses(problem):
    plan = PairAssigner().fit(problem).plan_

    for missed in most_missed(problem, plan):
        without = [
            goals(problem, each)
            for each in allowed_plans(problem)
            if missed.person not in {person for person, _ in seatings(problem, each)}
        ]
        seats, alone, _, value = max(without)
        assert missed.proven
        assert missed.seats_lost == len(plan.seatings) - seats
        assert missed.left_alone == -alone - len(plan.alone)
        assert missed.points == pytest.approx(plan.value - value)


def test_everybody_chosen_is_listed_and_the_greatest_loss_comes_first():
    problem = a_pool(24, 4, seed=5)
    plan = PairAssigner().fit(problem).plan_

    missed = most_missed(problem, plan)

    assert {each.person for each in missed} == {person for person, _ in plan.seatings}
    losses = [(each.seats_lost, each.left_alone, each.points) for each in missed]
    assert losses == sorted(losses, reverse=True)
    assert all(loss[0] > 0 or loss[2] >= -1e-6 for loss in losses)
