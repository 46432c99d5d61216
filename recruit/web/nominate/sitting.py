"""Who was named in this sitting: ids in the signed cookie, names only with us."""

from uuid import UUID

from flask import session

SITTING = "sitting"
MOST_REMEMBERED = 20


def named_here(asked_id: UUID) -> list[UUID]:
    """The nominations made with this link in this browser, oldest first."""
    held = session.get(SITTING, {})
    return [UUID(each) for each in held.get("named", [])] if held.get("asked") == asked_id.hex else []


def add_to_sitting(asked_id: UUID, ids: list[UUID]) -> None:
    named = [*named_here(asked_id), *ids][-MOST_REMEMBERED:]
    session[SITTING] = {"asked": asked_id.hex, "named": [each.hex for each in named]}
