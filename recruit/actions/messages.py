"""What staff can do with a message in the out-tray."""

from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.messages.tray import DELIVER
from recruit.models.accounts import Account
from recruit.models.candidates import ContactWay
from recruit.models.jobs import ask
from recruit.models.messages import Message
from recruit.models.states import MessageState, may_become
from recruit.queries.messages import is_on_its_way


def hold_message(message: Message, *, by: Account, now: datetime) -> None:
    """Keep it back until somebody releases it."""
    _become(message, MessageState.HELD)
    record("message held", message, by=by, now=now)


def release_message(message: Message, *, by: Account, now: datetime) -> None:
    if message.state is not MessageState.HELD:
        raise Refused(_("This message is not held back."))
    _queue(message, now)
    record("message released", message, by=by, now=now)


def release_after_bad_week(message_id: UUID, *, now: datetime) -> None:
    """Let a message go that waited for a bad week to be over; staff may have let it go before."""
    message = db.session.get(Message, message_id)
    if message is not None and message.state is MessageState.HELD:
        _queue(message, now)
        record("message released", message, by=None, now=now)


def send_again(message: Message, *, by: Account, now: datetime) -> None:
    """Try once more what could not be sent."""
    if message.state not in {MessageState.FAILED, MessageState.PERHAPS_SENT}:
        raise Refused(_("This message does not wait for another try."))
    _queue(message, now)
    record("message tried again", message, by=by, now=now)


def note_done_by_hand(message: Message, *, by: Account, now: datetime) -> None:
    """A person phoned, texted or posted it."""
    if message.way is ContactWay.EMAIL and message.state is not MessageState.PERHAPS_SENT:
        raise Refused(_("An email leaves by itself. Hold it back if it should not."))
    _become(message, MessageState.SENT)
    message.sent_at = now
    record("message done by hand", message, by=by, now=now)


def _queue(message: Message, now: datetime) -> None:
    _become(message, MessageState.QUEUED)
    message.failure = None
    if message.way is ContactWay.EMAIL and not is_on_its_way(message):
        ask(DELIVER, f"{DELIVER}:{message.id}:{now:%Y%m%d%H%M%S%f}", run_at=now, message_id=str(message.id))


def _become(message: Message, state: MessageState) -> None:
    if not may_become(message.state, state):
        raise Refused(_("This message has moved on meanwhile. Look again."))
    message.state = state
