"""What the coach promises holds when it is done."""

import pytest
from hypothesis import assume, given, settings

from matching import BadInput, PairAssigner, load_problem, verify
from matching.coaching import advice
from matching.loosening import loosenings
from tests.matching.brute_force import allowed_plans, goals, tiny_problems

ONE = {"id": "W", "seats": 1}


def advised(problem):
    asked = load_problem(problem)
    return asked, advice(asked, PairAssigner().fit(asked).plan_)


def a_problem(people, workstream, **rules):
    scores = {"W": {person["id"]: 50 for person in people}}
    return {"people": people, "workstreams": [ONE | workstream], "scores": scores} | rules


def most_seats(problem):
    """By trying every plan, so that no promise is checked with what made it."""
    return max(goals(problem, plan)[0] for plan in allowed_plans(problem))


@settings(max_examples=40, deadline=None)
@given(tiny_problems(most_people=4))
def test_every_promise_holds_when_it_is_done(problem):
    assume(allowed_plans(problem))
    asked, found = advised(problem)
    before = most_seats(problem)

    for each in found:
        changes = [each.loosening.applied(asked)] if each.loosening else []
        changes += [each.wanted.joined(asked)] if each.wanted else []
        for changed in changes:
            again = PairAssigner().fit(changed).plan_
            assert verify(changed, again) == []
            if each.kind == "seats":
                assert most_seats(changed.to_dict()) > before
            else:
                assert again.shortfalls.get(each.subject, 0) < each.missing


@settings(max_examples=40, deadline=None)
@given(tiny_problems(most_people=4))
def test_an_empty_seat_always_says_whom_to_look_for(problem):
    assume(allowed_plans(problem))
    found = advised(problem)[1]

    assert all(each.wanted is not None for each in found if each.kind == "seats")


@settings(max_examples=25, deadline=None)
@given(tiny_problems(most_people=3))
def test_no_gentler_change_would_have_done(problem):
    assume(allowed_plans(problem))
    asked, found = advised(problem)
    workstreams = {each.id: each for each in asked.workstreams}

    for each in (each for each in found if each.kind == "seats"):
        tried = loosenings(asked, workstreams[each.subject])
        before = tried[: tried.index(each.loosening)] if each.loosening else tried
        assert all(most_seats(gentler.applied(asked).to_dict()) <= most_seats(problem) for gentler in before)


@settings(max_examples=25, deadline=None)
@given(tiny_problems(most_people=4))
def test_a_target_lowered_as_said_is_met(problem):
    assume(allowed_plans(problem))
    found = advised(problem)[1]

    for each in (each for each in found if each.kind == "target" and each.enough is not None):
        lowered = problem | {"targets": problem["targets"] | {each.subject: each.enough}}
        assert each.subject not in PairAssigner().fit(lowered).plan_.shortfalls


@pytest.mark.parametrize(
    ("people", "workstream", "words"),
    [
        ([{"id": "a"}], {"must_have": ["experienced"]}, "Do without the must-have experienced"),
        ([{"id": "a", "hours": 3}], {"hours": 8}, "Ask for 3 hours instead of 8"),
        (
            [{"id": "a", "slots": ["mon"]}],
            {"slots": ["mon", "tue", "wed"], "min_attendance": 0.6},
            "Hold the meeting tue when everybody can come",
        ),
        (
            [{"id": "a", "slots": ["mon"]}],
            {"slots": ["mon", "tue", "wed", "thu"], "min_attendance": 1},
            "Let 1 of the 4 meetings be enough",
        ),
        ([{"id": "a", "max_workstreams": 0}], {}, "Ask a to take 1 instead of 0, with 0 more hours"),
    ],
)
def test_the_gentlest_change_is_named_in_plain_words(people, workstream, words):
    [only] = advised(a_problem(people, workstream))[1]

    assert only.loosening.text == words


def test_the_profile_is_the_smallest_one():
    workstream = {"slots": ["mon", "tue"], "min_attendance": 0.5, "hours": 4, "must_have": ["new"]}

    [only] = advised(a_problem([], workstream))[1]

    assert str(only.wanted) == (
        "One more person for W, from an organisation that does not sit there, with new, free on mon, with 4 hours"
    )
    assert only.missing == 1
    assert only.to_dict()["wanted"]["slots"] == ("mon",)


def test_a_target_that_lacks_people_asks_for_one_of_the_group():
    [only] = advised(a_problem([{"id": "a"}], {}, targets={"area:Brent": 1}, target_weight=5))[1]

    assert (only.code, only.missing, only.enough) == ("too_few_people", 1, 0)
    assert (only.wanted.groups, only.wanted.score) == (("area:Brent",), 50)


def test_where_nothing_is_missing_nothing_is_said():
    assert advised(a_problem([{"id": "a"}], {}))[1] == []


def test_a_plan_of_another_problem_is_refused():
    plan = PairAssigner().fit(a_problem([], {})).plan_

    with pytest.raises(BadInput, match=r"^plan\.assignments"):
        advice({"people": [], "workstreams": [], "scores": {}}, plan)
