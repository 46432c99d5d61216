"""The one bridge between the rows and the arithmetic of matching."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from matching import availability
from recruit.models.groups import Meeting

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class SaidAboutTime:
    """When somebody can come, as typed so far: cells of the week, single dates, hours; nothing known by default."""

    grid: frozenset[tuple[int, str]] = frozenset()
    school_hours: bool = False
    term_time_only: bool = False
    replies: Mapping[str, str] = field(default_factory=dict)
    hours: str | None = None
    hours_per: str = "month"


@dataclass(frozen=True)
class TimeFit:
    """How the dates and hours of one role lie with somebody's time; `fit` is fits, tight, does not fit, not known."""

    fit: str
    can: int
    of: int


def time_fit(meetings: Sequence[Meeting], *, hours_needed: float, said: SaidAboutTime) -> TimeFit:
    """What the dates of a role come to for one person; unknown hours are left out of the word."""
    dated = [_dated(meeting) for meeting in meetings]
    free = availability.FreeTime(
        grid=said.grid,
        school_hours=said.school_hours,
        term_time_only=said.term_time_only,
        answers={meeting: reply.replace(" ", "_") for meeting, reply in said.replies.items() if reply},
    )
    can = availability.attendable(dated, free)
    offered = availability.hours_of_band(said.hours, per=said.hours_per) if said.hours else None
    hours = availability.share_of_hours(hours_needed, offered)
    knows_time = bool(said.grid or said.school_hours or free.answers)
    share = availability.share_of_meetings([each.id for each in dated], can if knows_time else None)
    word = availability.fit_in_words(share, 1.0 if hours is None else hours)
    return TimeFit(word, len(can), len(dated))


def _dated(meeting: Meeting) -> availability.Meeting:
    starts_at = meeting.starts_at.astimezone(LONDON)
    return availability.Meeting(str(meeting.id), starts_at, starts_at + timedelta(minutes=meeting.minutes))
