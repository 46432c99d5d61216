"""The curve of value against shortfall is the true one, point by point."""

import pytest
from hypothesis import assume, given, settings

from matching import BadInput, PairAssigner
from matching.balancing import price_of_balance, target_prices
from tests.matching.brute_force import allowed_plans, goals, tiny_problems


def missing(problem, plan):
    chosen = {person["id"]: person["groups"] for members in plan for person in members}.values()
    return sum(
        max(0, wanted - sum(group in groups for groups in chosen))
        for group, wanted in problem["targets"].items()
    )


def curve_of(problem):
    """The undominated points, by trying every plan."""
    free = problem | {"target_weight": 0}
    tried = [(goals(free, plan), missing(problem, plan)) for plan in allowed_plans(free)]
    first = max(goal[:3] for goal, _ in tried)
    best = {}
    for goal, short in tried:
        if goal[:3] == first:
            best[short] = max(best.get(short, goal[3]), goal[3])
    return {
        short: value
        for short, value in sorted(best.items(), reverse=True)
        if all(other < value - 1e-6 for less, other in best.items() if less < short)
        and all(other <= value + 1e-6 or more > short for more, other in best.items())
    }


@settings(max_examples=40, deadline=None)
@given(tiny_problems(most_people=4))
def test_every_point_is_the_best_plan_with_so_many_missing(problem):
    assume(allowed_plans(problem))
    points = price_of_balance(problem)

    assert {point.shortfall: point.value for point in points} == pytest.approx(curve_of(problem))
    assert all(point.bound == pytest.approx(point.value) for point in points)


@settings(max_examples=25, deadline=None)
@given(tiny_problems(most_people=4))
def test_fewer_missing_is_never_cheaper_and_a_target_never_pays(problem):
    assume(allowed_plans(problem))
    points = price_of_balance(problem)
    plan = PairAssigner().fit(problem).plan_

    assert points[0].price == 0
    assert [point.price for point in points] == sorted(point.price for point in points)
    assert [point.shortfall for point in points] == sorted(
        {point.shortfall for point in points}, reverse=True
    )
    if problem["objective"] == "total":
        assert all(each.price >= -1e-6 for each in target_prices(problem, plan))


def test_a_point_that_no_weight_would_find_is_found():
    people = [
        {"id": name, "groups": groups} for name, groups in [("a", []), ("b", []), ("c", ["g"]), ("d", ["g"])]
    ]
    problem = {
        "people": people,
        "workstreams": [{"id": "V", "seats": 1}, {"id": "W", "seats": 1}],
        "scores": {"V": {"a": 70, "c": 40, "d": 60}, "W": {"b": 70, "c": 69, "d": 60}},
        "targets": {"g": 2},
    }

    points = price_of_balance(problem)

    assert [(point.shortfall, point.value) for point in points] == [(2, 140), (1, 139), (0, 129)]


def test_the_last_point_leaves_open_what_cannot_be_closed():
    problem = {
        "people": [{"id": "a", "groups": ["g"]}],
        "workstreams": [{"id": "W", "seats": 1}],
        "scores": {"W": {"a": 1}},
        "targets": {"g": 3},
    }

    [only] = price_of_balance(problem)

    assert only.to_dict()["shortfalls"] == {"g": 2}


def test_a_problem_that_cannot_be_read_is_refused():
    with pytest.raises(BadInput, match=r"^targets:"):
        price_of_balance({"people": [], "workstreams": [], "scores": {}, "targets": {"g": 10_001}})
