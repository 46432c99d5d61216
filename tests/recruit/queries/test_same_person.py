"""When what was typed twice is the same person, and when one name holds two."""

import pytest

from recruit.queries.same_person import numbers_in, people_in, plain_name


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


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("Ann and Bob Lee", ["Ann Lee", "Bob Lee"]),
        ("Ann Lee & Bob Khan", ["Ann Lee", "Bob Khan"]),
        ("Mr and Mrs Khan", ["Mr Khan", "Mrs Khan"]),
        ("Ann Lee, Bob Khan", ["Ann Lee", "Bob Khan"]),
        ("my neighbours Ann, Bob", ["Ann", "Bob"]),
        ("Ann, Bob and Cy Lee", ["Ann Lee", "Bob Lee", "Cy Lee"]),
    ],
)
def test_a_name_that_holds_several_people_is_taken_apart(name, people):
    assert people_in(name) == people


@pytest.mark.parametrize(
    "name",
    ["Grace Mensah", "Sandy Anderson", "Lee, Ann", "John Smith, OBE", "Anne-Marie O'Brien", "Plus", ""],
)
def test_a_name_of_one_person_stays_whole(name):
    assert people_in(name) == [name]
