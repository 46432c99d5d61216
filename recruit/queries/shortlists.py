"""The shortlists of a programme: who is on them, and who could be."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate, Purpose
from recruit.models.groups import Group
from recruit.models.messages import Message
from recruit.models.programmes import Programme
from recruit.models.roles import RoleProfile, RoleVersion
from recruit.models.shortlists import Shortlist, ShortlistEntry
from recruit.models.states import Decision, Stage
from recruit.queries.consents import agrees_to
from recruit.queries.roles import current_title

IN_PROCESS = (Stage.REGISTERED, Stage.INVITED, Stage.ATTENDED, Stage.INTERESTED)
DECISION_MESSAGES = ("chosen", "next_in_line", "not_this_time")
LEFT = (Stage.PAUSED, Stage.WITHDRAWN)


def shortlists_of(programme: Programme) -> Sequence[Any]:
    """Newest first, with how many are on each and how many of them are decided."""
    found = (
        select(
            Shortlist.id,
            Shortlist.opened_at,
            Shortlist.seats,
            RoleVersion.title,
            func.count(ShortlistEntry.id).label("people"),
            func.count(ShortlistEntry.decision).label("decided"),
            func.count(ShortlistEntry.id).filter(ShortlistEntry.decision == Decision.CHOSEN).label("chosen"),
        )
        .join(RoleVersion, Shortlist.role_version_id == RoleVersion.id)
        .join(RoleProfile, RoleVersion.role_profile_id == RoleProfile.id)
        .outerjoin(ShortlistEntry, ShortlistEntry.shortlist_id == Shortlist.id)
        .where(RoleProfile.programme_id == programme.id)
        .group_by(Shortlist.id, Shortlist.opened_at, Shortlist.seats, RoleVersion.title)
        .order_by(Shortlist.opened_at.desc())
    )
    return db.session.execute(found).all()


def shortlist_of(programme: Programme, shortlist_id: UUID) -> Shortlist | None:
    """A shortlist with its role, its people and who decided about each."""
    entries = selectinload(Shortlist.entries)
    return db.session.scalar(
        select(Shortlist)
        .join(Shortlist.role_version)
        .join(RoleVersion.role_profile)
        .where(Shortlist.id == shortlist_id, RoleProfile.programme_id == programme.id)
        .options(
            _role(joinedload(Shortlist.role_version)),
            entries.joinedload(ShortlistEntry.candidacy).joinedload(Candidacy.candidate),
            entries.joinedload(ShortlistEntry.decided_by),
        )
    )


def roles_to_shortlist(programme: Programme, *, today: date) -> Sequence[Any]:
    """Each role with how many people could be looked at now, and how many seats its group has."""
    ready = (
        select(func.count(Candidacy.id))
        .join(Candidate, Candidacy.candidate_id == Candidate.id)
        .where(
            Candidacy.role_profile_id == RoleProfile.id,
            Candidacy.stage.in_(IN_PROCESS),
            Candidate.about_done_at.is_not(None),
            agrees_to(Purpose.FIND_A_ROLE),
            or_(Candidate.paused_until.is_(None), Candidate.paused_until <= today),
        )
        .correlate(RoleProfile)
        .scalar_subquery()
    )
    found = (
        select(RoleProfile.id, current_title().label("title"), ready.label("ready"))
        .join(Group, RoleProfile.group_id == Group.id)
        .where(RoleProfile.programme_id == programme.id)
        .order_by(Group.position)
    )
    return db.session.execute(found).all()


def candidacies_ready(role_profile_id: UUID, *, today: date) -> list[Candidacy]:
    """Whoever can be looked at: not away, not decided, told us about themselves, and lets us use it."""
    found = (
        select(Candidacy)
        .join(Candidacy.candidate)
        .where(
            Candidacy.role_profile_id == role_profile_id,
            Candidacy.stage.in_(IN_PROCESS),
            Candidate.about_done_at.is_not(None),
            agrees_to(Purpose.FIND_A_ROLE),
            or_(Candidate.paused_until.is_(None), Candidate.paused_until <= today),
        )
        .order_by(Candidate.number)
        .options(joinedload(Candidacy.candidate))
    )
    return list(db.session.scalars(found))


def candidacies_not_ranked(shortlist: Shortlist) -> list[Candidacy]:
    """Candidates for the same role who are on no shortlist yet, so that nobody is forgotten."""
    listed = select(ShortlistEntry.id).where(ShortlistEntry.candidacy_id == Candidacy.id)
    found = (
        select(Candidacy)
        .join(Candidacy.candidate)
        .where(
            Candidacy.role_profile_id == shortlist.role_version.role_profile_id,
            Candidacy.stage.in_((*IN_PROCESS, Stage.PAUSED)),
            ~listed.exists(),
        )
        .order_by(Candidate.number)
        .options(joinedload(Candidacy.candidate))
    )
    return list(db.session.scalars(found))


def entries_to_tell(shortlist: Shortlist) -> list[ShortlistEntry]:
    """Decided, still with us, and not written to about it since."""
    people = [entry.candidacy.candidate_id for entry in shortlist.entries]
    told = (
        select(Message.candidate_id, func.max(Message.written_at).label("told_at"))
        .where(Message.candidate_id.in_(people), Message.kind.in_(DECISION_MESSAGES))
        .group_by(Message.candidate_id)
    )
    told_at = {row.candidate_id: row.told_at for row in db.session.execute(told)}
    return [
        entry
        for entry in shortlist.entries
        if entry.decided_at is not None
        and entry.candidacy.stage not in LEFT
        and not (
            told_at.get(entry.candidacy.candidate_id)
            and told_at[entry.candidacy.candidate_id] >= entry.decided_at
        )
    ]


def _role(version: Any) -> Any:
    profile = joinedload(RoleVersion.role_profile)
    return version.options(
        selectinload(RoleVersion.criteria),
        profile.joinedload(RoleProfile.group),
        profile.joinedload(RoleProfile.programme),
    )
