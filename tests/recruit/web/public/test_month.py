"""A normal month, as a picture."""

from datetime import date, timedelta

import pytest

from recruit.models.groups import Meeting
from recruit.web.public.month import month_ends, month_of, short_hours
from tests.makers import NOW, a_group


def meetings(group, *days):
    """Meetings of two hours, counted in days from Tuesday 12 January."""
    first = NOW + timedelta(days=1)
    return [
        Meeting(group_id=group.id, starts_at=first + timedelta(days=day), minutes=120, is_online=True)
        for day in days
    ]


def cells(weeks, kind):
    return [
        (week, day)
        for week, row in enumerate(weeks)
        for day, cell in enumerate(row)
        if cell and cell[0] == kind
    ]


@pytest.fixture
def group(programme):
    return a_group(programme)


def test_each_meeting_stands_on_its_own_day(app, group):
    weeks = month_of(meetings(group, 0, 14), group.id, 0)

    assert cells(weeks, "workstream") == [(0, 1), (2, 1)]
    assert weeks[0][1] == ("workstream", "2 h")


def test_meetings_of_another_group_are_told_apart(app, programme, group):
    beside = a_group(programme, name="Advisory Group")
    found = sorted([*meetings(group, 0), *meetings(beside, 2)], key=lambda meeting: meeting.starts_at)

    weeks = month_of(found, group.id, 0)

    assert cells(weeks, "workstream") == [(0, 1)]
    assert cells(weeks, "group") == [(0, 3)]


@pytest.mark.parametrize(("hours", "expected"), [(0, []), (1, ["½ h", "½ h"]), (3, ["1½ h", "1½ h"])])
def test_all_the_reading_is_shown_before_the_meetings(app, group, hours, expected):
    weeks = month_of(meetings(group, 3, 17), group.id, hours)

    told = [weeks[week][day][1] for week, day in cells(weeks, "reading")]

    assert told == expected


def test_reading_finds_a_day_even_when_the_only_meeting_is_on_a_monday(app, group):
    weeks = month_of(meetings(group, 6), group.id, 2)

    assert len(cells(weeks, "reading")) == 1


def test_a_month_without_meetings_is_empty(app, group):
    weeks = month_of([], group.id, 4)

    assert [cell for row in weeks for cell in row if cell] == []


def test_four_weeks_end_on_the_fifth_monday():
    assert month_ends(date(2027, 1, 14)) == date(2027, 2, 8)


@pytest.mark.parametrize(("hours", "words"), [(2, "2 h"), (0.5, "½ h"), (1.5, "1½ h"), (0.75, "1 h")])
def test_hours_are_short(app, hours, words):
    with app.test_request_context():
        assert short_hours(hours) == words
