"""How a worker takes a job, hands it in, or gives it back; every step is one short transaction."""

import secrets
from datetime import timedelta
from uuid import UUID

from sqlalchemy import update

from recruit.extensions import db
from recruit.models.jobs import Job
from recruit.models.states import JobState
from recruit.queries.jobs import database_now, next_job

# More than twice the longest wait for a mail server: a shorter lease sends the same mail twice.
LEASE = timedelta(seconds=60)
WAITS = tuple(timedelta(seconds=seconds) for seconds in (30, 120, 600, 1800, 7200))
MOST_TRIES = len(WAITS) + 1


def take_job() -> Job | None:
    """Lease the next job that is due; nobody else gets it while the lease lasts."""
    now = database_now()
    job = next_job(now)
    if job is None:
        return None
    job.state, job.lease, job.leased_until = JobState.RUNNING, secrets.token_hex(16), now + LEASE
    job.tries += 1
    db.session.flush()
    return job


def hand_in(job_id: UUID, *, lease: str) -> bool:
    """Mark a job done if the lease is still ours."""
    return _settle(job_id, lease, state=JobState.DONE, finished_at=database_now(), leased_until=None)


def give_back(job_id: UUID, *, lease: str, tries: int, because: str) -> bool:
    """Try again later, or lay the job down where staff can see it; True when it is laid down for good."""
    is_dead = tries >= MOST_TRIES
    later = database_now() if is_dead else database_now() + WAITS[tries - 1]
    state = JobState.DEAD if is_dead else JobState.READY
    is_ours = _settle(job_id, lease, state=state, run_at=later, failure=because[:200], leased_until=None)
    return is_dead and is_ours


def _settle(job_id: UUID, lease: str, **values: object) -> bool:
    settled = db.session.execute(
        update(Job)
        .where(Job.id == job_id, Job.lease == lease, Job.state == JobState.RUNNING)
        .values(**values)
        .returning(Job.id)
        .execution_options(synchronize_session=False)
    )
    return settled.first() is not None
