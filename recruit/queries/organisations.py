"""Which organisations we know, whom they reach, and what came of asking them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import selectinload

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate
from recruit.models.nominations import Nomination
from recruit.models.organisations import Organisation, OrganisationKind, Reach
from recruit.models.programmes import Programme
from recruit.models.roles import Call, CallAsked, RoleProfile, RoleVersion
from recruit.models.states import NominationState, Stage
from recruit.models.workshops import Attendance
from recruit.queries.roles import current_title


@dataclass(frozen=True)
class Which:
    """What a list of organisations is narrowed to."""

    kind: OrganisationKind | None = None
    area: str | None = None
    reach: str | None = None


@dataclass
class Yield:
    """What came of asking one organisation."""

    asked: int = 0
    named: int = 0
    confirmed: int = 0
    attended: int = 0
    chosen: int = 0


def organisations(which: Which) -> list[Organisation]:
    found = _with_contacts(select(Organisation)).order_by(Organisation.name)
    if which.kind:
        found = found.where(Organisation.kind == which.kind)
    if which.area:
        found = found.where(Organisation.area == which.area)
    if which.reach:
        found = found.where(Organisation.reaches.any(Reach.code == which.reach))
    return list(db.session.scalars(found))


def organisation_with(organisation_id: UUID) -> Organisation | None:
    return db.session.scalar(_with_contacts(select(Organisation).where(Organisation.id == organisation_id)))


def organisations_with(ids: Sequence[UUID]) -> list[Organisation]:
    found = _with_contacts(select(Organisation).where(Organisation.id.in_(ids)))
    return list(db.session.scalars(found.order_by(Organisation.name)))


def knows_organisation(organisation_id: UUID) -> bool:
    return db.session.get(Organisation, organisation_id) is not None


def reaches_known() -> list[str]:
    """Every community or experience that some organisation reaches."""
    return list(db.session.scalars(select(Reach.code).distinct().order_by(Reach.code)))


def yields_in(programme: Programme) -> dict[UUID | None, Yield]:
    """What came of each organisation in this programme; whom they named and who said no is deleted."""
    found: dict[UUID | None, Yield] = {}
    for organisation_id, asked in db.session.execute(_asked(programme)):
        found.setdefault(organisation_id, Yield()).asked = asked
    for organisation_id, state, count in db.session.execute(_named(programme)):
        told = found.setdefault(organisation_id, Yield())
        told.named += count
        told.confirmed += count if state is NominationState.ACCEPTED else 0
    for organisation_id, attended, chosen in db.session.execute(_reached(programme)):
        told = found.setdefault(organisation_id, Yield())
        told.attended, told.chosen = attended, chosen
    return found


def people_named_by(organisation: Organisation, programme: Programme) -> Sequence[Any]:
    """Those it named who said yes, and where they stand in this programme."""
    found = (
        select(Candidate.id, Candidate.name, Candidacy.stage, current_title().label("role"))
        .join(Candidacy, Candidacy.candidate_id == Candidate.id)
        .join(RoleProfile, Candidacy.role_profile_id == RoleProfile.id)
        .where(Candidate.nominated_by_id == organisation.id, RoleProfile.programme_id == programme.id)
        .order_by(Candidate.name)
    )
    return db.session.execute(found).all()


def _asked(programme: Programme) -> Select[UUID | None, int]:
    return (
        select(CallAsked.organisation_id, func.count(CallAsked.id))
        .where(CallAsked.call_id.in_(_calls_of(programme)))
        .group_by(CallAsked.organisation_id)
    )


def _named(programme: Programme) -> Select[UUID | None, NominationState, int]:
    return (
        select(CallAsked.organisation_id, Nomination.state, func.count(Nomination.id))
        .join(Nomination, Nomination.call_asked_id == CallAsked.id)
        .where(CallAsked.call_id.in_(_calls_of(programme)))
        .group_by(CallAsked.organisation_id, Nomination.state)
    )


def _reached(programme: Programme) -> Select[UUID | None, int, int]:
    """People, not candidacies: somebody who stands for two roles is one person named."""
    came = case((Attendance.came.is_(True), Candidate.id))
    chosen = case((Candidacy.stage == Stage.CHOSEN, Candidate.id))
    return (
        select(Candidate.nominated_by_id, func.count(came.distinct()), func.count(chosen.distinct()))
        .join(Candidacy, Candidacy.candidate_id == Candidate.id)
        .join(RoleProfile, Candidacy.role_profile_id == RoleProfile.id)
        .outerjoin(Attendance, Attendance.candidacy_id == Candidacy.id)
        .where(RoleProfile.programme_id == programme.id, Candidate.nominated_by_id.is_not(None))
        .group_by(Candidate.nominated_by_id)
    )


def _calls_of(programme: Programme) -> Select[UUID]:
    return (
        select(Call.id)
        .join(RoleVersion, Call.role_version_id == RoleVersion.id)
        .join(RoleProfile, RoleVersion.role_profile_id == RoleProfile.id)
        .where(RoleProfile.programme_id == programme.id)
    )


def _with_contacts(found: Select[Organisation]) -> Select[Organisation]:
    return found.options(selectinload(Organisation.contacts), selectinload(Organisation.reaches))
