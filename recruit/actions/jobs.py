"""What can happen to work that waits for the worker."""

from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.messages.tray import DELIVER
from recruit.models.accounts import Account
from recruit.models.jobs import Job
from recruit.models.messages import Message
from recruit.models.states import JobState, MessageState, may_become


def try_again(job: Job, *, by: Account, now: datetime) -> None:
    if not may_become(job.state, JobState.READY):
        raise Refused(_("This work is not waiting for another try."))
    job.state, job.run_at, job.tries, job.failure = JobState.READY, now, 0, None
    if job.kind == DELIVER:
        _queue_again(UUID(job.payload["message_id"]))
    db.session.flush()
    record("work tried again", job, by=by, now=now)


def _queue_again(message_id: UUID) -> None:
    """A message that was given up with its job waits to be sent again with it."""
    message = db.session.get(Message, message_id)
    if message is not None and may_become(message.state, MessageState.QUEUED):
        message.state = MessageState.QUEUED
