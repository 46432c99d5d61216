"""A group begins with seats and a year of meetings, and the year goes on."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import sqlalchemy as sa

from recruit.actions.groups import begin_group, hold_meetings
from recruit.actions.refusals import Refused
from recruit.actions.rhythms import HowOften, Rhythm
from recruit.extensions import db
from recruit.models.groups import GroupKind, Meeting, MeetingSeries
from recruit.models.seats import Seat
from tests.makers import NOW, TODAY, a_group, a_programme

TUESDAYS = Rhythm(
    how_often=HowOften.EVERY_SECOND_WEEK,
    weekday=1,
    from_day=TODAY,
    starts=time(10),
    minutes=120,
    is_online=False,
    place="Town hall",
)


@pytest.fixture
def begun(programme, coordinator):
    def begin(name="Informatics", kind=GroupKind.WORKSTREAM, seats=2, rhythm=TUESDAYS):
        return begin_group(
            programme,
            kind,
            name,
            seats=seats,
            rhythm=rhythm,
            words="alternate Tuesdays",
            by=coordinator,
            today=TODAY,
            now=NOW,
        )

    return begin


def meetings_of(group):
    db.session.expire_all()
    held = sa.select(Meeting).where(Meeting.group_id == group.id).order_by(Meeting.starts_at)
    return list(db.session.scalars(held))


def test_a_workstream_has_its_seats_and_its_meetings(begun):
    group = begun(seats=3)

    numbers = sorted(db.session.scalars(sa.select(Seat.number).where(Seat.group_id == group.id)))
    meetings = meetings_of(group)
    assert numbers == [1, 2, 3]
    assert meetings[0].starts_at == datetime(2027, 1, 12, 10, tzinfo=UTC)
    assert {(each.minutes, each.place, each.is_online) for each in meetings} == {(120, "Town hall", False)}


def test_a_year_of_meetings_keeps_its_hour_in_summer(begun):
    starts = [each.starts_at for each in meetings_of(begun())]

    assert len(starts) == 26
    assert datetime(2027, 3, 23, 10, tzinfo=UTC) in starts
    assert datetime(2027, 4, 6, 9, tzinfo=UTC) in starts
    assert starts[-1] == datetime(2027, 12, 28, 10, tzinfo=UTC)


def test_a_meeting_earlier_today_is_not_written_down(begun):
    group = begun(
        rhythm=Rhythm(
            how_often=HowOften.EVERY_WEEK,
            weekday=0,
            from_day=TODAY,
            starts=time(8),
            minutes=60,
            is_online=True,
            place="Online",
        )
    )

    assert meetings_of(group)[0].starts_at == datetime(2027, 1, 18, 8, tzinfo=UTC)


@pytest.mark.parametrize("kind", [kind for kind in GroupKind if kind is not GroupKind.WORKSTREAM])
def test_only_a_workstream_has_seats(begun, kind):
    group = begun(kind=kind)

    assert group.seats == []
    assert meetings_of(group)


def test_a_new_group_comes_after_the_others(begun, programme):
    first = a_group(programme, name="First")

    assert begun().position > first.position


@pytest.mark.parametrize("name", ["Informatics", "INFORMATICS"])
def test_a_name_is_given_once_in_a_programme(begun, programme, name):
    a_group(programme, name="Informatics")

    with pytest.raises(Refused, match="this name already"):
        begun(name=name)


def test_another_programme_may_have_a_group_of_the_same_name(begun):
    a_group(a_programme(name="Elsewhere"), name="Informatics")

    assert begun(name="Informatics").name == "Informatics"


@pytest.mark.parametrize("seats", [1, 5])
def test_a_workstream_of_another_size_is_refused(begun, seats):
    with pytest.raises(Refused, match="2 to 4 seats"):
        begun(seats=seats)


def test_a_day_that_has_passed_is_refused(begun):
    yesterday = Rhythm(**{**vars(TUESDAYS), "from_day": date(2027, 1, 10)})

    with pytest.raises(Refused, match="has passed"):
        begun(rhythm=yesterday)


def test_meetings_are_kept_a_year_ahead_and_each_is_written_once(begun):
    group = begun()
    later = NOW + timedelta(days=30)

    added = [hold_meetings(now=later), hold_meetings(now=later)]

    starts = [each.starts_at for each in meetings_of(group)]
    assert added == [3, 0]
    assert starts[-3:] == [datetime(2028, *day, 10, tzinfo=UTC) for day in ((1, 11), (1, 25), (2, 8))]


def test_a_meeting_that_was_taken_away_stays_away(begun):
    group = begun()
    gone = meetings_of(group)[3]
    starts_at = gone.starts_at
    db.session.delete(gone)
    db.session.flush()

    hold_meetings(now=NOW + timedelta(days=1))

    assert starts_at not in [each.starts_at for each in meetings_of(group)]


def test_the_newest_rule_of_a_group_is_the_one_that_goes_on(begun):
    group = begun()
    old = db.session.scalars(sa.select(MeetingSeries)).one()
    new = MeetingSeries(
        group_id=group.id,
        rule="FREQ=MONTHLY;BYDAY=1WE",
        first_at=datetime(2027, 12, 1, 14, tzinfo=UTC),
        minutes=90,
        is_online=True,
        place="Online",
        words="monthly, first Wednesday",
    )
    db.session.add(new)
    db.session.flush()

    hold_meetings(now=NOW + timedelta(days=60))

    made = sa.select(Meeting.series_id, sa.func.count(Meeting.id)).group_by(Meeting.series_id)
    assert dict(db.session.execute(made).all()) == {old.id: 26, new.id: 4}
