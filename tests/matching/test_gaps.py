"""What a group lacks, and how much one person would close."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.gaps import Target, gain, gains, reference_gain, shortfalls
from matching.reading import BadInput

TARGETS = {"area:Brent": Target(3, 1), "area:Harrow": Target(1, 2), "route:charity": Target(2, 1.5, 4)}


def test_a_shortfall_is_what_is_wanted_and_not_held():
    assert shortfalls(TARGETS) == {"area:Brent": 2, "route:charity": 0.5}


def test_a_person_closes_one_place_of_each_group_by_its_weight():
    assert gains(TARGETS, ("area:Brent", "area:Harrow", "route:charity")) == {
        "area:Brent": 1,
        "route:charity": 2,
    }


def test_the_reference_is_the_greatest_gain_of_the_pool():
    pool = [("area:Brent",), ("area:Brent", "route:charity"), ()]

    assert reference_gain(TARGETS, pool) == 3


def test_an_empty_pool_has_nothing_to_gain():
    assert reference_gain(TARGETS, []) == 0


@given(st.sets(st.sampled_from(sorted(TARGETS))), st.sampled_from(sorted(TARGETS)))
def test_one_more_group_never_gains_less(groups, more):
    assert gain(TARGETS, groups | {more}) >= gain(TARGETS, groups)


@pytest.mark.parametrize(
    "wrong", [{"wanted": -1}, {"wanted": 1, "held": float("nan")}, {"wanted": 1, "more": 2}, {}]
)
def test_a_target_that_cannot_be_read_is_refused(wrong):
    with pytest.raises(BadInput, match="target"):
        Target.from_dict(wrong)
