"""The plan against every plan there is."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import BadInput, PairAssigner, load_problem, price_of_override, verify
from tests.matching.brute_force import allowed_plans, goals, seatings, tiny_problems
from tests.matching.pools import a_pool


def reached(problem, plan):
    worst = (plan.worst or 0.0) if problem["objective"] == "worst_first" else 0.0
    return (len(plan.seatings), -len(plan.alone), worst, plan.value)


def shuffled(problem, seed):
    """The same problem written down in another order."""
    order = Random(seed)

    def again(value):
        if isinstance(value, dict):
            return {key: again(value[key]) for key in order.sample(list(value), len(value))}
        return [again(each) for each in order.sample(value, len(value))] if isinstance(value, list) else value

    pairs = ("conflicts", "interests", "forbids", "pins", "incumbents")
    mixed = again({name: value for name, value in problem.items() if name not in pairs})
    return mixed | {
        name: order.sample(problem[name], len(problem[name])) for name in pairs if name in problem
    }


# Two hundred small problems, each solved and tried out whole: some seconds.
@given(tiny_problems())
@settings(max_examples=200, deadline=None)
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


@given(tiny_problems(most_people=4).filter(allowed_plans))
@settings(max_examples=60, deadline=None)
def test_prices_of_alternates_are_what_the_best_plan_with_them_loses(problem):
    plan = PairAssigner(alternates=3).fit(problem).plan_

    for pairing in plan.assignments:
        for person in [each for each in pairing.people if [each, pairing.workstream] not in problem["pins"]]:
            given_prices = [each.price for each in pairing.alternates if each.instead_of == person]
            assert given_prices == pytest.approx(prices_of(problem, plan, pairing, person)[:3])
    assert verify(problem, plan) == []


def prices_of(problem, plan, pairing, leaves):
    """What the best plan loses with each other person in the workstream instead, cheapest first."""
    values = {}
    for other in allowed_plans(problem):
        there = {person for person, name in seatings(problem, other) if name == pairing.workstream}
        found = goals(problem, other)
        if (
            found[:2] >= reached(problem, plan)[:2]
            and found[2] >= reached(problem, plan)[2]
            and leaves not in there
        ):
            for person in there - set(pairing.people):
                values[person] = max(values.get(person, found[3]), found[3])
    return sorted(plan.value - value for value in values.values())


def test_an_alternate_costs_what_the_override_that_seats_them_costs():
    problem = a_pool(24, 4, seed=5)
    plan = PairAssigner(alternates=3).fit(problem).plan_

    prices = {
        (each.person, each.instead_of, pairing.workstream): each.price
        for pairing in plan.assignments
        for each in pairing.alternates
    }
    overrides = {
        (person, leaves, name): price_of_override(
            problem, plan, pins=[(person, name)], forbids=[(leaves, name)]
        ).price
        for person, leaves, name in prices
    }
    assert len(prices) == 24
    assert prices == pytest.approx(overrides)


@given(tiny_problems().filter(allowed_plans), st.integers(0, 99))
@settings(max_examples=60, deadline=None)
def test_the_same_problem_in_any_order_gives_the_same_plan(problem, seed):
    one = PairAssigner().fit(problem).plan_
    other = PairAssigner().fit(shuffled(problem, seed)).plan_

    assert other.to_dict() | {"seconds": 0} == one.to_dict() | {"seconds": 0}


@given(tiny_problems().filter(allowed_plans))
@settings(max_examples=60, deadline=None)
def test_an_instant_preview_keeps_every_rule_and_claims_no_bound(problem):
    plan = PairAssigner(engine="heuristic").fit(problem).plan_

    assert (plan.status, plan.bound, plan.gap) == ("heuristic", None, None)
    assert verify(problem, plan) == []


@given(tiny_problems().filter(allowed_plans), st.integers(1, 3))
@settings(max_examples=60, deadline=None)
def test_no_plan_exceeds_the_bound_when_there_is_no_time(problem, tenths):
    plan = PairAssigner(time_limit=tenths / 1000).fit(problem).plan_

    others = [goals(problem, each) for each in allowed_plans(problem)]
    assert plan.bound >= max(found[3] for found in others if found[:3] >= reached(problem, plan)[:3]) - 1e-9
    assert verify(problem, plan) == []


NEWCOMER = {
    "id": "new", "organisation": None, "max_workstreams": 1, "hours": None, "tags": ["experienced"],
    "groups": ["area:Brent"], "slots": ["mon", "tue"],
}  # fmt: skip
MORE_TO_OFFER = {
    "another person": lambda people: [*people, NEWCOMER],
    "hours without limit": lambda people: [people[0] | {"hours": None}, *people[1:]],
    "every date": lambda people: [people[0] | {"slots": ["mon", "tue", "wed"]}, *people[1:]],
    "another tag": lambda people: [
        people[0] | {"tags": sorted({*people[0]["tags"], "experienced"})},
        *people[1:],
    ],
}


@given(
    tiny_problems().filter(lambda each: each["people"] and allowed_plans(each)),
    st.sampled_from(sorted(MORE_TO_OFFER)),
)
@settings(max_examples=60, deadline=None)
def test_more_to_offer_never_makes_a_plan_worse(problem, more):
    before = problem | {"objective": "total", "incumbents": []}
    after = before | {"people": MORE_TO_OFFER[more](problem["people"])}

    lesser, greater = (reached(each, PairAssigner().fit(each).plan_) for each in (before, after))

    assert greater[:2] > lesser[:2] or (greater[:2] == lesser[:2] and greater[3] >= lesser[3] - 1e-6)


@given(tiny_problems().filter(lambda each: len(each["people"]) > 1 and each["workstreams"]))
@settings(max_examples=60, deadline=None)
def test_another_rule_never_makes_a_plan_better(problem):
    free = problem | {"objective": "total", "incumbents": [], "conflicts": [], "forbids": [], "pins": []}
    bound = free | {"conflicts": [["p0", "p1"]], "forbids": [["p0", "W0"]]}

    greater, lesser = (reached(each, PairAssigner().fit(each).plan_) for each in (free, bound))

    assert greater[:2] > lesser[:2] or (greater[:2] == lesser[:2] and greater[3] >= lesser[3] - 1e-6)


@given(tiny_problems().filter(allowed_plans), st.sampled_from([0.25, 3.0]))
@settings(max_examples=40, deadline=None)
def test_a_plan_scales_with_its_scores(problem, factor):
    larger = problem | {
        "scores": {w: {p: factor * each for p, each in row.items()} for w, row in problem["scores"].items()},
        "target_weight": factor * problem["target_weight"],
        "workstreams": [
            each
            | {"slot_value": factor * each["slot_value"]}
            | {"wants": {tag: factor * weight for tag, weight in each["wants"].items()}}
            for each in problem["workstreams"]
        ],
    }

    assert PairAssigner().fit(larger).value_ == pytest.approx(factor * PairAssigner().fit(problem).value_)


@pytest.mark.parametrize("targets", [{}, {"area:0": 4, "area:1": 4, "area:2": 4}])
@pytest.mark.parametrize(("people", "workstreams"), [(40, 5), (200, 10)])
def test_the_model_case_and_two_hundred_people_are_proven_best_at_once(people, workstreams, targets):
    problem = a_pool(people, workstreams) | {"targets": targets, "target_weight": 5}

    plan = PairAssigner().fit(problem).plan_

    assert (plan.status, plan.gap, plan.seats_unfilled) == ("optimal", 0.0, 0)
    assert verify(problem, plan) == []
    # The bar is half a second; a busy machine is given some more.
    assert plan.seconds < 2


def test_a_gap_that_is_allowed_ends_the_search_with_a_true_bound():
    problem = a_pool(60, 8, seed=3)

    exact, quick = PairAssigner().fit(problem), PairAssigner(max_gap=0.2).fit(problem)

    assert quick.status_ in ("within_gap", "optimal")
    assert quick.gap_ <= 0.2
    assert quick.bound_ >= exact.value_ - 1e-6 >= quick.value_ - 2e-6


@pytest.mark.parametrize(
    "wrong", [{"max_gap": -1}, {"time_limit": float("nan")}, {"alternates": 1.5}, {"engine": "magic"}]
)
def test_a_setting_that_cannot_be_is_refused_by_name(wrong):
    with pytest.raises(BadInput, match=f"^{next(iter(wrong))}: "):
        PairAssigner(**wrong).fit(a_pool(3, 1))
