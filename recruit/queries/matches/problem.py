"""The planning problem of a programme: who may sit where, what each pair is wanted to bring."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from matching import Problem, RoleScorer
from matching.problem import Person, Seating, Workstream
from matching.records import Person as Scored
from recruit.models.candidates import Candidate
from recruit.models.groups import Group, Meeting
from recruit.models.plans import ChoiceKind, PlanChoice
from recruit.models.programmes import Target
from recruit.models.roles import RoleVersion
from recruit.queries.matches.people import person_of, tags_of
from recruit.queries.matches.roles import hours_of, role_of_version, tag_of

LONDON = ZoneInfo("Europe/London")
LEAST_ATTENDANCE = 0.6
POINTS_A_WEIGHT = 3.0
SLOT_VALUE = 1.5
TARGET_WEIGHT = 5.0
# What makes a pair more than two people: seen from different sides, from different places, old and new together.
OF_EVERY_PAIR = {
    "experienced": 6.0,
    "new": 6.0,
    "perspective:self": 3.0,
    "perspective:carer_family": 3.0,
    "skills:strategic": 3.0,
}
ANOTHER_AREA = 2.0


@dataclass(frozen=True)
class Facts:
    """The rows a problem is made of, read in a fixed number of statements."""

    groups: Sequence[Group]
    versions: Mapping[UUID, RoleVersion]
    meetings: Mapping[UUID, Sequence[Meeting]]
    candidates: Sequence[Candidate]
    experienced: Collection[UUID]
    waivers: Mapping[tuple[UUID, UUID], Collection[str]]
    vouched: Mapping[UUID | None, Collection[str]]
    targets: Sequence[Target]
    incumbents: frozenset[Seating]
    refused: frozenset[Seating]
    busy_hours: Mapping[UUID, float]
    busy_seats: Mapping[UUID, int]
    choices: Sequence[PlanChoice] = ()


def problem_of(facts: Facts, *, max_changes: int | None) -> Problem:
    """The facts as problem/1; ids are those of the rows, as text. Whoever sits somewhere can stay there."""
    scored = [_scored(facts, each) for each in facts.candidates]
    workstreams = tuple(_workstream(facts, group) for group in facts.groups)
    pins = frozenset(_seating(choice) for choice in facts.choices if choice.kind is not ChoiceKind.FORBID)
    forbids = frozenset(_seating(choice) for choice in facts.choices if choice.kind is ChoiceKind.FORBID)
    scores, needed = _scores(facts, scored)
    hours = {each.id: each.hours for each in workstreams}
    people = (
        _person(facts, candidate, each, needed[each.id])
        for candidate, each in zip(facts.candidates, scored, strict=True)
    )
    seated = facts.incumbents | pins
    problem = Problem(
        people=tuple(_with_room_for(each, seated, hours, workstreams) for each in people),
        workstreams=workstreams,
        scores=scores,
        pins=pins,
        forbids=forbids | (facts.refused - pins - facts.incumbents),
        targets={f"{each.family}:{each.code}": each.wanted for each in facts.targets},
        target_weight=TARGET_WEIGHT,
        incumbents=facts.incumbents,
        max_changes=max_changes,
    )
    return _standing_made_tenable(problem)


def slot_of(meeting: Meeting) -> str:
    """Meetings that begin at the same minute share a slot: nobody can be at both."""
    return f"{meeting.starts_at.astimezone(LONDON):%Y-%m-%dT%H:%M}"


def _seating(choice: PlanChoice) -> Seating:
    return str(choice.candidate_id), str(choice.group_id)


def _scored(facts: Facts, candidate: Candidate) -> Scored:
    every = [meeting for group in facts.groups for meeting in facts.meetings.get(group.id, ())]
    vouched = facts.vouched.get(candidate.id, ())
    is_experienced = candidate.id in facts.experienced
    return person_of(candidate, every, is_experienced=is_experienced, vouched=vouched)


def _workstream(facts: Facts, group: Group) -> Workstream:
    version, meetings = facts.versions[group.id], facts.meetings.get(group.id, ())
    areas = {f"area:{each.area}": ANOTHER_AREA for each in facts.candidates if each.area}
    asked = {tag_of(each): each.weight * POINTS_A_WEIGHT for each in version.criteria}
    return Workstream(
        id=str(group.id),
        seats=len(group.seats),
        hours=hours_of(version),
        slots=frozenset(slot_of(each) for each in meetings),
        min_attendance=LEAST_ATTENDANCE,
        slot_value=SLOT_VALUE,
        must_have=frozenset(_must(group, tag_of(each)) for each in version.criteria if each.is_essential),
        wants={**areas, **OF_EVERY_PAIR, **asked},
    )


def _must(group: Group, tag: str) -> str:
    """An essential of one workstream: a waiver for one role lets nobody into another."""
    return f"must:{group.id}:{tag}"


def _scores(
    facts: Facts, people: Iterable[Scored]
) -> tuple[dict[str, dict[str, float]], dict[str, set[str]]]:
    """Scores without the gap score, and the essentials that each person meets or was excused from."""
    pool = list(people)
    scores: dict[str, dict[str, float]] = {}
    met: dict[str, set[str]] = {each.id: set() for each in pool}
    for group in facts.groups:
        version = facts.versions[group.id]
        role = role_of_version(version, facts.meetings.get(group.id, ()), targets={})
        here = [
            replace(each, waived=tuple(facts.waivers.get((UUID(each.id), version.role_profile_id), ())))
            for each in pool
        ]
        scorer = RoleScorer(role).fit(here)
        scores[str(group.id)] = scorer.planner_scores(here)
        for each in here:
            missing = scorer.entry(each).to_look_at
            met[each.id] |= {_must(group, tag) for tag in role.essential if tag not in missing}
    return scores, met


def _person(facts: Facts, candidate: Candidate, scored: Scored, essentials: set[str]) -> Person:
    is_experienced = candidate.id in facts.experienced
    coming = set(scored.meetings or ())
    missed: set[str] = set()
    met: set[str] = set()
    for group in facts.groups:
        for meeting in facts.meetings.get(group.id, ()):
            (met if str(meeting.id) in coming else missed).add(slot_of(meeting))
    hours = None if scored.hours is None else max(0.0, scored.hours - facts.busy_hours.get(candidate.id, 0.0))
    return Person(
        id=scored.id,
        organisation=str(candidate.nominated_by_id) if candidate.nominated_by_id else None,
        max_workstreams=max(0, candidate.max_workstreams - facts.busy_seats.get(candidate.id, 0)),
        hours=hours,
        tags=frozenset(tags_of(candidate, is_experienced=is_experienced)) | essentials,
        groups=frozenset(scored.groups or ()),
        slots=frozenset(met - missed),
    )


def _with_room_for(
    person: Person, seated: Iterable[Seating], hours: Mapping[str, float], workstreams: Sequence[Workstream]
) -> Person:
    """Whoever sits already, or was put there by a person, has the room for it: only people take that back."""
    held = {workstream for who, workstream in seated if who == person.id}
    needed = sum(hours[each] for each in held)
    return replace(
        person,
        max_workstreams=max(person.max_workstreams, len(held)),
        hours=None if person.hours is None else max(person.hours, needed),
    )


def _standing_made_tenable(problem: Problem) -> Problem:
    """Let everybody who sits somewhere stay: dates that became tight are a question to them, not a removal."""
    workstreams = {each.id: each for each in problem.workstreams}
    held: dict[str, list[Workstream]] = {}
    for person, workstream in sorted(problem.incumbents):
        held.setdefault(person, []).append(workstreams[workstream])
    people = tuple(
        replace(
            each,
            tags=each.tags | {tag for workstream in held.get(each.id, ()) for tag in workstream.must_have},
            slots=each.slots | _least_slots(each, held.get(each.id, ())),
        )
        for each in problem.people
    )
    scores = {key: dict(row) for key, row in problem.scores.items()}
    for person, workstream in problem.incumbents:
        scores.setdefault(workstream, {}).setdefault(person, 0.0)
    return replace(problem, people=people, scores=scores)


def _least_slots(person: Person, held: Iterable[Workstream]) -> set[str]:
    """The slots that bring somebody to the least share of the meetings where they sit."""
    added: set[str] = set()
    for workstream in held:
        missed = sorted(workstream.slots - person.slots)
        needed = workstream.min_attendance * len(workstream.slots) - len(workstream.slots & person.slots)
        added |= set(missed[: max(0, -int(-needed // 1))])
    return added


def starts_at(day: date) -> datetime:
    """The first minute of a day in London."""
    return datetime.combine(day, datetime.min.time(), LONDON)
