"""Everyone of a programme by stage, and one of them with what they told us."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.candidacies import Candidacy, Waiver
from recruit.models.candidates import Candidate
from recruit.models.events import Event
from recruit.models.groups import Group
from recruit.models.organisations import Organisation
from recruit.models.programmes import Programme
from recruit.models.roles import RoleProfile
from recruit.models.seats import Seat, Term
from recruit.models.states import Stage, TermState
from recruit.queries.roles import current_title
from recruit.reference.areas import AREAS, area_name

_SERVES = (
    select(Term.id)
    .where(Term.candidate_id == Candidacy.candidate_id, Term.state == TermState.SERVING)
    .correlate(Candidacy)
    .exists()
)


@dataclass(frozen=True)
class Sought:
    """What a list of people is narrowed to; what is left out narrows nothing."""

    stage: Stage | None = None
    role_id: UUID | None = None
    area: str | None = None
    words: str = ""


@dataclass(frozen=True)
class StageCount:
    stage: Stage
    people: int
    oldest_since: datetime


def counts_of(programme: Programme) -> Sequence[Any]:
    """How many stand at each stage of each role, and since when the one who waits longest."""
    counted = (
        select(
            RoleProfile.id,
            current_title().label("title"),
            Candidacy.stage,
            func.count(Candidacy.id).label("people"),
            func.min(Candidacy.stage_since).label("oldest_since"),
        )
        .join(RoleProfile, Candidacy.role_profile_id == RoleProfile.id)
        .where(RoleProfile.programme_id == programme.id)
        .group_by(RoleProfile.id, Candidacy.stage)
    )
    return db.session.execute(counted).all()


def by_stage(counts: Sequence[Any]) -> list[StageCount]:
    """The same counts for all roles together, in the order of the stages."""
    at = {stage: [each for each in counts if each.stage is stage] for stage in Stage}
    return [
        StageCount(stage, sum(each.people for each in rows), min(each.oldest_since for each in rows))
        for stage, rows in at.items()
        if rows
    ]


def people_of(programme: Programme, sought: Sought, *, after: int = 0, at_most: int = 50) -> Sequence[Any]:
    """One row a candidacy, longest in their stage first; each row knows how many there are in all."""
    rows = _narrowed(
        select(
            Candidacy.id,
            Candidacy.candidate_id,
            Candidacy.stage,
            Candidacy.stage_since,
            Candidate.number,
            Candidate.name,
            Candidate.area,
            Candidate.about_done_at,
            Candidate.paused_until,
            Organisation.name.label("organisation"),
            current_title().label("role"),
            _SERVES.label("serves"),
            func.count().over().label("total"),
        ),
        programme,
        sought,
    )
    # Whoever waits for something comes before those whose way has ended.
    has_ended = case((Candidacy.stage.in_((Stage.NOT_THIS_TIME, Stage.WITHDRAWN)), 1), else_=0)
    page = rows.order_by(has_ended, Candidacy.stage_since, Candidate.number).offset(after).limit(at_most)
    return db.session.execute(page).all()


def _narrowed(rows: Any, programme: Programme, sought: Sought) -> Any:
    rows = (
        rows.select_from(Candidacy)
        .join(Candidate, Candidacy.candidate_id == Candidate.id)
        .join(RoleProfile, Candidacy.role_profile_id == RoleProfile.id)
        .outerjoin(Organisation, Candidate.nominated_by_id == Organisation.id)
        .where(RoleProfile.programme_id == programme.id)
    )
    if sought.stage:
        rows = rows.where(Candidacy.stage == sought.stage)
    if sought.role_id:
        rows = rows.where(RoleProfile.id == sought.role_id)
    if sought.area:
        rows = rows.where(Candidate.area == sought.area)
    for word in sought.words.split():
        rows = rows.where(_says(word))
    return rows


def _says(word: str) -> Any:
    """Whether a person's name, number, organisation or area has this word in it."""
    areas = [code for code in AREAS if word.casefold() in area_name(code).casefold()]
    found = [
        Candidate.name.icontains(word, autoescape=True),
        Organisation.name.icontains(word, autoescape=True),
        Candidate.area.in_(areas),
    ]
    if word.isdecimal() and len(word) < 10:
        found.append(Candidate.number == int(word))
    return or_(*found)


def candidate_of(programme: Programme, candidate_id: UUID) -> Candidate | None:
    """A person with what they told us, if they stand for a role of this programme."""
    stands = (
        select(Candidacy.id)
        .join(RoleProfile, Candidacy.role_profile_id == RoleProfile.id)
        .where(Candidacy.candidate_id == Candidate.id, RoleProfile.programme_id == programme.id)
    )
    return db.session.scalar(
        select(Candidate)
        .where(Candidate.id == candidate_id, stands.exists())
        .options(
            joinedload(Candidate.nominated_by),
            selectinload(Candidate.skills),
            selectinload(Candidate.lived_experience),
            selectinload(Candidate.connections),
            selectinload(Candidate.statements),
            selectinload(Candidate.free_times),
            selectinload(Candidate.weeks_away),
            selectinload(Candidate.consents),
        )
    )


def candidacies_in(programme: Programme, candidate: Candidate) -> list[Candidacy]:
    found = (
        select(Candidacy)
        .join(Candidacy.role_profile)
        .where(Candidacy.candidate_id == candidate.id, RoleProfile.programme_id == programme.id)
        .order_by(Candidacy.stage_since.desc())
        .options(joinedload(Candidacy.role_profile).selectinload(RoleProfile.versions))
    )
    return list(db.session.scalars(found))


def candidacy_of(programme: Programme, candidacy_id: UUID) -> Candidacy | None:
    found = (
        select(Candidacy)
        .join(Candidacy.role_profile)
        .where(Candidacy.id == candidacy_id, RoleProfile.programme_id == programme.id)
        .options(
            joinedload(Candidacy.candidate),
            joinedload(Candidacy.role_profile).options(
                joinedload(RoleProfile.programme), selectinload(RoleProfile.versions)
            ),
        )
    )
    return db.session.scalar(found)


def terms_in(programme: Programme, candidate: Candidate) -> list[Term]:
    found = (
        select(Term)
        .join(Term.seat)
        .join(Seat.group)
        .where(Term.candidate_id == candidate.id, Group.programme_id == programme.id)
        .order_by(Term.starts_on.desc())
        .options(joinedload(Term.seat).joinedload(Seat.group))
    )
    return list(db.session.scalars(found))


def waivers_in(programme: Programme, candidate: Candidate) -> Sequence[Any]:
    found = (
        select(Waiver.tag, Waiver.reason, Waiver.at, Account.name.label("by"), current_title().label("role"))
        .join(RoleProfile, Waiver.role_profile_id == RoleProfile.id)
        .outerjoin(Account, Waiver.by_id == Account.id)
        .where(Waiver.candidate_id == candidate.id, RoleProfile.programme_id == programme.id)
        .order_by(Waiver.at.desc())
    )
    return db.session.execute(found).all()


def history_of(subject_ids: Sequence[UUID], *, at_most: int = 50) -> Sequence[Any]:
    """What was done to these rows and by whom, newest first."""
    found = (
        select(Event.at, Event.what, Event.by, Account.name)
        .outerjoin(Account, Event.by_id == Account.id)
        .where(Event.subject_id.in_(subject_ids))
        .order_by(Event.at.desc())
        .limit(at_most)
    )
    return db.session.execute(found).all()
