"""Work that outlives the request: kept in the same database, claimed with a lease."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.columns import Code, Key
from recruit.models.states import JobState
from recruit.storage import insert_once, new_id


class Job(db.Model):
    """One thing to do once; `key` says which thing, so that asking twice does it once."""

    __tablename__ = "job"
    __table_args__ = (db.Index("ix_job_due", "state", "run_at"),)

    id: Mapped[Key]
    key: Mapped[str] = mapped_column(String(120), unique=True)
    kind: Mapped[Code]
    payload: Mapped[dict[str, Any]]
    state: Mapped[JobState]
    run_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    leased_until: Mapped[datetime | None]
    lease: Mapped[str | None] = mapped_column(String(32))
    failure: Mapped[str | None] = mapped_column(String(200))
    finished_at: Mapped[datetime | None]


def ask(kind: str, key: str, *, run_at: datetime, **payload: Any) -> bool:
    """Write down work under its business key; the same key asked twice is one job. Say whether it is new."""
    return insert_once(
        db.session,
        Job,
        id=new_id(),
        key=key,
        kind=kind,
        payload=payload,
        state=JobState.READY,
        run_at=run_at,
        tries=0,
    )


class FormKey(db.Model):
    """A form that was posted: the same form posted twice is done once."""

    __tablename__ = "form_key"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    posted_at: Mapped[datetime] = mapped_column(index=True)
