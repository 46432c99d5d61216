"""Bad input is refused in one plain line that names the field."""

import json
from copy import deepcopy

import pytest

from matching import BadInput, load_problem

GOOD = {
    "format": "alongside-problem/1",
    "people": [
        {"id": "p1", "organisation": "A", "hours": 8},
        {"id": "p2", "organisation": "A"},
        {"id": "p3", "max_workstreams": 2},
    ],
    "workstreams": [
        {"id": "W1", "hours": 4, "slots": ["mon"], "min_attendance": 0},
        {"id": "W2", "seats": 1, "slots": ["mon"], "min_attendance": 0, "wants": {"experienced": 3}},
    ],
    "scores": {"W1": {"p1": 70, "p2": 60, "p3": 50}, "W2": {"p1": 10, "p3": 20}},
    "conflicts": [["p1", "p3"]],
}


def changed(path, value):
    problem = deepcopy(GOOD)
    *above, last = path
    place = problem
    for step in above:
        place = place[step]
    place[last] = value
    return problem


@pytest.mark.parametrize(
    ("path", "value", "line"),
    [
        (["people", 0, "hours"], float("nan"), "people[0].hours: must be from 0 to 1e+06, not nan"),
        (["people", 0, "hours"], -1, "people[0].hours: must be from 0 to 1e+06, not -1"),
        (["people", 0, "hours"], "8", "people[0].hours: must be a number, not 8"),
        (["people", 0, "max_workstreams"], True, "people[0].max_workstreams: must be a number, not True"),
        (["people", 0, "max_workstreams"], 1.5, "people[0].max_workstreams: must be a whole number, not 1.5"),
        (["people", 0, "tags"], "finance", "people[0].tags: must be a list"),
        (["people", 0, "age"], 40, "people[0]: age is not a known key"),
        (["people", 1, "id"], "p1", "people: the id p1 is given twice"),
        (["people", 1, "id"], " ", "people[1].id: must be text, not"),
        (["people", 1], 7, "people[1]: must be an object"),
        (["people"], None, "people: must be a list"),
        (["workstreams", 1, "id"], "W1", "workstreams: the id W1 is given twice"),
        (
            ["workstreams", 0, "min_attendance"],
            1.1,
            "workstreams[0].min_attendance: must be from 0 to 1, not 1.1",
        ),
        (["workstreams", 1, "wants", "experienced"], -3, "workstreams[1].wants.experienced: must be from 0"),
        (["workstreams", 1, "seats"], 1e300, "workstreams[1].seats: must be from 0 to 1000, not 1e+300"),
        (["scores", "W1", "p1"], float("inf"), "scores.W1.p1: must be from 0 to 1e+06, not inf"),
        (["scores", "W1", "p1"], None, "scores.W1.p1: must be a number, not None"),
        (["scores", "W9"], {}, "scores: W9 is not the id of anybody or anything listed"),
        (["scores", "W1", "p9"], 3, "scores.W1: p9 is not the id of anybody or anything listed"),
        (["conflicts"], [["p1", "p1"]], "conflicts: p1 cannot be in conflict with themselves"),
        (["conflicts"], [["p1"]], "conflicts: each entry must be a list of two ids"),
        (["interests"], [["p9", "W1"]], "interests: p9 is not the id of anybody or anything listed"),
        (["incumbents"], [["W1", "p1"]], "incumbents: W1 is not the id of anybody or anything listed"),
        (["targets"], {"area:Brent": -1}, "targets.area:Brent: must be from 0"),
        (["max_changes"], 0.5, "max_changes: must be a whole number, not 0.5"),
        (["objective"], "best", "objective: must be total or worst_first, not best"),
        (["format"], "alongside-problem/2", "format: must be alongside-problem/1, not alongside-problem/2"),
        (["colour"], "blue", "problem: colour is not a known key"),
    ],
)
def test_a_field_that_cannot_be_is_named(path, value, line):
    with pytest.raises(BadInput) as refusal:
        load_problem(changed(path, value))

    assert str(refusal.value).startswith(line)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("needed", ["people", "workstreams", "scores"])
def test_what_is_needed_is_asked_for(needed):
    with pytest.raises(BadInput, match=f"^problem: {needed} is missing$"):
        load_problem({name: value for name, value in GOOD.items() if name != needed})


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        ({"pins": [["p2", "W2"]]}, r"p2 is not eligible for W2 \(score\)"),
        ({"pins": [["p1", "W1"]], "forbids": [["p1", "W1"]]}, r"p1 is not eligible for W1 \(forbid\)"),
        ({"pins": [["p1", "W1"]], "interests": [["p1", "W1"]]}, r"p1 is not eligible for W1 \(interest\)"),
        (
            {"pins": [["p1", "W1"], ["p2", "W1"]]},
            "they contradict each other: p1 and p2 come from the same organisation",
        ),
        ({"pins": [["p1", "W1"], ["p3", "W1"]]}, "they contradict each other: p1 and p3 are in conflict"),
        (
            {"pins": [["p1", "W1"], ["p1", "W2"]]},
            "they contradict each other: p1 takes at most 1 workstreams",
        ),
        (
            {"pins": [["p3", "W1"], ["p3", "W2"]]},
            "they contradict each other: W1 and W2 meet at the same time for p3",
        ),
        ({"pins": [["p1", "W2"], ["p3", "W2"]]}, "they contradict each other: W2 has 1 seats"),
    ],
)
def test_pins_that_no_plan_can_keep_are_refused(rules, reason):
    with pytest.raises(BadInput, match=f"^pins: {reason}$"):
        load_problem(GOOD | rules)


def test_defaults_are_those_of_the_format():
    problem = load_problem({"people": [{"id": "p1"}], "workstreams": [{"id": "W1"}], "scores": {}})

    assert problem.to_dict() == {
        "format": "alongside-problem/1",
        "objective": "total",
        "people": [
            {
                "id": "p1", "organisation": None, "max_workstreams": 1, "hours": None, "tags": [], "groups": [],
                "slots": [],
            }
        ],
        "workstreams": [
            {
                "id": "W1", "seats": 2, "hours": 0.0, "slots": [], "min_attendance": 1.0, "slot_value": 0.0,
                "must_have": [], "wants": {},
            }
        ],
        "scores": {}, "conflicts": [], "interests": [], "pins": [], "forbids": [], "targets": {},
        "target_weight": 1.0, "incumbents": [], "max_changes": None,
    }  # fmt: skip


def test_a_problem_can_be_written_down_and_read_again(tmp_path):
    problem = load_problem(GOOD)
    file = tmp_path / "problem.json"
    file.write_text(json.dumps(problem.to_dict()), encoding="utf-8")

    assert load_problem(file) == problem
