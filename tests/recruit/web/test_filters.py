"""Days, times and numbers read as people say them."""

from datetime import UTC, date, datetime, time

import pytest

from recruit.web import filters

SATURDAY = date(2027, 4, 3)
SUMMER = datetime(2027, 7, 1, 23, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def request_in_london(app):
    with app.test_request_context("/"):
        yield


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (filters.day, "3 April 2027"),
        (filters.long_day, "Saturday 3 April 2027"),
        (filters.short_day, "3 Apr"),
        (filters.weekday_day, "Sat 3 Apr"),
        (filters.month, "April 2027"),
    ],
)
def test_a_day_has_one_form_for_each_place(told, words):
    assert told(SATURDAY) == words


def test_an_instant_is_told_as_london_knows_it():
    assert (filters.day(SUMMER), filters.clock_time(SUMMER)) == ("2 July 2027", "12.30am")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(17, 30), "5.30pm"),
        (time(10), "10am"),
        (time(9, 5), "9.05am"),
        (time(12), "12 noon"),
        (time(0), "midnight"),
    ],
)
def test_a_time_is_told_in_twelve_hours(moment, words):
    assert filters.clock_time(moment) == words


@pytest.mark.parametrize(
    ("length", "words"),
    [(1, "1 hour"), (0.5, "½ hour"), (2.5, "2½ hours"), (11, "11 hours"), (0, "0 hours"), (1.3, "1.3 hours")],
)
def test_hours_have_halves_and_a_plural(length, words):
    assert filters.hours(length) == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (filters.number(1657990), "1,657,990"),
        (filters.score(77), "77.0"),
        (filters.signed(21.26), "+21.3"),
        (filters.signed(-4), "−4.0"),
        (filters.percent(0.0041), "0.41\u00a0%"),
        (filters.percent(0.5, 0), "50\u00a0%"),
    ],
)
def test_numbers_have_the_places_their_column_needs(told, words):
    assert told == words


def test_a_name_never_breaks():
    assert filters.unbroken("North West") == "North\u00a0West"


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["Amina"], "Amina"), (["Amina", "Peter", "Grace"], "Amina, Peter and Grace")],
)
def test_names_are_joined_as_people_say_them(names, words):
    assert filters.in_words(names) == words
