"""For whom something is to be arranged; what it is stays sealed until it is opened."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate
from recruit.models.programmes import Programme
from recruit.models.roles import RoleProfile
from recruit.models.states import Stage
from recruit.models.vault import SealedNeeds


def people_who_need_something(programme: Programme) -> Sequence[Any]:
    """(id, name) of everybody who stands in the programme and asks for something, by name."""
    people = _in_need(programme).with_only_columns(Candidate.id, Candidate.name)
    return db.session.execute(people.order_by(Candidate.name, Candidate.id)).all()


def somebody_in_need(programme: Programme, candidate_id: UUID) -> Candidate | None:
    """One of these people; nobody who withdrew, and nobody who asks for nothing."""
    return db.session.scalar(_in_need(programme).where(Candidate.id == candidate_id))


def _in_need(programme: Programme) -> Select[Candidate]:
    stands = (
        select(Candidacy.candidate_id)
        .join(RoleProfile, Candidacy.role_profile_id == RoleProfile.id)
        .where(RoleProfile.programme_id == programme.id, Candidacy.stage != Stage.WITHDRAWN)
    )
    return (
        select(Candidate)
        .join(SealedNeeds, SealedNeeds.candidate_id == Candidate.id)
        .where(SealedNeeds.asks_for_something, Candidate.id.in_(stands))
    )
