"""How a message leaves the house: through Flask-Mail, one at a time."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from flask import current_app
from flask_mail import Message as Mail
from sqlalchemy import update

from recruit.extensions import db, mail
from recruit.messages.letter import as_page
from recruit.models.messages import Message
from recruit.models.states import MessageState


def deliver(message_id: UUID, *, now: datetime) -> None:
    """Send one queued e-mail; the caller commits. Sent twice, it carries the same Message-ID.

    Nothing is locked while the mail server thinks: the row is read before and marked after.
    """
    message = db.session.get(Message, message_id)
    if message is None or message.state is not MessageState.QUEUED:
        return
    letter = _mail(message)
    db.session.rollback()
    with _patience(current_app.config["MAIL_SECONDS"]):
        mail.send(letter)
    db.session.execute(
        update(Message)
        .where(Message.id == message_id, Message.state == MessageState.QUEUED)
        .values(state=MessageState.SENT, sent_at=now, failure=None)
    )


def give_up(message_id: UUID, *, because: str) -> None:
    message = db.session.get(Message, message_id)
    if message is not None and message.state is MessageState.QUEUED:
        message.state, message.failure = MessageState.FAILED, because


def _mail(message: Message) -> Mail:
    host = current_app.config["BASE_URL"].split("//")[-1].split(":")[0].split("/")[0]
    letter = Mail(
        subject=message.subject, recipients=[message.address], body=message.body, html=as_page(message)
    )
    letter.msgId = f"<{message.id}@{host}>"
    return letter


@contextmanager
def _patience(seconds: float) -> Iterator[None]:
    """Flask-Mail sets no time limit on its connection, and a dead server would hold the worker."""
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(seconds)
    try:
        yield
    finally:
        socket.setdefaulttimeout(before)
