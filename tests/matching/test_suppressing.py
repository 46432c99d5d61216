"""What is hidden stays hidden, also from whoever knows the totals and the rule."""

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from matching import BadInput
from matching.suppressing import suppressed, withheld

COUNTS = st.integers(0, 12)


def others_that_look_the_same(counts):
    """Every family of the same total of which the same would be shown."""
    names, total = list(counts), sum(counts.values())
    for values in product(range(total + 1), repeat=len(names)):
        other = dict(zip(names, values, strict=True))
        if sum(values) == total and suppressed(other) == suppressed(counts):
            yield other


def test_counts_below_five_are_hidden():
    assert suppressed({"Brent": 12, "Harrow": 4, "Ealing": 0}) == {
        "Brent": 12,
        "Harrow": None,
        "Ealing": None,
    }


def test_a_single_hidden_count_takes_the_next_smallest_with_it():
    assert suppressed({"Brent": 12, "Harrow": 4, "Ealing": 7}) == {
        "Brent": 12,
        "Harrow": None,
        "Ealing": None,
    }


def test_five_and_more_are_shown():
    assert suppressed({"Brent": 5, "Harrow": 6}) == {"Brent": 5, "Harrow": 6}


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 30), min_size=2))
def test_never_is_one_count_alone_hidden(counts):
    shown = suppressed(counts)

    assert list(shown.values()).count(None) != 1
    assert all(count is None or count >= 5 for count in shown.values())


@settings(deadline=None)
@given(st.lists(COUNTS, min_size=2, max_size=3).map(lambda each: dict(zip("abc", each, strict=False))))
def test_no_hidden_count_can_be_worked_out_from_what_is_shown_the_total_and_the_rule(counts):
    assume(sum(counts.values()))
    possible = list(others_that_look_the_same(counts))

    for group, shown in suppressed(counts).items():
        assert shown == counts[group] or len({other[group] for other in possible}) > 1


@given(st.lists(st.tuples(COUNTS, COUNTS), min_size=2, max_size=8), st.randoms())
def test_sizes_alone_decide_so_that_hidden_groups_could_change_places(rows, order):
    named = {str(place): row for place, row in enumerate(rows)}
    hidden = sorted(withheld(named))
    moved = dict(zip(hidden, order.sample([named[group] for group in hidden], len(hidden)), strict=True))

    assert withheld(named | moved) == set(hidden)
    assert (
        not hidden
        or len(hidden) == len(rows)
        or all(len({named[group][kind] for group in hidden}) > 1 for kind in (0, 1))
    )


@pytest.mark.parametrize("count", [-1, 1.5, float("nan"), "3", None, True])
def test_a_count_that_is_none_is_refused(count):
    with pytest.raises(BadInput, match=r"counts\.a"):
        suppressed({"a": count, "b": 7})
