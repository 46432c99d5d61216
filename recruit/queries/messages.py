"""The out-tray of a programme; links to sign in are nobody's to read but their owner's."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from recruit.extensions import db
from recruit.models.candidates import ContactWay
from recruit.models.jobs import Job
from recruit.models.messages import Message
from recruit.models.programmes import Programme
from recruit.models.states import JobState, MessageState

SIGN_IN = "sign_in_link"
# What only its owner may read: a way in, and that somebody told us something is wrong.
PRIVATE = (SIGN_IN, "stage_code", "concern_answered", "concern_received", "concern_told")


class Pile(StrEnum):
    """What a member of staff may want to see together."""

    BY_HAND = "by-hand"
    FAILED = "failed"
    WAITING = "waiting"
    HELD = "held"
    SENT = "sent"


_IN_PILE: dict[Pile, ColumnElement[bool]] = {
    Pile.BY_HAND: and_(Message.state == MessageState.QUEUED, Message.way != ContactWay.EMAIL),
    Pile.FAILED: Message.state.in_((MessageState.FAILED, MessageState.PERHAPS_SENT)),
    Pile.WAITING: and_(Message.state == MessageState.QUEUED, Message.way == ContactWay.EMAIL),
    Pile.HELD: Message.state == MessageState.HELD,
    Pile.SENT: Message.state == MessageState.SENT,
}


def piles_of(programme: Programme) -> dict[Pile, tuple[int, datetime | None]]:
    """How many messages lie in each pile, and since when the oldest."""
    columns = [
        column
        for belongs in _IN_PILE.values()
        for column in (func.count(case((belongs, 1))), func.min(case((belongs, Message.written_at))))
    ]
    row = db.session.execute(_of(programme, select(*columns))).one()
    return {pile: (row[2 * place], row[2 * place + 1]) for place, pile in enumerate(_IN_PILE)}


def messages_in(programme: Programme, pile: Pile, *, after: int = 0, at_most: int = 50) -> Sequence[Any]:
    found = _of(
        programme,
        select(
            Message.id,
            Message.to_name,
            Message.address,
            Message.way,
            Message.subject,
            Message.state,
            Message.written_at,
            Message.sent_at,
            Message.failure,
        ),
    ).where(_IN_PILE[pile])
    newest_first = Message.sent_at.desc() if pile is Pile.SENT else Message.written_at
    return db.session.execute(found.order_by(newest_first, Message.id).offset(after).limit(at_most)).all()


def message_of(programme: Programme, message_id: UUID) -> Message | None:
    return db.session.scalar(_of(programme, select(Message)).where(Message.id == message_id))


def is_on_its_way(message: Message) -> bool:
    """Whether work is waiting that will deliver it."""
    waiting = select(Job.id).where(
        or_(Job.key == f"deliver-message:{message.id}", Job.key.startswith(f"deliver-message:{message.id}:")),
        Job.state.in_((JobState.READY, JobState.RUNNING)),
    )
    return db.session.scalar(waiting.limit(1)) is not None


def _of(programme: Programme, found: Any) -> Any:
    return found.where(Message.programme_id == programme.id, Message.kind.not_in(PRIVATE))
