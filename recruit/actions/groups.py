"""How a group begins, with its seats, and how its meetings are kept a year ahead."""

from datetime import date, datetime

from dateutil.relativedelta import relativedelta
from flask_babel import gettext as _

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.actions.rhythms import Rhythm, instants_of
from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.groups import Group, GroupKind, Meeting, MeetingSeries
from recruit.models.programmes import Programme
from recruit.models.seats import Seat
from recruit.queries.groups import is_named, last_position_in
from recruit.queries.meetings import Followed, series_followed
from recruit.storage import insert_once, new_id

FEWEST_SEATS, USUAL_SEATS, MOST_SEATS = 2, 2, 4
AHEAD = relativedelta(months=12)


def begin_group(
    programme: Programme,
    kind: GroupKind,
    name: str,
    *,
    seats: int,
    rhythm: Rhythm,
    words: str,
    by: Account,
    today: date,
    now: datetime,
) -> Group:
    """A new group with its meetings of the next year; only a workstream has seats. `words` say how it meets."""
    if is_named(programme, name):
        raise Refused(_("There is a group of this name already. Choose another name."))
    if rhythm.from_day < today:
        raise Refused(_("That day has passed. Choose today or a later day."))
    if kind is GroupKind.WORKSTREAM and not FEWEST_SEATS <= seats <= MOST_SEATS:
        raise Refused(_("A workstream has 2 to 4 seats."))
    position = last_position_in(programme) + 1
    group = Group(programme_id=programme.id, kind=kind, name=name, position=position, seats=[], meetings=[])
    if kind is GroupKind.WORKSTREAM:
        group.seats = [Seat(number=number) for number in range(1, seats + 1)]
    db.session.add(group)
    db.session.flush()
    record("group begun", group, by=by, now=now, seats=len(group.seats))
    series = _series(group, rhythm, words)
    _hold(series, after=now, until=now + AHEAD)
    return group


def hold_meetings(*, now: datetime) -> int:
    """Write down the meetings that have come within a year, by the newest rule of each group."""
    return sum(_hold(each.series, after=_last(each, now), until=now + AHEAD) for each in series_followed())


def _last(followed: Followed, now: datetime) -> datetime:
    return max(now, followed.last_at) if followed.last_at else now


def _series(group: Group, rhythm: Rhythm, words: str) -> MeetingSeries:
    series = MeetingSeries(
        group_id=group.id,
        rule=rhythm.rule,
        first_at=rhythm.first_at,
        minutes=rhythm.minutes,
        is_online=rhythm.is_online,
        place=rhythm.place,
        words=words,
    )
    db.session.add(series)
    db.session.flush()
    return series


def _hold(series: MeetingSeries, *, after: datetime, until: datetime) -> int:
    """Each meeting once: a group meets once at a time."""
    return sum(
        insert_once(
            db.session,
            Meeting,
            id=new_id(),
            group_id=series.group_id,
            series_id=series.id,
            starts_at=starts_at,
            minutes=series.minutes,
            is_online=series.is_online,
            place=series.place,
        )
        for starts_at in instants_of(series.rule, series.first_at, after=after, until=until)
    )
