"""A normal month of a role, as a picture: four weeks made from real meetings, and the reading between them."""

from collections.abc import Iterable
from datetime import date, timedelta

from flask_babel import gettext as _

from recruit.models.groups import Meeting
from recruit.web.clock import LONDON
from recruit.web.filters import number

WEEKS, DAYS = 4, 7
Cell = tuple[str, str] | None


def month_of(meetings: Iterable[Meeting], own_group_id: object, reading_hours: float) -> list[list[Cell]]:
    """Four weeks from the first meeting's Monday; each cell none, or its kind and its hours."""
    days = [(meeting.starts_at.astimezone(LONDON).date(), meeting) for meeting in meetings]
    weeks: list[list[Cell]] = [[None] * DAYS for _week in range(WEEKS)]
    if not days:
        return weeks
    monday = days[0][0] - timedelta(days=days[0][0].weekday())
    for day, meeting in days:
        week, weekday = divmod((day - monday).days, DAYS)
        if week < WEEKS:
            kind = "workstream" if meeting.group_id == own_group_id else "group"
            weeks[week][weekday] = (kind, short_hours(meeting.minutes / 60))
    _add_reading(weeks, reading_hours)
    return weeks


def month_ends(first: date) -> date:
    """The first day after the four weeks that begin on this day's Monday."""
    return first - timedelta(days=first.weekday()) + timedelta(weeks=WEEKS)


def short_hours(hours: float) -> str:
    """2 h, ½ h, 1½ h"""
    whole, rest = divmod(round(hours * 2) / 2, 1)
    return _("%(hours)s h", hours=(number(whole) if whole or not rest else "") + ("½" if rest else ""))


def _add_reading(weeks: list[list[Cell]], reading_hours: float) -> None:
    """Papers come a week ahead: reading stands on free days two days before the meetings, an hour at most a day."""
    busy = [week * DAYS + day for week in range(WEEKS) for day in range(DAYS) if weeks[week][day]]
    left = round(reading_hours * 2) / 2
    share = max(0.5, round(left / max(1, len(busy)) * 2) / 2)
    for place in _free_places(weeks, busy):
        if left <= 0:
            return
        hours = min(share, left)
        weeks[place // DAYS][place % DAYS] = ("reading", short_hours(hours))
        left -= hours


def _free_places(weeks: list[list[Cell]], busy: list[int]) -> Iterable[int]:
    """Free days before each meeting, the nearest but one first; then any free day."""
    for back in (2, 3, 1, 4):
        for place in busy:
            before = place - back
            if before >= 0 and weeks[before // DAYS][before % DAYS] is None:
                yield before
    for place in range(WEEKS * DAYS):
        if weeks[place // DAYS][place % DAYS] is None:
            yield place
