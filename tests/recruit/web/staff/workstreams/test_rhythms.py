"""How a rhythm reads in words."""

from datetime import date, time

import pytest

from recruit.actions.rhythms import HowOften, Rhythm
from recruit.web.staff.workstreams.rhythms import rhythm_words


def said(how_often=HowOften.EVERY_SECOND_WEEK, starts=time(10), minutes=120, **facts):
    facts = {"weekday": 1, "from_day": date(2027, 1, 11), "is_online": False, "place": "Town hall"} | facts
    return rhythm_words(Rhythm(how_often=how_often, starts=starts, minutes=minutes, **facts))


@pytest.mark.parametrize(
    ("how_often", "words"),
    [
        (HowOften.EVERY_WEEK, "every Tuesday, 10am to 12 noon, in person"),
        (HowOften.EVERY_SECOND_WEEK, "alternate Tuesdays, 10am to 12 noon, in person"),
        (HowOften.EVERY_MONTH, "monthly, second Tuesday, 10am to 12 noon, in person"),
    ],
)
def test_each_rhythm_has_its_words(app, how_often, words):
    with app.test_request_context():
        assert said(how_often) == words


def test_half_hours_and_the_last_of_the_month_are_said(app):
    with app.test_request_context():
        words = said(
            HowOften.EVERY_MONTH,
            starts=time(17, 30),
            minutes=90,
            weekday=4,
            from_day=date(2027, 1, 29),
            is_online=True,
        )

    assert words == "monthly, last Friday, 5.30pm to 7pm, online"
