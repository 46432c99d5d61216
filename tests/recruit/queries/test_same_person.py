"""When what was typed twice is the same person."""

import pytest

from recruit.queries.same_person import numbers_in, plain_name


@pytest.mark.parametrize("typed", ["Grace Mensah", " grace  mensah ", "GRACE MENSAH"])
def test_capitals_and_spaces_do_not_make_another_name(typed):
    assert plain_name(typed) == "grace mensah"


@pytest.mark.parametrize(
    "typed", ["020 7946 0999", "+44 20 7946 0999", "0044 (0)20 7946 0999", "020-7946-0999"]
)
def test_a_number_is_the_same_however_it_is_written(typed):
    assert numbers_in(typed) == {"02079460999"}


def test_two_numbers_are_two():
    assert numbers_in("07700 900123 or 020 7946 0999") == {"07700900123", "02079460999"}


@pytest.mark.parametrize("typed", [None, "", " "])
def test_no_number_is_none(typed):
    assert numbers_in(typed) == set()
