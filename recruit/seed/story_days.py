"""The days of the story: counted from its first call, never absolute."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

FIRST_CALL = 0
FIRST_CALL_CLOSES = 120
WORKSHOP_INVITATIONS = 52
WORKSHOP = 66
SHORTLIST_OPENS = 79
FIRST_DECISIONS = 84
CORE_BEGINS = 92
LAST_DECISIONS = 104
PAIRS_PUBLISHED = 102
PAIRS_BEGIN = 112
SECOND_CALL = 113
SECOND_CALL_CLOSES = 170
SECOND_WAVE = 120
SECOND_VERSION = 250
THIRD_CALL = 258
THIRD_WAVE = 270
PAUSE_BEGINS, PAUSE_ENDS = 325, 385
SECOND_SHORTLIST_OPENS = 318
FORUM_BEGINS = 98


class Moment(StrEnum):
    """How far the story has been told when the demo opens."""

    BEFORE_PAIRS = "before pairs"
    TODAY = "today"


DAY_OF = {Moment.BEFORE_PAIRS: 96, Moment.TODAY: 345}


@dataclass(frozen=True)
class Calendar:
    """Days of the story as real days, for a demo made on `today`."""

    today: date
    now: datetime
    moment: Moment

    @property
    def day(self) -> int:
        return DAY_OF[self.moment]

    def stopped_at(self, moment: Moment) -> "Calendar":
        """The same story as it stood then, at nine in the morning."""
        day = DAY_OF[moment]
        return Calendar(self.on(day), in_london(self.on(day), 9), moment)

    def has_come(self, day: int) -> bool:
        return day <= self.day

    def on(self, day: int) -> date:
        return self.today + timedelta(days=day - self.day)

    def at(self, day: int, hour: int = 10, minute: int = 0) -> datetime:
        """An hour in London on a day of the story; never later than now for a day that has come."""
        instant = in_london(self.on(day), hour, minute)
        return min(instant, self.now) if self.has_come(day) else instant


def in_london(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), LONDON).astimezone(UTC)


def next_weekday(day: date, weekday: int) -> date:
    """This day or the first one after it that falls on the weekday (0 is Monday)."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)
