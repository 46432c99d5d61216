"""Exchanges inside the band are listed, never applied, and never say whose characteristic it was."""

import pytest

from matching import BandExchange, PairAssigner, ProtectedTarget, band_exchanges, load_problem

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
