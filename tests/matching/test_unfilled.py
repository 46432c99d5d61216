"""An empty seat says why, and what would fill it."""

import pytest

from matching import PairAssigner, verify

ONE = {"id": "W1", "seats": 1}
TWO = {"id": "W1", "seats": 2}


def reason(problem):
    plan = PairAssigner().fit(problem).plan_
    why = next(each.why_unfilled for each in plan.assignments if each.workstream == "W1")
    assert verify(problem, plan) == []
    return why.code, why.cheapest_loosening


def scored(people, workstreams):
    return {each["id"]: {person["id"]: 50 for person in people} for each in workstreams}


@pytest.mark.parametrize(
    ("people", "workstreams", "rules", "expected"),
    [
        ([], [TWO], {}, ("nobody_eligible", "One more eligible person")),
        (
            [{"id": "a"}, {"id": "b"}, {"id": "c", "tags": ["lived:hiv"]}],
            [TWO | {"must_have": ["lived:hiv"]}],
            {},
            ("nobody_eligible", "Without the must-have lived:hiv, 2 people would be eligible"),
        ),
        (
            [{"id": "a", "slots": ["mon", "tue"]}],
            [ONE | {"slots": ["mon", "tue", "wed"]}],
            {},
            ("nobody_eligible", "If 66 % of the meetings were enough, 1 person would be eligible"),
        ),
        (
            [{"id": "a", "hours": 3}, {"id": "b", "hours": 0}],
            [ONE | {"hours": 8}],
            {},
            ("nobody_eligible", "If it took 3 hours instead of 8, 1 person would be eligible"),
        ),
        (
            [{"id": "a", "organisation": "A"}, {"id": "b", "organisation": "A"}],
            [TWO],
            {},
            ("organisation", "One more eligible person from another organisation"),
        ),
        (
            [{"id": "a"}, {"id": "b"}],
            [TWO],
            {"conflicts": [["a", "b"]]},
            ("conflict", "One more eligible person who is in conflict with nobody here"),
        ),
        (
            [{"id": "a"}, {"id": "b"}],
            [TWO, {"id": "W2"}],
            {"scores": {"W1": {"a": 1, "b": 1}, "W2": {"a": 90, "b": 90}}},
            ("load", "One more workstream, with its hours, for one of 2 people"),
        ),
        (
            [{"id": "a", "max_workstreams": 2, "slots": ["mon"]}],
            [ONE | {"slots": ["mon"]}, {"id": "W2", "seats": 1, "slots": ["mon"]}],
            {"scores": {"W1": {"a": 1}, "W2": {"a": 90}}},
            ("slots", "Another time for one of the meetings that clash"),
        ),
        (
            [{"id": "a"}],
            [ONE, {"id": "W2", "seats": 1}],
            {"pins": [["a", "W2"]]},
            ("pinned", "Without the pin, one of 1 person could sit here"),
        ),
    ],
)
def test_an_empty_seat_says_why(people, workstreams, rules, expected):
    problem = {"people": people, "workstreams": workstreams, "scores": scored(people, workstreams)} | rules

    assert reason(problem) == expected


@pytest.mark.parametrize(
    "people",
    [
        [],
        [
            {"id": "a", "organisation": "A"},
            {"id": "b", "organisation": "A"},
            {"id": "c", "organisation": "A"},
        ],
        [{"id": "a", "hours": 0}, {"id": "b", "hours": 0}],
        [{"id": "a", "max_workstreams": 0}],
    ],
    ids=["nobody", "one organisation", "zero hours", "no workstream offered"],
)
@pytest.mark.parametrize("objective", ["total", "worst_first"])
def test_a_hopeless_problem_still_has_a_plan_with_reasons(people, objective):
    workstreams = [{"id": "W1", "hours": 2}, {"id": "W2", "hours": 2}]
    problem = {"people": people, "workstreams": workstreams, "scores": scored(people, workstreams)}

    plan = PairAssigner().fit(problem | {"objective": objective}).plan_

    assert plan.status == "optimal"
    assert plan.seats_unfilled >= 2
    assert all(each.why_unfilled is not None for each in plan.assignments)
    assert verify(problem, plan) == []


def test_without_workstreams_the_plan_is_empty():
    plan = PairAssigner().fit({"people": [{"id": "a"}], "workstreams": [], "scores": {}}).plan_

    assert (plan.status, plan.value, plan.worst, plan.assignments) == ("optimal", 0.0, None, ())
