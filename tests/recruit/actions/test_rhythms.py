"""Rules of meeting, and the instants that follow from them."""

from datetime import UTC, date, datetime, time

import pytest
from dateutil.rrule import rrulestr

from recruit.actions.rhythms import LONDON, HowOften, Rhythm, instants_of

TUESDAY = 1


def a_rhythm(how_often=HowOften.EVERY_SECOND_WEEK, weekday=TUESDAY, from_day=date(2027, 1, 11), **facts):
    facts = {"starts": time(10), "minutes": 120, "is_online": False, "place": "Town hall"} | facts
    return Rhythm(how_often=how_often, weekday=weekday, from_day=from_day, **facts)


def days_of(rhythm, *, until):
    found = instants_of(rhythm.rule, rhythm.first_at, after=rhythm.first_at, until=until)
    return [each.astimezone(LONDON).date() for each in found]


def test_the_first_meeting_is_on_the_first_such_weekday():
    assert a_rhythm().first_day == date(2027, 1, 12)
    assert a_rhythm(from_day=date(2027, 1, 12)).first_day == date(2027, 1, 12)


@pytest.mark.parametrize(
    ("how_often", "days"),
    [
        (HowOften.EVERY_WEEK, [date(2027, 1, 12), date(2027, 1, 19), date(2027, 1, 26), date(2027, 2, 2)]),
        (HowOften.EVERY_SECOND_WEEK, [date(2027, 1, 12), date(2027, 1, 26)]),
        (HowOften.EVERY_MONTH, [date(2027, 1, 12), date(2027, 2, 9)]),
    ],
)
def test_each_rule_falls_on_its_days(how_often, days):
    assert days_of(a_rhythm(how_often), until=datetime(2027, 2, 9, 10, tzinfo=UTC))[: len(days)] == days


def test_a_fifth_weekday_is_the_last_of_each_month():
    rhythm = a_rhythm(HowOften.EVERY_MONTH, weekday=4, from_day=date(2027, 1, 29))

    assert days_of(rhythm, until=datetime(2027, 4, 1, tzinfo=UTC)) == [
        date(2027, 1, 29),
        date(2027, 2, 26),
        date(2027, 3, 26),
    ]


@pytest.mark.parametrize(
    ("weekday", "winter", "summer"),
    [
        (5, datetime(2027, 3, 27, 10, tzinfo=UTC), datetime(2027, 4, 3, 9, tzinfo=UTC)),
        (6, datetime(2027, 3, 21, 10, tzinfo=UTC), datetime(2027, 3, 28, 9, tzinfo=UTC)),
        (0, datetime(2027, 3, 22, 10, tzinfo=UTC), datetime(2027, 3, 29, 9, tzinfo=UTC)),
    ],
)
def test_ten_o_clock_stays_ten_o_clock_when_summer_time_begins(weekday, winter, summer):
    rhythm = a_rhythm(HowOften.EVERY_WEEK, weekday=weekday, from_day=date(2027, 3, 20))

    found = instants_of(rhythm.rule, rhythm.first_at, after=winter, until=summer)

    assert found == [winter, summer]


def test_a_rule_begun_in_summer_keeps_its_hour_in_winter():
    rhythm = a_rhythm(HowOften.EVERY_WEEK, from_day=date(2027, 10, 26))

    found = instants_of(
        rhythm.rule, rhythm.first_at, after=rhythm.first_at, until=datetime(2027, 11, 3, tzinfo=UTC)
    )

    assert found == [datetime(2027, 10, 26, 9, tzinfo=UTC), datetime(2027, 11, 2, 10, tzinfo=UTC)]


def test_nothing_falls_outside_what_was_asked():
    rhythm = a_rhythm()
    second = datetime(2027, 1, 26, 10, tzinfo=UTC)

    assert instants_of(rhythm.rule, rhythm.first_at, after=second, until=second) == [second]
    assert instants_of(rhythm.rule, rhythm.first_at, after=datetime(2020, 1, 1, tzinfo=UTC), until=second)[
        0
    ] == (rhythm.first_at)


@pytest.mark.parametrize("how_often", HowOften)
def test_the_first_meeting_follows_from_its_own_rule(how_often):
    rhythm = a_rhythm(how_often)

    first = datetime.combine(rhythm.first_day, rhythm.starts)

    assert rrulestr(rhythm.rule, dtstart=first)[0] == first
