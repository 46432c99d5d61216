"""The plan against every plan there is."""

import pytest
from hypothesis import given, settings

from matching import BadInput, PairAssigner, load_problem, verify
from tests.matching.brute_force import allowed_plans, goals, tiny_problems


def reached(problem, plan):
    worst = (plan.worst or 0.0) if problem["objective"] == "worst_first" else 0.0
    return (len(plan.seatings), -len(plan.alone), worst, plan.value)


@given(tiny_problems())
@settings(max_examples=300, deadline=None)
def test_a_plan_is_as_good_as_the_best_of_all_plans(problem):
    found = allowed_plans(problem)
    if not found:
        with pytest.raises(BadInput, match=r"^pins: "):
            load_problem(problem)
        return

    plan = PairAssigner().fit(problem).plan_

    assert plan.status == "optimal"
    assert reached(problem, plan) == pytest.approx(max(goals(problem, each) for each in found))
    assert plan.bound == pytest.approx(plan.value)
    assert verify(problem, plan) == []
