"""Registrations that are not finished, and whether somebody is here already."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import contains_eager

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate, Draft
from recruit.models.groups import Meeting
from recruit.models.roles import RoleProfile
from recruit.queries.roles import open_roles
from recruit.queries.same_person import numbers_in, plain_name

DATES_ASKED = timedelta(weeks=13)
DRAFT_LIVES = timedelta(days=60)
# The steps of a draft that say for whom it waits and what was agreed, and who of staff began it.
WAITS, ENTERED_BY = "waits", "entered_by"


def draft_with(draft_id: UUID | None) -> Draft | None:
    """The draft, held until the transaction ends: of two tabs that save at once, both are kept."""
    if draft_id is None:
        return None
    return db.session.scalar(select(Draft).where(Draft.id == draft_id).with_for_update())


def draft_waiting_for(candidate: Candidate, draft_id: UUID | None) -> Draft | None:
    """What somebody answered in this person's name, until the person says whether it was them."""
    draft = draft_with(draft_id)
    if draft is None or WAITS not in draft.answers:
        return None
    return draft if draft.answers[WAITS]["given"]["for"] == candidate.id.hex else None


def roles_called(slugs: Collection[str], *, today: date) -> list[RoleProfile]:
    return [role for role in open_roles(today) if role.slug in slugs]


def dates_of(group_ids: Collection[UUID], *, now: datetime) -> list[Meeting]:
    """The true meetings of these groups in the next three months, soonest first, with their group."""
    coming = (
        select(Meeting)
        .join(Meeting.group)
        .where(
            Meeting.group_id.in_(group_ids), Meeting.starts_at >= now, Meeting.starts_at < now + DATES_ASKED
        )
        .order_by(Meeting.starts_at)
        .options(contains_eager(Meeting.group))
    )
    return list(db.session.scalars(coming))


def candidate_like(name: str, *, email: str | None, phone: str | None) -> Candidate | None:
    """Somebody registered with this name who is reached at this address or number."""
    reached = select(Candidate.id, Candidate.name, Candidate.email, Candidate.phone)
    reached = reached.where(or_(Candidate.email == email, Candidate.phone.is_not(None)))
    for candidate_id, their_name, their_email, their_phone in db.session.execute(reached):
        is_reached = (email and their_email == email) or (numbers_in(phone) & numbers_in(their_phone))
        if is_reached and plain_name(their_name) == plain_name(name):
            return db.session.get(Candidate, candidate_id)
    return None


def highest_number() -> int:
    return db.session.scalar(select(func.max(Candidate.number))) or 0


def candidacies_of(candidate: Candidate) -> dict[UUID, Candidacy]:
    """The roles that a person is a candidate for, whatever became of it."""
    stands = select(Candidacy).where(Candidacy.candidate_id == candidate.id)
    return {candidacy.role_profile_id: candidacy for candidacy in db.session.scalars(stands)}
