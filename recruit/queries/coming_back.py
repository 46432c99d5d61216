"""Which unfinished registration somebody wants to come back to."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.candidates import Draft
from recruit.queries.registrations import DRAFT_LIVES, ENTERED_BY, WAITS, draft_with
from recruit.queries.same_person import numbers_in, plain_name

NUMBERS = ("mobile", "phone")


def unfinished(draft_id: UUID | None, *, now: datetime) -> Draft | None:
    """The draft, unless its time is over or it waits for somebody who has to sign in first."""
    draft = draft_with(draft_id)
    return draft if draft is not None and _may_be_opened(draft, now) else None


def drafts_with_phone_code(*, now: datetime) -> list[Draft]:
    """The drafts for which staff gave a code that still works."""
    coded = select(Draft).where(Draft.phone_code_until > now).with_for_update()
    return [draft for draft in db.session.scalars(coded) if _may_be_opened(draft, now)]


def draft_of_caller(name: str, *, reach: str, asked_by: Account, now: datetime) -> Draft | None:
    """The newest draft of somebody with this name whose address or number the caller knows.

    Whoever of staff began a draft for somebody needs the name alone.
    """
    newest = select(Draft).where(Draft.touched_at > now - DRAFT_LIVES).order_by(Draft.touched_at.desc())
    for draft in db.session.scalars(newest):
        is_theirs = _is_reached_at(draft, reach) or draft.given(ENTERED_BY).get("account") == asked_by.id.hex
        if plain_name(draft.name) == plain_name(name) and is_theirs and _may_be_opened(draft, now):
            return draft
    return None


def _may_be_opened(draft: Draft, now: datetime) -> bool:
    return draft.touched_at > now - DRAFT_LIVES and WAITS not in draft.answers


def _is_reached_at(draft: Draft, reach: str) -> bool:
    contact = draft.given("contact_way")
    numbers = {number for kind in NUMBERS for number in numbers_in(contact.get(kind)) if number}
    is_address = bool(reach) and contact.get("email") == reach.lower()
    return is_address or bool(numbers & numbers_in(reach))
