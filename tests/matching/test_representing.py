"""A group against its population: chance is given its room, and small numbers their silence."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import BadInput
from matching.representing import FEWER, MORE, TOO_FEW, WITHIN, chance_range, standings

SHARES = {"a": 0.1, "b": 0.2, "c": 0.3, "d": 0.4}


def chance_of(size, share, count):
    return comb(size, count) * share**count * (1 - share) ** (size - count)


def rows_of(family):
    return {row.groups: row for row in family.rows}


@given(st.integers(0, 60), st.floats(0.0, 1.0))
def test_no_more_than_one_in_forty_lies_on_either_side_of_chance(size, share):
    low, high = chance_range(size, share)

    below = sum(chance_of(size, share, count) for count in range(low))
    above = sum(chance_of(size, share, count) for count in range(high + 1, size + 1))
    assert max(below, above) <= 0.025 + 1e-9
    assert 0 <= low <= high <= size


@given(st.integers(1, 60), st.floats(0.0, 1.0))
def test_the_range_is_no_wider_than_it_must_be(size, share):
    low, high = chance_range(size, share)

    assert sum(chance_of(size, share, count) for count in range(low + 1)) >= 0.025 - 1e-9
    assert sum(chance_of(size, share, count) for count in range(high, size + 1)) >= 0.025 - 1e-9


def test_whoever_draws_nearly_everybody_leaves_chance_no_room():
    assert chance_range(100, 0.3, population=100) == (30, 30)


def test_chance_without_replacement_is_like_chance_where_the_population_is_large():
    assert chance_range(20, 0.25, population=10_000_000) == chance_range(20, 0.25)


@pytest.mark.parametrize(
    ("count", "share", "verdict"),
    [(5, 0.4, FEWER), (30, 0.4, MORE), (20, 0.4, WITHIN), (5, 0.06, TOO_FEW), (30, 0.06, MORE)],
)
def test_a_verdict_says_which_side_of_chance_a_group_lies(count, share, verdict):
    family = standings({"a": count, "b": 50 - count}, {"a": share, "b": 1 - share})

    assert rows_of(family)[("a",)].verdict == verdict


def test_the_shortfall_is_how_many_more_would_bring_a_group_within_chance():
    row = rows_of(standings({"a": 9, "b": 41}, {"a": 0.4, "b": 0.6}))[("a",)]

    assert (row.chance[0], row.shortfall) == (13, 4)


def test_those_who_did_not_say_are_in_no_share():
    with_them = standings({"a": 9, "b": 41}, {"a": 0.4, "b": 0.6}, unknown=30)

    assert with_them.unknown == 30
    assert with_them.rows == standings({"a": 9, "b": 41}, {"a": 0.4, "b": 0.6}).rows


def test_small_groups_are_shown_merged_before_they_vanish():
    family = standings({"a": 2, "b": 4, "c": 20, "d": 24}, SHARES)

    merged = rows_of(family)[("a", "b")]
    assert (merged.count, merged.verdict) == (6, FEWER)
    assert merged.share == pytest.approx(0.3)


@given(st.fixed_dictionaries({group: st.integers(0, 30) for group in SHARES}), st.integers(0, 9))
def test_a_hidden_row_says_nothing_of_its_count(counts, unknown):
    hidden = [row for row in standings(counts, SHARES, unknown=unknown).rows if row.count is None]

    assert all((row.interval, row.shortfall, row.verdict) == (None, None, TOO_FEW) for row in hidden)


@given(st.fixed_dictionaries({group: st.integers(0, 30) for group in SHARES}))
def test_no_count_below_five_is_shown_and_the_shown_interval_holds_the_share(counts):
    family = standings(counts, SHARES)

    for row in family.rows:
        if row.count is not None:
            assert row.count >= 5
            assert row.interval[0] <= row.count / family.size <= row.interval[1] + 1e-12


@pytest.mark.parametrize(
    ("counts", "benchmark", "field"),
    [
        ({"a": -1}, SHARES, "counts.a"),
        ({"x": 1}, SHARES, "counts"),
        ({"a": 1}, {"a": 0.7, "b": 0.7}, "benchmark"),
        ({"a": 1}, {"a": float("nan"), "b": 0.7}, "benchmark.a"),
        ({"a": 1}, {"a": 1.0}, "benchmark"),
        ([], SHARES, "counts"),
    ],
)
def test_figures_that_cannot_be_read_are_refused_by_name(counts, benchmark, field):
    with pytest.raises(BadInput, match=f"^{field}:"):
        standings(counts, benchmark)


def test_a_family_can_be_written_down():
    assert standings({}, SHARES, unknown=3).to_dict()["unknown"] == 3
