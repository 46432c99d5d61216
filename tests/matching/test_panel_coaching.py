"""Where no panel can be drawn, what is promised to mend it does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import BadInput, InfeasiblePanel, Lottery
from matching.panel_coaching import panel_advice

SIDES, AGES = ("left", "right"), ("old", "young")
PEOPLE = st.lists(st.tuples(st.sampled_from(SIDES), st.sampled_from(AGES)), min_size=1, max_size=6)
RANGES = st.tuples(st.integers(0, 3), st.integers(0, 3)).map(sorted)


def a_pool(looks):
    return [{"id": f"p{place}", "side": side, "age": age} for place, (side, age) in enumerate(looks)]


def target(feature, value, least, most):
    return {"feature": feature, "value": value, "min": least, "max": most}


@settings(max_examples=40, deadline=None)
@given(PEOPLE, RANGES, RANGES, st.integers(1, 4))
def test_the_targets_as_relaxed_and_the_people_named_make_a_panel_possible(looks, right, young, size):
    pool = a_pool(looks)
    targets = [target("side", "right", *right), target("age", "young", *young)]

    found = panel_advice(pool, targets, size=size)

    if found is None:
        assert len(Lottery(size).fit(pool, targets).draw("any")) == size
        return
    with pytest.raises(InfeasiblePanel):
        Lottery(size).fit(pool, targets)
    assert len(Lottery(found.size).fit(pool, found.relaxed).draw("any")) == found.size
    if found.wanted:
        joined = [*pool, *({"id": f"new{place}", **look} for place, look in enumerate(found.wanted))]
        assert len(Lottery(size).fit(joined, targets).draw("any")) == size


def test_those_missing_are_named_by_what_is_missing_of_them():
    found = panel_advice(a_pool([("left", "old")] * 3), [target("side", "right", 2, 3)], size=3)

    assert [str(each) for each in found.relaxations] == [
        "side = right, at least: 2 asked, 0 possible (2 apart)"
    ]
    assert found.to_dict()["wanted"] == [{"side": "right"}] * 2


def test_people_of_one_home_leave_a_panel_too_small_until_others_join():
    pool = [{"id": "a", "side": "left", "home": "1"}, {"id": "b", "side": "left", "home": "1"}]

    found = panel_advice(pool, [target("side", "left", 0, 2)], size=2, together="home")

    assert (found.size, found.wanted) == (1, ({"side": "left"},))


def test_a_pool_that_cannot_be_read_is_refused():
    with pytest.raises(BadInput, match="side"):
        panel_advice([{"id": "a"}], [target("side", "left", 0, 1)], size=1)
