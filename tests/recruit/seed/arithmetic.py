"""The fifteen of the story as matching's own records, so that known answers need no database."""

from datetime import UTC, date, datetime, timedelta

from matching.availability import FreeTime, Meeting, attendable, hours_of_band
from matching.loading import load_problem
from matching.records import Lived, LivedAsked, Person, Role
from matching.scoring import RoleScorer
from recruit.seed.groups import WORKSTREAMS, meetings_of, the_groups
from recruit.seed.people import PersonRecord
from recruit.seed.roles import the_roles
from recruit.seed.story_days import LONDON, Calendar, Moment

NOW = datetime(2027, 1, 11, 9, tzinfo=UTC)
CALENDAR = Calendar(date(2027, 1, 11), NOW, Moment.BEFORE_PAIRS)
HALF_A_YEAR = timedelta(days=183)
MIN_ATTENDANCE, MEETING_IN_POINTS = 0.6, 1.5
COUNTS_AS_REACH = {"leader": "leader", "active": "active"}


def role_of(group: str) -> Role:
    role = next(each for each in the_roles() if each.group == group)
    by_facet = {
        facet: [each for each in role.criteria if each.facet == facet]
        for facet in ("skills", "lived", "communities")
    }
    return Role(
        skills={each.code: each.weight for each in by_facet["skills"]},
        lived={each.code: LivedAsked(each.weight, each.perspectives) for each in by_facet["lived"]},
        communities={each.code: each.weight for each in by_facet["communities"]},
        breadth=float(role.texts["breadth"]),
        essential=tuple(f"{each.facet}:{each.code}" for each in role.criteria if each.is_essential),
        hours=float(role.texts["hours_meetings"]) + float(role.texts["hours_reading"]),
        meetings=tuple(meeting.id for meeting in dates_of(group)),
    )


def dates_of(group: str) -> list[Meeting]:
    record = next(each for each in the_groups() if each.key == group)
    return [
        Meeting(f"{group}:{number}", starts_at.astimezone(LONDON), _end(starts_at, record.minutes))
        for number, starts_at in meetings_of(record, CALENDAR)
        if NOW < starts_at < NOW + HALF_A_YEAR
    ]


def _end(starts_at: datetime, minutes: int) -> datetime:
    return starts_at.astimezone(LONDON) + timedelta(minutes=minutes)


def person_of(record: PersonRecord) -> Person:
    """What a person told us; nothing of the equality answers has a place here."""
    return Person(
        id=record.key,
        about_done=record.about_done is not None,
        skills=dict(record.skills),
        lived=tuple(Lived(*each) for each in record.lived),
        communities={
            code: COUNTS_AS_REACH.get(link, "asks" if would_ask else "member")
            for code, link, would_ask in record.communities
        },
        hours=hours_of_band(record.hours, per=record.hours_per),
        meetings=tuple(date for group in ("AG", *WORKSTREAMS) for date in _can_come(record, group)),
        groups=(f"area:{record.area}",),
        evidence=tuple(text for _, text in record.statements),
    )


def _can_come(record: PersonRecord, group: str) -> tuple[str, ...]:
    away = [(CALENDAR.on(first), CALENDAR.on(last)) for first, last in record.away]
    return attendable(dates_of(group), FreeTime(grid=record.free, away=away))


def the_problem(people, *, organisations_differ=True):
    """Five workstreams with two seats each, and the people given."""
    persons = [person_of(record) for record in people]
    workstreams = [_workstream(group) for group in WORKSTREAMS]
    return load_problem(
        {
            "format": "alongside-problem/1",
            "people": [
                {
                    "id": record.key,
                    "organisation": record.named_by if organisations_differ else None,
                    "max_workstreams": record.max_workstreams,
                    "hours": person.hours,
                    "tags": sorted(record.tags),
                    "slots": list(person.meetings),
                }
                for record, person in zip(people, persons, strict=True)
            ],
            "workstreams": workstreams,
            "scores": {
                group: RoleScorer(role_of(group)).fit(persons).planner_scores(persons)
                for group in WORKSTREAMS
            },
        }
    )


def _workstream(group):
    role = role_of(group)
    wants = {f"skills:{code}": 3 * weight for code, weight in role.skills.items()}
    wants |= {f"lived:{code}": 3 * asked.weight for code, asked in role.lived.items()}
    wants |= {f"communities:{code}": 3 * weight for code, weight in role.communities.items()}
    return {
        "id": group,
        "hours": role.hours,
        "slots": list(role.meetings),
        "min_attendance": MIN_ATTENDANCE,
        "slot_value": MEETING_IN_POINTS,
        "must_have": list(role.essential),
        "wants": wants,
    }
