"""What a person told us about themselves."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from recruit.extensions import db
from recruit.models.candidates import Candidate, SeenBy, Statement

PERSPECTIVE, LIVED_TEXT = "perspective", "lived_text"
# The answers about what somebody has been through share one choice of who may see them.
ABOUT_LIVED = (PERSPECTIVE, LIVED_TEXT)


def person_in_full(candidate_id: UUID) -> Candidate:
    """The person with everything they told us, held until the transaction ends."""
    lists = (
        Candidate.lived_experience,
        Candidate.skills,
        Candidate.connections,
        Candidate.statements,
        Candidate.free_times,
        Candidate.date_replies,
        Candidate.weeks_away,
        Candidate.consents,
    )
    found = select(Candidate).where(Candidate.id == candidate_id).with_for_update()
    return db.session.scalars(
        found.options(*(selectinload(each) for each in lists)).execution_options(populate_existing=True)
    ).one()


def readers_of_lived(candidate: Candidate) -> SeenBy:
    """Who may see what somebody has been through; until they say, only the person they talk to."""
    told = words_of(candidate, LIVED_TEXT) or words_of(candidate, PERSPECTIVE)
    return told.seen_by if told else SeenBy.CONTACT_ONLY


def words_of(candidate: Candidate, field: str) -> Statement | None:
    """What a person wrote in answer to one open question."""
    return next((each for each in candidate.statements if each.field == field), None)
