"""How a group meets, the rule that says so (RFC 5545), and the instants that follow from it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

LONDON = ZoneInfo("Europe/London")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST, MOST_IN_A_MONTH = -1, 5


class HowOften(StrEnum):
    EVERY_WEEK = "every week"
    EVERY_SECOND_WEEK = "every second week"
    EVERY_MONTH = "every month"


@dataclass(frozen=True)
class Rhythm:
    """A weekday (0 is Monday) and a time in London, from a day on; `place` says where, or that it is online."""

    how_often: HowOften
    weekday: int
    from_day: date
    starts: time
    minutes: int
    is_online: bool
    place: str

    @property
    def first_day(self) -> date:
        """The first day on which they meet: from the day on, the first of that weekday."""
        return self.from_day + timedelta(days=(self.weekday - self.from_day.weekday()) % 7)

    @property
    def first_at(self) -> datetime:
        return datetime.combine(self.first_day, self.starts, LONDON).astimezone(UTC)

    @property
    def which_in_month(self) -> int:
        """The first, second ... of its weekday in the month; a fifth would be missing at times, so it is the last."""
        number = (self.first_day.day - 1) // 7 + 1
        return LAST if number == MOST_IN_A_MONTH else number

    @property
    def rule(self) -> str:
        day = DAYS[self.weekday]
        return {
            HowOften.EVERY_WEEK: f"FREQ=WEEKLY;BYDAY={day}",
            HowOften.EVERY_SECOND_WEEK: f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
            HowOften.EVERY_MONTH: f"FREQ=MONTHLY;BYDAY={self.which_in_month}{day}",
        }[self.how_often]


def instants_of(rule: str, first_at: datetime, *, after: datetime, until: datetime) -> list[datetime]:
    """When a rule falls in between; ten o'clock stays ten o'clock in London when the clocks change."""
    first = _in_london(first_at)
    found = rrulestr(rule, dtstart=first).between(_in_london(after), _in_london(until), inc=True)
    instants = [each.replace(tzinfo=LONDON).astimezone(UTC) for each in found]
    return [each for each in instants if after <= each <= until]


def _in_london(instant: datetime) -> datetime:
    return instant.astimezone(LONDON).replace(tzinfo=None)
