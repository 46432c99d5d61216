"""What a programme lacks: targets not yet met, and what empty seats ask for; one family at a time."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from recruit.extensions import db
from recruit.models.candidates import Candidate, Link
from recruit.models.groups import Group, GroupKind, Membership
from recruit.models.programmes import Target
from recruit.models.roles import Criterion, RoleProfile, RoleVersion
from recruit.queries.pairs import PairOnDay, experienced_on, pairs_on

MOST_FROM_TARGETS, MOST_FROM_SEATS = 4, 3

Tag = tuple[str, str]


@dataclass(frozen=True)
class Gap:
    """One thing that is missing, in one family; `seat_of` names the group whose empty seat asks for it."""

    family: str
    code: str
    seat_of: str = ""


def open_gaps(programme_id: UUID, *, on: date) -> list[Gap]:
    """The largest gaps first, then what empty seats ask for; never two families crossed."""
    return [*_targets_unmet(programme_id, on=on), *_wants_of_empty_seats(programme_id, on=on)]


def _targets_unmet(programme_id: UUID, *, on: date) -> list[Gap]:
    targets = db.session.scalars(select(Target).where(Target.programme_id == programme_id)).all()
    held = held_by_those_serving(programme_id, on=on)
    short = [
        ((target.wanted - held[target.family, target.code]) * target.weight, target) for target in targets
    ]
    short = [(missing, target) for missing, target in short if missing > 0]
    short.sort(key=lambda pair: (-pair[0], pair[1].family, pair[1].code))
    return [Gap(target.family, target.code) for _, target in short][:MOST_FROM_TARGETS]


def held_by_those_serving(programme_id: UUID, *, on: date) -> Counter[Tag]:
    """How many of those now serving in the advisory group are of each kind."""
    serving = _those_serving(programme_id, on=on)
    experienced = experienced_on(on, [person.id for person in serving])
    held = Counter(tag for person in serving for tag in set(families_of(person)))
    held["experience", "experienced"] = len(experienced)
    held["experience", "new"] = len(serving) - len(experienced)
    return held


def _those_serving(programme_id: UUID, *, on: date) -> list[Candidate]:
    members = (
        select(Candidate)
        .join(Membership, Membership.candidate_id == Candidate.id)
        .join(Group, Membership.group_id == Group.id)
        .where(
            Group.programme_id == programme_id,
            Group.kind == GroupKind.ADVISORY_GROUP,
            Membership.joined_on <= on,
            (Membership.left_on.is_(None)) | (Membership.left_on > on),
        )
        .options(joinedload(Candidate.nominated_by), *_brought())
    )
    return list(db.session.scalars(members).unique())


def _brought() -> list[Any]:
    lists = (Candidate.skills, Candidate.lived_experience, Candidate.connections)
    return [selectinload(each) for each in lists]


def families_of(person: Candidate) -> Iterator[Tag]:
    """Where a person counts; belonging to a community is not reach into it, asking others there is."""
    if person.area:
        yield "area", person.area
    if person.nominated_by is not None:
        yield "route", str(person.nominated_by.kind)
    yield from (("service", lived.code) for lived in person.lived_experience)
    for known in person.connections:
        if known.link is not Link.MEMBER or known.would_ask:
            yield "reach", known.code


def _wants_of_empty_seats(programme_id: UUID, *, on: date) -> list[Gap]:
    """The heaviest thing a role asks for that nobody who sits in its group brings, a group at a time."""
    short = [pair for pair in pairs_on(on, programme_id=programme_id) if pair.empty]
    criteria = _criteria_of([pair.group_id for pair in short])
    brought = _brought_by({seat.candidate_id for pair in short for seat in pair.people})
    wanted = [gap for pair in short for gap in _missing_of(pair, criteria.get(pair.group_id, []), brought)]
    return list({(gap.family, gap.code): gap for gap in reversed(wanted)}.values())[::-1][:MOST_FROM_SEATS]


def _criteria_of(group_ids: Collection[UUID]) -> dict[UUID, list[Criterion]]:
    """What the newest version of each group's role asks for."""
    versions = (
        select(RoleProfile.group_id, RoleVersion)
        .join(RoleProfile, RoleVersion.role_profile_id == RoleProfile.id)
        .where(RoleProfile.group_id.in_(group_ids))
        .order_by(RoleVersion.number)
        .options(selectinload(RoleVersion.criteria))
    )
    return {group_id: version.criteria for group_id, version in db.session.execute(versions)}


def _brought_by(candidate_ids: Collection[UUID | None]) -> dict[UUID, set[Tag]]:
    people = select(Candidate).where(Candidate.id.in_(candidate_ids)).options(*_brought())
    return {person.id: set(_tags_of(person)) for person in db.session.scalars(people)}


def _tags_of(person: Candidate) -> Iterator[Tag]:
    yield from (("skills", skill.code) for skill in person.skills)
    yield from (("lived", lived.code) for lived in person.lived_experience)
    yield from (("communities", known.code) for known in person.connections)


def _missing_of(pair: PairOnDay, asked: list[Criterion], brought: dict[UUID, set[Tag]]) -> list[Gap]:
    here = {tag for seat in pair.people if seat.candidate_id for tag in brought[seat.candidate_id]}
    missing = [each for each in asked if (str(each.facet), each.code) not in here]
    heaviest = sorted(missing, key=lambda each: (-each.weight, each.position))[:1]
    return [Gap(str(each.facet), each.code, seat_of=pair.name) for each in heaviest]
