"""Meeting dates against free time."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.availability import (
    PARTS_OF_DAY,
    FreeTime,
    Meeting,
    attendable,
    fit_in_words,
    hours_of_band,
    share_of_hours,
    share_of_meetings,
)
from matching.reading import BadInput

TUESDAY, SATURDAY = 12, 16


def a_meeting(key="m1", *, day=TUESDAY, starts=(10, 0), ends=(12, 0)):
    starts_at = datetime(2027, 1, day, *starts, tzinfo=UTC)
    return Meeting(key, starts_at, datetime(2027, 1, day, *ends, tzinfo=UTC))


def test_a_meeting_within_the_grid_can_be_attended():
    meetings = [a_meeting("tue"), a_meeting("wed", day=TUESDAY + 1)]

    assert attendable(meetings, FreeTime(grid={(1, "morning")})) == ("tue",)


def test_a_meeting_across_noon_needs_both_halves():
    lunch = a_meeting(starts=(11, 0), ends=(13, 0))

    assert not FreeTime(grid={(1, "morning")}).can_attend(lunch)
    assert FreeTime(grid={(1, "morning"), (1, "afternoon")}).can_attend(lunch)


@pytest.mark.parametrize(
    ("starts", "ends", "parts"),
    [
        ((9, 30), (12, 0), ("morning",)),
        ((12, 0), (17, 0), ("afternoon",)),
        ((17, 0), (19, 0), ("evening",)),
        ((16, 0), (18, 0), ("afternoon", "evening")),
    ],
)
def test_noon_and_five_part_the_day(starts, ends, parts):
    assert a_meeting(starts=starts, ends=ends).parts_of_day == parts


@pytest.mark.parametrize(
    ("starts", "ends", "day", "comes"),
    [
        ((9, 30), (14, 30), TUESDAY, True),
        ((9, 0), (11, 0), TUESDAY, False),
        ((14, 0), (16, 0), TUESDAY, False),
        ((10, 0), (12, 0), SATURDAY, False),
    ],
)
def test_school_hours_are_half_past_nine_to_half_past_two_on_weekdays(starts, ends, day, comes):
    meeting = a_meeting(starts=starts, ends=ends, day=day)

    assert FreeTime(school_hours=True).can_attend(meeting) is comes


def test_school_holidays_close_school_hours_and_term_time():
    holidays = [(date(2027, 1, TUESDAY), date(2027, 1, TUESDAY))]
    every_morning = {(1, "morning")}

    assert not FreeTime(school_hours=True, holidays=holidays).can_attend(a_meeting())
    assert not FreeTime(grid=every_morning, term_time_only=True, holidays=holidays).can_attend(a_meeting())
    assert FreeTime(grid=every_morning, holidays=holidays).can_attend(a_meeting())


def test_a_week_away_closes_the_days_of_it():
    away = [(date(2027, 1, 11), date(2027, 1, TUESDAY))]
    free_time = FreeTime(grid={(1, "morning")}, away=away)

    assert attendable([a_meeting("in"), a_meeting("after", day=TUESDAY + 7)], free_time) == ("after",)


def test_an_answer_for_a_date_goes_before_the_grid_and_the_week_away():
    away = [(date(2027, 1, 1), date(2027, 1, 31))]
    free_time = FreeTime(grid={(1, "morning")}, away=away, answers={"m1": "can"})

    assert free_time.can_attend(a_meeting())
    assert not FreeTime(grid={(1, "morning")}, answers={"m1": "cannot"}).can_attend(a_meeting())


def test_help_that_is_funded_counts_as_can():
    free_time = FreeTime(answers={"m1": "with_help"})

    assert free_time.can_attend(a_meeting())
    assert not free_time.can_attend(a_meeting(), help_is_funded=False)


@pytest.mark.parametrize(
    ("band", "per", "hours"),
    [
        ("under 4", "month", 3),
        ("4_to_8", "month", 8),
        ("More", "month", 20),
        ("under 4", "week", 3 * 4.3),
        ("not sure", "week", None),
    ],
)
def test_a_band_counts_at_its_upper_end(band, per, hours):
    assert hours_of_band(band, per=per) == hours


@pytest.mark.parametrize(("band", "per"), [("lots", "month"), ("under 4", "year")])
def test_another_band_or_unit_is_refused(band, per):
    with pytest.raises(BadInput, match="hours"):
        hours_of_band(band, per=per)


@pytest.mark.parametrize(
    ("meetings", "hours", "words"),
    [
        (0.8, 1.0, "fits"),
        (0.79, 1.0, "tight"),
        (1.0, 0.8, "tight"),
        (0.59, 1.0, "does not fit"),
        (1.0, 0.79, "does not fit"),
        (None, 1.0, "not known"),
        (1.0, None, "not known"),
    ],
)
def test_a_fit_is_said_in_words(meetings, hours, words):
    assert fit_in_words(meetings, hours) == words


def test_shares_are_of_what_is_wanted():
    assert share_of_meetings(("a", "b"), ("b", "c")) == 0.5
    assert share_of_meetings(("a",), None) is None
    assert share_of_hours(8, 12) == 1
    assert share_of_hours(8, None) is None


cells = st.sets(st.tuples(st.integers(0, 6), st.sampled_from(sorted(PARTS_OF_DAY))))


@given(cells, cells, st.integers(4, 28), st.integers(7, 20))
def test_more_free_time_never_loses_a_meeting(grid, more, day, hour):
    meeting = a_meeting(day=day, starts=(hour, 0), ends=(hour + 2, 0))

    assert FreeTime(grid=grid | more).can_attend(meeting) >= FreeTime(grid=grid).can_attend(meeting)


@pytest.mark.parametrize(
    "wrong", [{"grid": {(7, "morning")}}, {"grid": {(1, "night")}}, {"answers": {"m1": "perhaps"}}]
)
def test_free_time_that_cannot_be_read_is_refused(wrong):
    with pytest.raises(BadInput):
        FreeTime(**wrong)


def test_a_meeting_ends_after_it_starts():
    with pytest.raises(BadInput, match="meetings"):
        a_meeting(starts=(12, 0), ends=(12, 0))
