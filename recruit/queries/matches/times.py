"""When somebody can come, beside the true meetings of a role."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from matching import availability
from recruit.models.candidates import Candidate
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
    away: tuple[tuple[date, date], ...] = ()
    online: bool | None = None
    in_person: bool | None = None

    @property
    def is_known(self) -> bool:
        return bool(self.grid or self.school_hours or any(self.replies.values()))


@dataclass(frozen=True)
class TimeFit:
    """How the dates and hours of one role lie with somebody's time; `fit` is fits, tight, does not fit, not known."""

    fit: str
    can: int
    of: int


def said_by(candidate: Candidate) -> SaidAboutTime:
    """What a person told us about their time, from their rows."""
    return SaidAboutTime(
        grid=frozenset((free.weekday, str(free.part)) for free in candidate.free_times),
        school_hours=bool(candidate.school_hours_only),
        term_time_only=bool(candidate.term_time_only),
        replies={str(said.meeting_id): str(said.reply) for said in candidate.date_replies},
        hours=str(candidate.hours) if candidate.hours else None,
        hours_per=str(candidate.hours_per or "month"),
        away=tuple((away.from_on, away.to_on) for away in candidate.weeks_away),
        online=candidate.meets_online,
        in_person=candidate.meets_in_person,
    )


def time_fit(meetings: Sequence[Meeting], *, hours_needed: float, said: SaidAboutTime) -> TimeFit:
    """What the dates of a role come to for one person; unknown hours are left out of the word."""
    can = attended(meetings, said)
    hours = availability.share_of_hours(hours_needed, hours_offered(said))
    share = availability.share_of_meetings(
        [str(each.id) for each in meetings], can if said.is_known else None
    )
    word = availability.fit_in_words(share, 1.0 if hours is None else hours)
    return TimeFit(word, len(can), len(meetings))


def hours_offered(said: SaidAboutTime) -> float | None:
    """Hours a month, at the upper end of the band; None for "not sure" and for no answer."""
    return availability.hours_of_band(said.hours, per=said.hours_per) if said.hours else None


def attended(meetings: Iterable[Meeting], said: SaidAboutTime) -> tuple[str, ...]:
    """Ids of the meetings this person can come to; an answer for the date decides before all the rest."""
    free = _free_times(said)
    return tuple(
        str(meeting.id)
        for meeting in meetings
        if _comes_there(meeting, said) and all(each.can_attend(_dated(meeting)) for each in free)
    )


def _free_times(said: SaidAboutTime) -> list[availability.FreeTime]:
    """The week as ticked and, where it is only in school hours, those as well: both must allow a date."""
    limits: dict[str, Any] = {
        "term_time_only": said.term_time_only,
        "away": said.away,
        "answers": {meeting: reply.replace(" ", "_") for meeting, reply in said.replies.items() if reply},
    }
    week = [availability.FreeTime(grid=said.grid, **limits)] if said.grid or not said.school_hours else []
    school = [availability.FreeTime(school_hours=True, **limits)] if said.school_hours else []
    return [*week, *school]


def _comes_there(meeting: Meeting, said: SaidAboutTime) -> bool:
    """Whether the person comes online, or in person; whoever was not asked does, and so does a yes to the date."""
    if said.replies.get(str(meeting.id)) in ("can", "with help"):
        return True
    return (said.online if meeting.is_online else said.in_person) is not False


def _dated(meeting: Meeting) -> availability.Meeting:
    starts_at = meeting.starts_at.astimezone(LONDON)
    return availability.Meeting(str(meeting.id), starts_at, starts_at + timedelta(minutes=meeting.minutes))
