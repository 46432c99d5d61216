"""Meeting dates against free time: which can be attended, and what that comes to in words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from .reading import BadInput

PARTS_OF_DAY = {
    "morning": (time(0), time(12)),
    "afternoon": (time(12), time(17)),
    "evening": (time(17), time.max),
}
SCHOOL_HOURS = (time(9, 30), time(14, 30))
ANSWERS = ("can", "with_help", "cannot")
WEEKS_A_MONTH = 4.3
HOURS_OF_BANDS = {
    "under 4": 3.0,
    "4 to 8": 8.0,
    "9 to 12": 12.0,
    "13 to 16": 16.0,
    "more": 20.0,
    "not sure": None,
}
FITS, TIGHT, DOES_NOT_FIT, NOT_KNOWN = "fits", "tight", "does not fit", "not known"


@dataclass(frozen=True)
class Meeting:
    """One dated meeting in local time, from its start to its end."""

    id: str
    starts_at: datetime
    ends_at: datetime

    def __post_init__(self) -> None:
        if self.ends_at <= self.starts_at or self.ends_at.date() != self.starts_at.date():
            raise BadInput(f"meetings.{self.id}: expected an end after the start on the same day")

    @property
    def parts_of_day(self) -> tuple[str, ...]:
        """Each part of the day that the meeting touches."""
        starts, ends = self.starts_at.time(), self.ends_at.time()
        return tuple(name for name, (first, last) in PARTS_OF_DAY.items() if starts < last and ends > first)


@dataclass(frozen=True)
class FreeTime:
    """When a person can come: a weekly grid, weeks away, and an answer for single dates.

    grid holds (weekday, part of day), Monday is 0; school_hours adds Monday to Friday 9.30 to 14.30;
    term_time_only takes the holidays out; away and holidays are (first day, last day), both included;
    answers are "can", "with_help" or "cannot" by meeting id and go before all the rest.
    """

    grid: Collection[tuple[int, str]] = ()
    school_hours: bool = False
    term_time_only: bool = False
    away: Collection[tuple[date, date]] = ()
    holidays: Collection[tuple[date, date]] = ()
    answers: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for weekday, part in self.grid:
            if weekday not in range(7) or part not in PARTS_OF_DAY:
                raise BadInput(
                    f"grid: expected a weekday 0 to 6 and a part of the day, found {(weekday, part)!r}"
                )
        for meeting, answer in self.answers.items():
            if answer not in ANSWERS:
                raise BadInput(f"answers.{meeting}: expected one of {', '.join(ANSWERS)}, found {answer!r}")

    def can_attend(self, meeting: Meeting, *, help_is_funded: bool = True) -> bool:
        """Whether this person can come; an answer for the date decides, then days away, then the grid."""
        answer = self.answers.get(meeting.id)
        if answer is not None:
            return answer == "can" or (answer == "with_help" and help_is_funded)
        closed = (*self.away, *(self.holidays if self.term_time_only else ()))
        day = meeting.starts_at.date()
        if any(first <= day <= last for first, last in closed):
            return False
        return self._within_the_grid(meeting) or self._within_school_hours(meeting)

    def _within_the_grid(self, meeting: Meeting) -> bool:
        weekday = meeting.starts_at.weekday()
        return all((weekday, part) in self.grid for part in meeting.parts_of_day)

    def _within_school_hours(self, meeting: Meeting) -> bool:
        day = meeting.starts_at.date()
        if (
            not self.school_hours
            or day.weekday() > 4
            or any(first <= day <= last for first, last in self.holidays)
        ):
            return False
        opens, closes = SCHOOL_HOURS
        return opens <= meeting.starts_at.time() and meeting.ends_at.time() <= closes


def attendable(
    meetings: Iterable[Meeting], free_time: FreeTime, *, help_is_funded: bool = True
) -> tuple[str, ...]:
    """Ids of the meetings that can be attended, in the order given."""
    return tuple(
        meeting.id for meeting in meetings if free_time.can_attend(meeting, help_is_funded=help_is_funded)
    )


def hours_of_band(band: str, *, per: str = "month") -> float | None:
    """Hours a month of an answer such as "9 to 12", at its upper end; None for "not sure".

    An answer per week is taken 4.3 times. Raises BadInput for another band or another unit.
    """
    name = band.replace("_", " ").strip().lower()
    if name not in HOURS_OF_BANDS:
        raise BadInput(f"hours: expected one of {', '.join(HOURS_OF_BANDS)}, found {band!r}")
    if per not in ("month", "week"):
        raise BadInput(f"hours: expected per month or week, found {per!r}")
    hours = HOURS_OF_BANDS[name]
    if hours is None or per == "month":
        return hours
    return hours * WEEKS_A_MONTH


def share_of_meetings(wanted: Collection[str], attended: Collection[str] | None) -> float | None:
    """The share of the wanted meetings that can be attended, 0 to 1; None where that is not known."""
    if not wanted:
        return 1.0
    if attended is None:
        return None
    can_come = set(attended)
    return sum(meeting in can_come for meeting in wanted) / len(wanted)


def share_of_hours(needed: float, offered: float | None) -> float | None:
    """min(1, hours offered / hours needed); None where the hours offered are not known."""
    if needed == 0:
        return 1.0
    return None if offered is None else min(1.0, offered / needed)


def fit_in_words(meetings: float | None, hours: float | None) -> str:
    """Fits, tight, does not fit or not known, from the two shares (matching.md, section 1)."""
    if meetings is None or hours is None:
        return NOT_KNOWN
    if meetings >= 0.8 and hours >= 1:
        return FITS
    return TIGHT if meetings >= 0.6 and hours >= 0.8 else DOES_NOT_FIT
