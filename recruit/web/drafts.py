"""Which unfinished registration this browser holds: its id lies in the signed cookie, its answers with us."""

from uuid import UUID

from flask import session

DRAFT = "draft"


def hold_draft(draft_id: UUID) -> None:
    session[DRAFT] = draft_id.hex


def held_draft_id() -> UUID | None:
    return UUID(session[DRAFT]) if DRAFT in session else None


def let_go_of_draft() -> None:
    session.pop(DRAFT, None)
