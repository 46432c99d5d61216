"""What a person decides has a price, and it is what the best plan with it loses."""

import pytest
from hypothesis import given, settings

from matching import BadInput, PairAssigner, price_of_override
from tests.matching.brute_force import allowed_plans, goals, tiny_problems

SMALL = {
    "people": [{"id": "a"}, {"id": "b"}, {"id": "c"}],
    "workstreams": [{"id": "W1", "seats": 1}, {"id": "W2", "seats": 1}],
    "scores": {"W1": {"a": 80, "b": 70}, "W2": {"a": 75, "c": 30}},
}


def test_an_override_costs_what_the_best_plan_with_it_loses():
    plan = PairAssigner().fit(SMALL).plan_

    override = price_of_override(SMALL, plan, pins=[("c", "W2")])

    assert plan.value == 145
    assert (override.price, override.seats_lost, override.left_alone) == (35, 0, 0)
    assert ("c", "W2") in override.plan.seatings


def test_an_override_that_empties_a_seat_says_so():
    plan = PairAssigner().fit(SMALL).plan_

    override = price_of_override(SMALL, plan, forbids=[("a", "W2"), ("c", "W2")])

    assert (override.seats_lost, override.left_alone) == (1, -1)


def test_an_override_against_a_rule_is_refused():
    with pytest.raises(BadInput, match=r"^pins: b is not eligible for W2 \(score\)$"):
        price_of_override(SMALL, PairAssigner().fit(SMALL).plan_, pins=[("b", "W2")])


@given(tiny_problems().filter(lambda each: each["people"] and each["workstreams"] and allowed_plans(each)))
@settings(max_examples=30, deadline=None)
def test_a_forbidden_seating_costs_what_all_plans_say(problem):
    problem |= {"objective": "total", "incumbents": [], "pins": []}
    plan = PairAssigner().fit(problem).plan_

    override = price_of_override(problem, plan, forbids=[("p0", "W0")])

    without = problem | {"forbids": [*problem["forbids"], ["p0", "W0"]]}
    best = max(goals(without, each) for each in allowed_plans(without))
    assert override.price == pytest.approx(plan.value - best[3])
