"""Exchanges inside the band are listed, never applied, and never say whose characteristic it was."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from matching import BadInput, BandExchange, PairAssigner, ProtectedTarget, band_exchanges, load_problem
from tests.matching.brute_force import allowed_plans, goals, seatings, tiny_problems

PROBLEM = load_problem(
    {
        "people": [
            {"id": "a", "tags": ["experienced"]},
            {"id": "b"},
            {"id": "near"},
            {"id": "far"},
            {"id": "barred"},
        ],
        "workstreams": [{"id": "W1", "wants": {"experienced": 4}}],
        "scores": {"W1": {"a": 60, "b": 58, "near": 56, "far": 40, "barred": 57}},
        "conflicts": [["barred", "a"], ["barred", "b"]],
    }
)


def exchanges(*, band=5.0, wanted=1, members=("near", "far", "barred"), problem=PROBLEM):
    plan = PairAssigner().fit(problem).plan_
    return band_exchanges(problem, plan, band, {"group": ProtectedTarget(wanted, frozenset(members))})


def test_an_exchange_within_the_band_that_closes_a_shortfall_is_listed_with_what_it_costs():
    assert exchanges() == [
        BandExchange("W1", leaves="b", joins="near", difference=2.0, value_change=-2.0),
        BandExchange("W1", leaves="a", joins="near", difference=4.0, value_change=-8.0),
    ]


@pytest.mark.parametrize(
    "nothing",
    [{"band": 1.0}, {"wanted": 0}, {"members": ["a", "near"], "wanted": 1}, {"members": ["barred"]}],
    ids=["outside the band", "no shortfall", "a shortfall that is closed already", "against the rules"],
)
def test_nothing_is_listed_without_need_or_against_a_rule(nothing):
    assert exchanges(**nothing) == []


def test_a_pinned_person_is_not_exchanged():
    pinned = load_problem(PROBLEM.to_dict() | {"pins": [["b", "W1"]]})

    assert [each.leaves for each in exchanges(problem=pinned)] == ["a"]


def lacking(targets, plan):
    people = {person["id"] for members in plan for person in members}
    return {name: max(0, each.wanted - len(each.members & people)) for name, each in targets.items()}


def exchanged(problem, before, after):
    """(workstream, leaves, joins) if the plans differ by one chosen person for one not chosen, else None."""
    old, new = seatings(problem, before), seatings(problem, after)
    gone, come = old - new, new - old
    if len(gone) != 1 or len(come) != 1:
        return None
    [(out, left)], [(joins, joined)] = gone, come
    already = joins in {person for person, _ in old}
    return None if left != joined or already else (left, out, joins)


@settings(max_examples=60, deadline=None)
@given(tiny_problems(most_people=4), st.data())
def test_exactly_the_exchanges_that_trying_every_plan_finds_are_listed(problem, data):
    problem = problem | {"max_changes": None}
    assume(allowed_plans(problem))
    ids = [person["id"] for person in problem["people"]]
    members = st.frozensets(st.sampled_from(ids)) if ids else st.just(frozenset())
    targets = {name: ProtectedTarget(data.draw(st.integers(0, 3)), data.draw(members)) for name in "xy"}
    plan = PairAssigner().fit(problem).plan_
    held = {each.workstream: set(each.people) for each in plan.assignments}
    every = allowed_plans(problem)
    [now] = [
        each
        for each in every
        if seatings(problem, each) == {(p, w) for w, people in held.items() for p in people}
    ]
    before, expected = lacking(targets, now), {}
    for other in every:
        after, who = lacking(targets, other), exchanged(problem, now, other)
        scores = problem["scores"].get(who[0], {}) if who else {}
        if (
            who
            and abs(scores[who[1]] - scores[who[2]]) <= 2.5
            and sum(after.values()) < sum(before.values())
            and all(after[name] <= before[name] for name in targets)
        ):
            expected[who] = goals(problem, other)[3] - goals(problem, now)[3]

    found = band_exchanges(load_problem(problem), plan, 2.5, targets)

    assert {(each.workstream, each.leaves, each.joins): each.value_change for each in found} == pytest.approx(
        expected
    )


def test_which_characteristic_made_the_difference_is_not_said():
    plan = PairAssigner().fit(PROBLEM).plan_
    names = ("religion:x", "sex:y")

    one, other = (
        band_exchanges(PROBLEM, plan, 5.0, {name: ProtectedTarget(1, frozenset(["near"]))}) for name in names
    )

    assert one == other
    assert not any(name in repr(one) for name in names)


@pytest.mark.parametrize("band", [-1, float("nan"), "5", None])
def test_a_band_that_is_none_is_refused(band):
    with pytest.raises(BadInput, match=r"^band:"):
        exchanges(band=band)


def test_a_target_that_is_none_is_refused():
    with pytest.raises(BadInput, match=r"^protected_targets\.group\.wanted:"):
        exchanges(wanted=-1)
