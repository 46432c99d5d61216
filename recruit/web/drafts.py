"""Which unfinished registration this browser holds: its id lies in the signed cookie, its answers with us."""

from uuid import UUID

from flask import session

from recruit.models.candidates import Draft

DRAFT = "draft"


def hold_draft(draft: Draft) -> None:
    session[DRAFT] = draft.id.hex


def held_draft_id() -> UUID | None:
    return UUID(session[DRAFT]) if DRAFT in session else None


def let_go_of_draft() -> None:
    session.pop(DRAFT, None)
