"""What a host may know of their pair: names, skills and dates, and nothing of what people live with."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from recruit.extensions import db
from recruit.models.candidates import Skill


def skills_of(candidate_ids: Collection[UUID]) -> dict[UUID, list[str]]:
    """The skills of each person, the strongest first."""
    found = (
        select(Skill.candidate_id, Skill.code)
        .where(Skill.candidate_id.in_(candidate_ids))
        .order_by(Skill.strength.desc(), Skill.code)
    )
    skills: dict[UUID, list[str]] = {}
    for row in db.session.execute(found):
        skills.setdefault(row.candidate_id, []).append(row.code)
    return skills
