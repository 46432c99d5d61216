"""How far the people are whom an organisation named: those alone who agreed that it may know."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate, Purpose
from recruit.models.nominations import Nomination
from recruit.models.organisations import Organisation
from recruit.models.programmes import Programme
from recruit.models.roles import Call, CallAsked, RoleProfile, RoleVersion
from recruit.models.states import NominationState
from recruit.queries.consents import agrees_to


def nominees_who_agreed(organisation: Organisation, role_profile_id: UUID) -> Sequence[Any]:
    """Name and stage in this role, by name; a pause or a withdrawal is told as it stands."""
    found = (
        select(Candidate.name, Candidacy.stage)
        .join(Nomination, Nomination.candidate_id == Candidate.id)
        .join(CallAsked, Nomination.call_asked_id == CallAsked.id)
        .join(Candidacy, Candidacy.candidate_id == Candidate.id)
        .where(
            CallAsked.organisation_id == organisation.id,
            Candidacy.role_profile_id == role_profile_id,
            Nomination.state == NominationState.ACCEPTED,
            agrees_to(Purpose.TELL_NOMINATOR),
        )
        .order_by(Candidate.name)
        .distinct()
    )
    return db.session.execute(found).all()


def nominations_to_tell(candidate_id: UUID, role_profile_id: UUID) -> list[Nomination]:
    """What brought somebody to this role, where they agreed to tell and nobody has told yet."""
    found = (
        _with_call()
        .join(Candidate, Nomination.candidate_id == Candidate.id)
        .where(
            Nomination.candidate_id == candidate_id,
            RoleVersion.role_profile_id == role_profile_id,
            Nomination.outcome_told_at.is_(None),
            agrees_to(Purpose.TELL_NOMINATOR),
        )
    )
    return list(db.session.scalars(found).unique())


def said_about(programme: Programme, candidate_id: UUID) -> list[Nomination]:
    """What nominators said to a programme about somebody who agreed to be here, oldest first."""
    found = (
        _with_call()
        .join(RoleProfile, RoleVersion.role_profile_id == RoleProfile.id)
        .where(
            RoleProfile.programme_id == programme.id,
            Nomination.candidate_id == candidate_id,
            Nomination.state == NominationState.ACCEPTED,
        )
    )
    return list(db.session.scalars(found.order_by(Nomination.named_at)).unique())


def _with_call() -> Select[Nomination]:
    return (
        select(Nomination)
        .join(Nomination.call_asked)
        .join(CallAsked.call)
        .join(Call.role_version)
        .options(
            contains_eager(Nomination.call_asked).options(
                joinedload(CallAsked.contact),
                joinedload(CallAsked.organisation),
                contains_eager(CallAsked.call)
                .contains_eager(Call.role_version)
                .joinedload(RoleVersion.role_profile)
                .joinedload(RoleProfile.programme),
            ),
            selectinload(Nomination.endorsements),
        )
    )
