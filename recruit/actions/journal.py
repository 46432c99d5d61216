"""Who did what to whom, and when: written beside every change, in the same transaction."""

from datetime import datetime
from typing import Any

from recruit.extensions import db
from recruit.models.events import Event


def record(what: str, subject: Any, *, by: Any | None, now: datetime, **detail: Any) -> None:
    """Append one event; `detail` takes states and numbers, never words that somebody wrote."""
    db.session.flush()
    db.session.add(
        Event(
            at=now,
            what=what,
            subject=subject.__tablename__,
            subject_id=subject.id,
            by=by.__tablename__ if by is not None else "night shift",
            by_id=by.id if by is not None else None,
            detail=detail,
        )
    )
