"""Selection rates: exact, corrected for many looks, and silent where they cannot tell."""

from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import BadInput
from matching.selecting import LESS, MORE, TOO_FEW, WITHIN, holm, ratio_interval, selection_rates

STAGE = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=5)


def rates(*rows, **options):
    considered = {str(place): taken + left for place, (taken, left) in enumerate(rows)}
    chosen = {str(place): taken for place, (taken, _) in enumerate(rows)}
    return selection_rates(considered, chosen, **options)


def test_a_group_chosen_half_as_often_is_named_as_such():
    assert [(each.ratio, each.verdict) for each in rates((25, 75), (50, 50))] == [(0.5, LESS), (2.0, MORE)]


def test_equal_rates_of_many_people_are_within_chance():
    assert [each.verdict for each in rates((50, 50), (51, 49))] == [WITHIN, WITHIN]


def test_a_few_people_are_too_few_to_tell():
    assert [each.verdict for each in rates((5, 7), (8, 6))] == [TOO_FEW, TOO_FEW]


def test_the_p_value_is_the_sum_of_all_tables_no_likelier_than_this_one():
    (one, _) = rates((7, 13), (12, 6))
    tables = {a: comb(20, a) * comb(18, 19 - a) / comb(38, 19) for a in range(1, 20)}

    assert one.p_value == pytest.approx(
        sum(each for each in tables.values() if each <= tables[7] * (1 + 1e-7))
    )


def test_against_the_best_the_best_has_no_ratio():
    best, other = rates((50, 50), (25, 75), against="best")

    assert (best.ratio, best.verdict, other.ratio, other.verdict) == (None, WITHIN, 0.5, LESS)


def test_one_group_alone_is_compared_with_nobody():
    assert [(each.rate, each.ratio) for each in rates((10, 10))] == [(0.5, None)]


@settings(max_examples=15, deadline=None)
@given(st.integers(4, 12), st.integers(4, 12), st.floats(0.15, 0.85), st.floats(0.15, 0.85))
def test_the_interval_of_the_ratio_holds_the_true_one_as_often_as_it_promises(n, m, p, q):
    missed = 0.0
    for a in range(n + 1):
        for b in range(m + 1):
            low, high = ratio_interval((a, n - a), (b, m - b))
            if not (low <= p / q and (high is None or p / q <= high)):
                missed += comb(n, a) * p**a * (1 - p) ** (n - a) * comb(m, b) * q**b * (1 - q) ** (m - b)

    assert missed <= 0.05 + 1e-9


@given(STAGE)
def test_a_small_count_is_never_shown_and_a_hidden_group_says_nothing(stage):
    for (taken, left), each in zip(stage, rates(*stage), strict=True):
        if each.considered is None:
            assert {*vars(each).values()} == {each.group, None, TOO_FEW}
        else:
            assert (each.chosen, each.considered) == (taken, taken + left)
            assert min(taken, left) >= 5


@given(STAGE)
def test_never_is_one_group_alone_hidden_and_never_are_the_hidden_alike(stage):
    hidden = [row for row, each in zip(stage, rates(*stage), strict=True) if each.considered is None]

    if hidden and len(hidden) < len(stage):
        assert all(len({row[kind] for row in hidden}) > 1 for kind in (0, 1))


@given(st.dictionaries(st.text(max_size=2), st.floats(0, 1), max_size=6))
def test_holm_never_lowers_a_p_value_and_keeps_their_order(p_values):
    corrected = holm(p_values)

    assert all(p_values[name] <= corrected[name] <= 1 for name in p_values)
    ordered = sorted(p_values, key=p_values.get)
    assert [corrected[name] for name in ordered] == sorted(corrected.values())


def test_more_looks_ask_for_more_proof():
    pair = ((33, 67), (50, 50))
    alone, among = rates(*pair)[0], rates(*pair, *[(42, 58)] * 6)[0]

    assert alone.verdict == LESS
    assert among.p_holm > among.p_value


@pytest.mark.parametrize(
    ("considered", "chosen", "field"),
    [
        ({"a": 5}, {"a": 6}, r"chosen\.a"),
        ({"a": 5}, {}, "chosen"),
        ({"a": 5}, {"a": 1, "b": 2}, "chosen"),
        ({"a": float("inf")}, {"a": 1}, r"considered\.a"),
        ({"a": 5}, {"a": -1}, r"chosen\.a"),
        ([], {}, "considered"),
    ],
)
def test_counts_that_cannot_be_read_are_refused_by_name(considered, chosen, field):
    with pytest.raises(BadInput, match=f"^{field}:"):
        selection_rates(considered, chosen)


def test_an_unknown_reference_is_refused():
    with pytest.raises(BadInput, match=r"^against:"):
        rates((5, 5), against="worst")
