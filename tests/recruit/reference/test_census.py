"""What is true of the list: census."""

from recruit.reference.areas import BOROUGHS
from recruit.reference.census import WHOLE_AREA, count_of, figures_of


def test_the_boroughs_add_up_to_the_whole_area():
    adults = [count_of(name, "population", "adults 18+") for name in BOROUGHS.values()]

    assert sum(adults) == count_of(WHOLE_AREA, "population", "adults 18+")


def test_what_was_not_found_is_none_and_not_nought():
    counts = {figure.count for figure in figures_of("Brent", "disability")}

    assert counts == {None}
