"""The groups, how often each meets, and the meetings that follow from the rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache

from dateutil.rrule import rrulestr

from recruit.seed.specification import seed_list
from recruit.seed.story_days import Calendar, in_london, next_weekday

KEPT_BACK, LAID_AHEAD = timedelta(days=183), timedelta(days=366)
WORKSTREAMS = ("W1", "W2", "W3", "W4", "W5")
SEATS_EACH = 2


@dataclass(frozen=True)
class GroupRecord:
    """One group with its rule (RFC 5545); it begins on a day of the story."""

    key: str
    kind: str
    name: str
    begins: int
    weekday: int
    rule: str
    hour: int
    minute: int
    minutes: int
    is_online: bool
    place: str
    words: str


@cache
def the_groups() -> tuple[GroupRecord, ...]:
    return tuple(GroupRecord(**raw) for raw in seed_list("groups")["groups"])


def first_meeting(group: GroupRecord, calendar: Calendar) -> datetime:
    """The first time this group met, by the rule and not before its day."""
    return next(_instants(group, calendar))


def meetings_of(group: GroupRecord, calendar: Calendar) -> list[tuple[int, datetime]]:
    """Half a year back and a year ahead: each meeting with its number since the first."""
    kept = []
    for number, instant in enumerate(_instants(group, calendar), start=1):
        if instant > calendar.now + LAID_AHEAD:
            return kept
        if instant >= calendar.now - KEPT_BACK:
            kept.append((number, instant))
    return kept


def _instants(group: GroupRecord, calendar: Calendar) -> Iterator[datetime]:
    """Ten o'clock stays ten o'clock in London when the clocks change."""
    begins = next_weekday(calendar.on(group.begins), group.weekday)
    local = rrulestr(group.rule, dtstart=datetime.combine(begins, time(group.hour, group.minute)))
    return (in_london(each.date(), each.hour, each.minute) for each in local)
