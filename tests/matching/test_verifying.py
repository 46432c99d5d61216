"""A spoiled plan is refused, each broken rule on a line."""

from copy import deepcopy

import pytest

from matching import BadInput, PairAssigner, verify

PROBLEM = {
    "people": [
        {
            "id": "a",
            "organisation": "A",
            "tags": ["experienced"],
            "groups": ["area:Brent"],
            "slots": ["mon", "tue"],
        },
        {"id": "b", "organisation": "A", "slots": ["mon"], "max_workstreams": 2, "hours": 9},
        {"id": "c", "slots": ["mon", "tue"], "hours": 5},
        {"id": "d", "slots": ["mon", "tue"], "max_workstreams": 2, "hours": 9},
        {"id": "e", "slots": ["mon", "tue"]},
    ],
    "workstreams": [
        {"id": "W1", "hours": 5, "slots": ["mon"], "slot_value": 2, "wants": {"experienced": 7, "new": 3}},
        {"id": "W2", "hours": 5, "slots": ["mon", "tue"], "min_attendance": 1, "must_have": []},
    ],
    "scores": {"W1": {"a": 50, "b": 40, "c": 30, "d": 20, "e": 1}, "W2": {"a": 5, "b": 60, "c": 10, "d": 30}},
    "conflicts": [["c", "d"]],
    "pins": [["a", "W1"]],
    "forbids": [["e", "W1"]],
    "targets": {"area:Brent": 2},
    "incumbents": [["c", "W1"]],
    "max_changes": 0,
}


def a_plan():
    return PairAssigner(alternates=3).fit(PROBLEM).plan_.to_dict()


def spoiled(**seats):
    plan = a_plan()
    for part in plan["assignments"]:
        part["people"] = seats.get(part["workstream"], part["people"])
    return plan


def test_a_true_plan_has_nothing_wrong():
    assert verify(PROBLEM, a_plan()) == []
    assert {part["workstream"]: part["people"] for part in a_plan()["assignments"]} == {
        "W1": ["a", "c"],
        "W2": ["d"],
    }


@pytest.mark.parametrize(
    ("seats", "line"),
    [
        ({"W1": ["a", "c", "d"]}, "W1: 3 people in 2 seats"),
        ({"W1": ["a", "b"]}, "W1: a and b come from the same organisation"),
        ({"W1": ["c", "d"]}, "W1: c and d are in conflict"),
        ({"W1": ["c"]}, "W1: a is pinned there and missing"),
        ({"W1": ["a", "e"]}, "W1: e is forbidden"),
        ({"W2": ["e"]}, "W2: e has no score"),
        ({"W2": ["b"]}, "W2: b cannot attend enough meetings"),
        ({"W2": ["c"]}, "c: sits in 2 workstreams, 1 offered"),
        ({"W1": ["a", "d"], "W2": ["d"]}, "d: gives 10 hours, 9 offered"),
        ({"W1": ["a", "d"], "W2": ["d"]}, "d: W1 and W2 meet at the same time"),
        ({"W1": ["a", "d"], "W2": ["c"]}, "max_changes: 1 changes, 0 allowed"),
        ({"W1": ["a", "z"]}, "W1: z is not a person of the problem"),
        ({"W1": ["a", "a"]}, "W1: the same person is listed twice"),
        ({"W1": ["a"]}, "W1.why_unfilled: must be given"),
    ],
)
def test_a_broken_rule_has_a_line(seats, line):
    assert line in verify(PROBLEM, spoiled(**seats))


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("value", 999, "value: is 999, must be 118"),
        ("bound", 3, "bound: is less than the value"),
        ("bound", None, "bound: only a heuristic plan has none, and then it has no gap"),
        ("bound", 500, "status: cannot be optimal below its bound"),
        ("gap", 0.5, "gap: is 0.5, must be 0"),
        ("worst", 31, "worst: is 31, must be 30"),
        ("seats_unfilled", 0, "seats_unfilled: must be 1"),
        ("alone", [], "alone: must be ['W2']"),
        ("shortfalls", {}, "shortfalls: must be {'area:Brent': 1}"),
        ("status", "perfect", "status: perfect is not a status"),
        ("changes", {"removed": [["c", "W1"]], "added": [], "untenable": []}, "changes.removed: must be []"),
    ],
)
def test_a_wrong_figure_has_a_line(field, value, line):
    assert line in verify(PROBLEM, a_plan() | {field: value})


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("value", 1, "W1.value: is 1, must be 89"),
        ("individual", 1, "W1.individual: is 1, must be 80"),
        ("coverage", None, "W1.coverage: is None, must be 9"),
        ("covers", {}, "W1.covers: must be {'experienced': ['a']}"),
        ("uncovered", [], "W1.uncovered: must be ['new']"),
        ("why_unfilled", {"code": "load"}, "W1.why_unfilled: must be null"),
        ("alternates", [{"person": "e", "instead_of": "a", "price": 1}], "W1.alternates: e is not eligible"),
        (
            "alternates",
            [{"person": "d", "instead_of": "b", "price": 1}],
            "W1.alternates: b does not sit there",
        ),
    ],
)
def test_a_wrong_part_of_a_workstream_has_a_line(field, value, line):
    plan = a_plan()
    plan["assignments"][0][field] = value

    assert line in verify(PROBLEM, plan)


@pytest.mark.parametrize("missing", ["assignments", "value", "changes"])
def test_a_plan_that_lacks_a_part_is_no_plan(missing):
    plan = deepcopy(a_plan())
    del plan[missing]

    with pytest.raises(BadInput, match=f"^plan: {missing} is missing$"):
        verify(PROBLEM, plan)
