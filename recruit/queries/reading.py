"""What a reader may see: answers without a name, a way to reach anybody, an organisation or a need."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate, Connection, LivedExperience, SeenBy, Skill, Statement
from recruit.models.programmes import Programme
from recruit.models.roles import RoleProfile, RoleVersion
from recruit.models.shortlists import Shortlist, ShortlistEntry
from recruit.models.states import Stage
from recruit.queries.about_you import ABOUT_LIVED


@dataclass(frozen=True)
class Answers:
    """One candidate as a reader sees them."""

    entry_id: UUID
    number: int
    statements: Sequence[Any]
    skills: Sequence[str]
    lived: Sequence[Any]
    connections: Sequence[Any]
    keeps_lived_private: bool


def shortlists_to_read(programme: Programme) -> Sequence[Any]:
    """Shortlists with somebody on them who waits for a decision."""
    found = (
        select(
            Shortlist.id,
            Shortlist.opened_at,
            RoleVersion.title,
            func.count(ShortlistEntry.id).label("people"),
        )
        .join(RoleVersion, Shortlist.role_version_id == RoleVersion.id)
        .join(RoleProfile, RoleVersion.role_profile_id == RoleProfile.id)
        .join(ShortlistEntry, ShortlistEntry.shortlist_id == Shortlist.id)
        .where(RoleProfile.programme_id == programme.id, ShortlistEntry.decision.is_(None))
        .group_by(Shortlist.id, Shortlist.opened_at, RoleVersion.title)
        .order_by(Shortlist.opened_at)
    )
    return db.session.execute(found).all()


def entries_to_read(programme: Programme, shortlist_id: UUID) -> Sequence[Any]:
    """Who waits for a decision on a shortlist: the number, and the entry to open."""
    found = (
        select(
            ShortlistEntry.id,
            Candidate.number,
            ShortlistEntry.shortlist_id,
            Candidacy.candidate_id,
            RoleVersion.title,
        )
        .join(Candidacy, ShortlistEntry.candidacy_id == Candidacy.id)
        .join(Candidate, Candidacy.candidate_id == Candidate.id)
        .join(Shortlist, ShortlistEntry.shortlist_id == Shortlist.id)
        .join(RoleVersion, Shortlist.role_version_id == RoleVersion.id)
        .join(RoleProfile, RoleVersion.role_profile_id == RoleProfile.id)
        .where(
            Shortlist.id == shortlist_id,
            RoleProfile.programme_id == programme.id,
            ShortlistEntry.decision.is_(None),
            Candidacy.stage.not_in((Stage.PAUSED, Stage.WITHDRAWN)),
        )
        .order_by(Candidate.number)
    )
    return db.session.execute(found).all()


def answers_of(entry: Any) -> Answers:
    """What this candidate kept and lets a panel see."""
    statements = _rows(select(Statement.field, Statement.text, Statement.seen_by), Statement, entry)
    private = any(each.field in ABOUT_LIVED and each.seen_by is SeenBy.CONTACT_ONLY for each in statements)
    return Answers(
        entry_id=entry.id,
        number=entry.number,
        statements=[
            each
            for each in statements
            if each.seen_by is SeenBy.PANEL and not (private and each.field in ABOUT_LIVED)
        ],
        skills=[each.code for each in _rows(select(Skill.code), Skill, entry)],
        lived=[]
        if private
        else _rows(select(LivedExperience.code, LivedExperience.perspective), LivedExperience, entry),
        connections=_rows(select(Connection.code, Connection.link), Connection, entry),
        keeps_lived_private=private,
    )


def _rows(columns: Any, table: Any, entry: Any) -> Sequence[Any]:
    return db.session.execute(columns.where(table.candidate_id == entry.candidate_id)).all()
