"""The command line: JSON in, JSON out, and an exit code for each kind of answer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from matching.__main__ import main
from tests.matching.brute_force import allowed_plans, goals

ROOT = Path(__file__).parents[2]

# Written by hand: six people, three workstreams, every kind of rule.
PROBLEM = {
    "format": "alongside-problem/1",
    "objective": "total",
    "people": [
        {"id": "ada", "organisation": "Age Charity", "max_workstreams": 2, "hours": 12, "tags": ["skills:finance"],
         "groups": ["area:Brent"], "slots": ["tue", "thu"]},
        {"id": "bo", "organisation": "Age Charity", "max_workstreams": 1, "hours": None,
         "tags": ["lived:diabetes", "experienced"], "groups": ["area:Harrow"], "slots": ["tue"]},
        {"id": "cy", "organisation": None, "max_workstreams": 1, "hours": 8, "tags": ["new", "lived:diabetes"],
         "groups": ["area:Hounslow"], "slots": ["tue", "wed", "thu"]},
        {"id": "di", "organisation": "Practice", "max_workstreams": 2, "hours": 20, "tags": ["skills:challenge"],
         "groups": [], "slots": ["wed", "thu"]},
        {"id": "eve", "organisation": None, "max_workstreams": 1, "hours": 4, "tags": ["new"], "groups": [],
         "slots": ["tue", "wed", "thu"]},
        {"id": "flo", "organisation": "Mosque", "max_workstreams": 1, "hours": None, "tags": ["experienced"],
         "groups": ["area:Hounslow"], "slots": ["wed"]},
    ],
    "workstreams": [
        {"id": "W1", "seats": 2, "hours": 8, "slots": ["tue", "thu"], "min_attendance": 0.5, "slot_value": 3,
         "must_have": [], "wants": {"lived:diabetes": 9, "experienced": 4}},
        {"id": "W2", "seats": 2, "hours": 4, "slots": ["wed"], "min_attendance": 1, "slot_value": 0,
         "must_have": [], "wants": {"new": 5, "experienced": 5}},
        {"id": "W3", "seats": 2, "hours": 4, "slots": ["tue"], "min_attendance": 0, "slot_value": 2,
         "must_have": ["new"], "wants": {}},
    ],
    "scores": {
        "W1": {"ada": 71.5, "bo": 80, "cy": 60, "di": 44, "eve": 90},
        "W2": {"cy": 70, "di": 61, "eve": 52, "flo": 40},
        "W3": {"cy": 30, "eve": 20, "ada": 99},
    },
    "conflicts": [["cy", "di"]],
    "interests": [["flo", "W3"]],
    "pins": [["di", "W2"]],
    "forbids": [["bo", "W1"]],
    "targets": {"area:Hounslow": 2},
    "target_weight": 6,
    "incumbents": [["ada", "W1"], ["cy", "W2"]],
    "max_changes": None,
}  # fmt: skip


def run(*arguments, given=None):
    return subprocess.run(
        [sys.executable, "-m", "matching", *map(str, arguments)],
        input=given, capture_output=True, text=True, cwd=ROOT, timeout=120,
    )  # fmt: skip


@pytest.fixture
def problem(tmp_path):
    return written(tmp_path / "problem.json", PROBLEM)


def written(path, document):
    path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    return path


def test_a_problem_written_by_hand_is_solved_as_well_as_by_trying_every_plan(tmp_path, problem):
    solved = run("solve", problem)
    checked = run("verify", problem, written(tmp_path / "plan.json", solved.stdout))

    plan = json.loads(solved.stdout)
    seats, alone, _, value = max(goals(PROBLEM, each) for each in allowed_plans(PROBLEM))
    assert (solved.returncode, solved.stderr, plan["status"]) == (0, "", "optimal")
    assert (6 - plan["seats_unfilled"], -len(plan["alone"])) == (seats, alone)
    assert plan["value"] == plan["bound"] == pytest.approx(value)
    assert (checked.returncode, checked.stdout) == (0, "")


def test_a_problem_may_come_in_on_standard_input(problem):
    piped, read = run("solve", "-", given=problem.read_text()), run("solve", problem)

    assert json.loads(piped.stdout)["assignments"] == json.loads(read.stdout)["assignments"]


def test_a_spoiled_plan_is_refused_with_each_broken_rule_on_a_line(tmp_path, problem, capsys):
    assert main(["solve", str(problem)]) == 0
    plan = json.loads(capsys.readouterr().out)
    plan["assignments"][0]["people"] = ["bo", "ada"]

    code = main(["verify", str(problem), str(written(tmp_path / "plan.json", plan))])

    lines = capsys.readouterr().out.splitlines()
    assert code == 1
    assert {"W1: bo is forbidden", "W1: ada and bo come from the same organisation"} <= set(lines)


def test_the_frontier_lists_the_best_plan_for_each_number_of_changes(problem, capsys):
    code = main(["frontier", str(problem), "--points", "1"])

    points = json.loads(capsys.readouterr().out)["points"]
    assert code == 0
    assert [sorted(point) for point in points] == [["bound", "changes", "plan", "value"]]
    assert (points[0]["changes"], points[0]["plan"]["format"]) == (0, "alongside-plan/1")


def test_a_time_limit_is_an_answer(problem, capsys):
    code = main(["solve", str(problem), "--time-limit", "0"])

    plan = json.loads(capsys.readouterr().out)
    assert (code, plan["status"]) == (0, "time_limit")
    assert plan["bound"] >= plan["value"]


@pytest.mark.parametrize(
    ("document", "line"),
    [
        ('{"people": [', "is not JSON"),
        ('{"people": [], "people": []}', "people: is written twice"),
        ("[" * 100_000, "is nested too deeply"),
        (
            PROBLEM | {"scores": {"W1": {"ada": float("nan")}}},
            "scores.W1.ada: must be from 0 to 1e+06, not nan",
        ),
        (PROBLEM | {"pins": [["bo", "W1"]]}, "pins: bo is not eligible for W1 (forbid)"),
        (PROBLEM | {"people": [{"id": "ada\nbo", "age": 3}]}, "people[0]: age is not a known key"),
    ],
)
def test_bad_input_is_one_plain_line_and_exit_2(tmp_path, capsys, document, line):
    code = main(["solve", str(written(tmp_path / "problem.json", document))])

    said = capsys.readouterr()
    assert (code, said.out, said.err.count("\n")) == (2, "", 1)
    assert line in said.err


@pytest.mark.parametrize(
    "arguments",
    [["solve", "no such file"], ["solve"], ["win", "x"], ["solve", "-", "--max-gap", "much"], []],
    ids=["no file", "no argument", "no such command", "no number", "nothing"],
)
def test_a_command_that_cannot_be_read_is_one_plain_line_and_exit_2(arguments, capsys):
    code = main(arguments)

    said = capsys.readouterr()
    assert (code, said.out, said.err.count("\n")) == (2, "", 1)


def test_a_refusal_shows_no_traceback():
    answer = run("solve", "no such file")

    assert (answer.returncode, answer.stderr) == (
        2,
        "no such file: cannot be read (No such file or directory)\n",
    )


POOL = "id,area,org\n" + "".join(f"p{number},{'nesw'[number % 4]},o{number % 9}\n" for number in range(24))
TARGETS = "feature,value,min,max\narea,n,2,3\narea,e,1,2\n"


def panel(tmp_path, targets=TARGETS, *more):
    pool, wanted = written(tmp_path / "pool.csv", POOL), written(tmp_path / "targets.csv", targets)
    return main(["panel", str(pool), str(wanted), "--size", "6", "--seed", "Brent 2027", *more])


def test_a_panel_is_drawn_with_everybodys_chance(tmp_path, capsys):
    code = panel(tmp_path, TARGETS, "--together", "org")

    answer = json.loads(capsys.readouterr().out)
    assert code == 0
    assert sorted(answer) == ["drawn", "gini", "min", "panels", "probabilities", "seed"]
    assert sum(each["tickets"] for each in answer["panels"]) == 1_000_000
    assert answer["drawn"] in [each["members"] for each in answer["panels"]]
    assert (len(answer["probabilities"]), answer["seed"]) == (24, "Brent 2027")


def test_a_panel_that_cannot_be_is_exit_3_with_the_smallest_change(tmp_path, capsys):
    code = panel(tmp_path, "feature,value,min,max\narea,n,7,8\n")

    said = capsys.readouterr()
    assert (code, said.out) == (3, "")
    assert said.err == "area = n, at least: 7 asked, 6 possible (1 apart)\n"


@pytest.mark.parametrize(
    ("targets", "line"),
    [
        ("feature,value,min,max\nage,old,1,2\n", "pool: p0 has no age\n"),
        ("feature,value,min,max\narea,n,one,2\n", "targets[0].min: must be a number, not one\n"),
        ("feature,value,min\narea,n,1\n", "targets[0]: max is missing\n"),
    ],
)
def test_bad_targets_are_exit_2(tmp_path, capsys, targets, line):
    assert panel(tmp_path, targets) == 2
    assert capsys.readouterr().err == line


def test_people_are_ranked_for_a_role(tmp_path, capsys):
    role = {"format": "alongside-role/1", "skills": {"finance": 3}}
    people = [
        {"id": name, "about_done": True, "skills": {"finance": strength}}
        for name, strength in (("a", 0.5), ("b", 1))
    ]
    files = [
        str(written(tmp_path / "role.json", role)),
        str(written(tmp_path / "people.json", {"format": "alongside-people/1", "people": people})),
    ]

    code = main(["rank", *files])

    answer = json.loads(capsys.readouterr().out)
    assert (code, answer["format"]) == (0, "alongside-ranking/1")
    assert [(each["id"], each["rank"]) for each in answer["ranking"]] == [("b", 1), ("a", 2)]


def test_tags_are_suggested_line_by_line(tmp_path, capsys):
    texts = '{"id": "a", "text": "I have diabetes."}\n\n{"id": "b", "text": ""}\n'

    code = main(["suggest", str(written(tmp_path / "texts.jsonl", texts))])

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert [(each["id"], [tag["code"] for tag in each["tags"]]) for each in answers] == [
        ("a", ["diabetes"]),
        ("b", []),
    ]


def test_a_text_without_an_id_is_exit_2(tmp_path, capsys):
    assert main(["suggest", str(written(tmp_path / "texts.jsonl", '{"text": "I have diabetes."}'))]) == 2
    assert capsys.readouterr().err == "line 1: id is missing\n"
