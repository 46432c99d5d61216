"""For whom something is to be arranged; what it is stays sealed until it is opened."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate
from recruit.models.programmes import Programme
from recruit.models.roles import RoleProfile
from recruit.models.states import Stage
from recruit.models.vault import SealedNeeds


def people_who_need_something(programme: Programme) -> Sequence[Any]:
    """(id, name) of everybody who stands in the programme and asks for something, by name."""
    stands = (
        select(Candidacy.candidate_id)
        .join(RoleProfile, Candidacy.role_profile_id == RoleProfile.id)
        .where(RoleProfile.programme_id == programme.id, Candidacy.stage != Stage.WITHDRAWN)
    )
    found = (
        select(Candidate.id, Candidate.name)
        .join(SealedNeeds, SealedNeeds.candidate_id == Candidate.id)
        .where(SealedNeeds.asks_for_something, Candidate.id.in_(stands))
        .order_by(Candidate.name, Candidate.id)
    )
    return db.session.execute(found).all()
