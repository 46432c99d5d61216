"""When somebody can come, beside the true meetings."""

from datetime import timedelta

import pytest

from recruit.models.candidates import DateReply, HoursBand, HoursPer, MeetingReply, WeeksAway
from recruit.queries.matches.people import candidates_with_facts
from recruit.queries.matches.times import SaidAboutTime, attended, hours_offered, said_by, time_fit
from tests.makers import TODAY, a_candidate, a_group, kept

TUESDAY_MORNING = frozenset({(1, "morning")})


@pytest.fixture
def meetings(programme):
    """Three Tuesdays, 10 am to 12 noon, in person."""
    return a_group(programme, meetings=3).meetings


def ids(meetings):
    return tuple(str(each.id) for each in meetings)


def test_the_week_decides_where_nothing_else_was_said(meetings):
    can = attended(meetings, SaidAboutTime(grid=TUESDAY_MORNING))
    cannot = attended(meetings, SaidAboutTime(grid=frozenset({(2, "morning")})))

    assert (can, cannot) == (ids(meetings), ())


def test_only_in_school_hours_limits_the_week(meetings):
    evening = SaidAboutTime(grid=frozenset({(1, "evening")}), school_hours=True)
    morning = SaidAboutTime(grid=TUESDAY_MORNING, school_hours=True)

    assert (attended(meetings, evening), attended(meetings, morning)) == ((), ids(meetings))


def test_a_group_that_meets_in_person_is_lost_to_who_comes_online_only(meetings):
    said = SaidAboutTime(grid=TUESDAY_MORNING, online=True, in_person=False)

    assert attended(meetings, said) == ()


def test_an_answer_about_a_date_outweighs_the_week_and_the_place(meetings):
    first, second, _third = ids(meetings)
    said = SaidAboutTime(
        grid=TUESDAY_MORNING, in_person=False, replies={first: "with help", second: "cannot"}
    )

    assert attended(meetings, said) == (first,)


def test_rows_say_the_same_as_what_was_typed(meetings):
    candidate = a_candidate(hours=HoursBand.UNDER_4, hours_per=HoursPer.WEEK)
    kept(WeeksAway(candidate_id=candidate.id, from_on=TODAY, to_on=TODAY + timedelta(days=7)))
    kept(MeetingReply(candidate_id=candidate.id, meeting=meetings[2], reply=DateReply.CANNOT))

    said = said_by(candidates_with_facts([candidate.id])[0])

    assert attended(meetings, said) == ids(meetings)[1:2]
    assert hours_offered(said) == pytest.approx(3 * 4.3)


def test_whoever_told_us_nothing_is_not_known(meetings):
    fit = time_fit(meetings, hours_needed=8, said=SaidAboutTime())

    assert (fit.fit, fit.can, fit.of) == ("not known", 0, 3)
