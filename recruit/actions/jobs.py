"""What can happen to work that waits for the worker."""

from datetime import datetime

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.jobs import Job
from recruit.models.states import JobState, may_become


def try_again(job: Job, *, by: Account, now: datetime) -> None:
    if not may_become(job.state, JobState.READY):
        raise Refused("This work is not waiting for another try")
    job.state, job.run_at, job.tries, job.failure = JobState.READY, now, 0, None
    db.session.flush()
    record("work tried again", job, by=by, now=now)
