"""The out-tray: a message is a row first, and leaves the house afterwards."""

from datetime import datetime
from typing import Any
from uuid import UUID

from flask import current_app
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.bad_weeks import BadWeek
from recruit.models.candidates import Candidate, ContactWay, Draft
from recruit.models.jobs import ask
from recruit.models.messages import Message
from recruit.models.nominations import Nomination
from recruit.models.organisations import Contact
from recruit.models.reach import way_to
from recruit.models.states import MessageState

Recipient = Account | Candidate | Contact | Draft | Nomination
DELIVER, RELEASE = "deliver-message", "release-message"
# Whoever has a bad week gets these when it is over.
ASKS_FOR_SOMETHING = ("offer_made", "workshop_invitation")


def put(
    kind: str,
    to: Recipient,
    *,
    subject: str,
    programme_id: UUID | None,
    now: datetime,
    way: ContactWay | None = None,
    **words: Any,
) -> Message:
    """Write a message from `templates/messages/<kind>.txt`; an e-mail also becomes a job.

    `way` is for what can only be e-mailed; otherwise each person's preference holds. What must be phoned,
    posted or texted stays in the out-tray as a task for staff. What would ask something of somebody who has a
    bad week is held until it is over.
    """
    way, address = way_to(to, way)
    bad_week_ends = _bad_week_ends(to, now) if kind in ASKS_FOR_SOMETHING else None
    message = Message(
        **{f"{to.__tablename__}_id": to.id},
        programme_id=programme_id,
        kind=kind,
        way=way,
        to_name=to.name,
        address=address,
        subject=" ".join(subject.split())[:200],
        body=_written(kind, to=to, **words),
        state=MessageState.HELD if bad_week_ends else MessageState.QUEUED,
        written_at=now,
    )
    db.session.add(message)
    db.session.flush()
    if bad_week_ends:
        ask(RELEASE, f"{RELEASE}:{message.id}", run_at=bad_week_ends, message_id=str(message.id))
    elif way is ContactWay.EMAIL:
        ask(DELIVER, f"{DELIVER}:{message.id}", run_at=now, message_id=str(message.id))
    return message


def _written(kind: str, **words: Any) -> str:
    """The words of a message; it may be written by a page or by the night shift."""
    template = current_app.jinja_env.get_template(f"messages/{kind}.txt")
    return template.render(service_name=current_app.config["SERVICE_NAME"], **words).strip() + "\n"


def _bad_week_ends(to: Recipient, now: datetime) -> datetime | None:
    if not isinstance(to, Candidate):
        return None
    return db.session.scalar(select(BadWeek.until).where(BadWeek.candidate_id == to.id, BadWeek.until > now))
