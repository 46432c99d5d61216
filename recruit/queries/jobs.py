"""What work is waiting, by the clock of the database: workers' own clocks may be wrong."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import and_, func, or_, select

from recruit.extensions import db
from recruit.models.jobs import Job
from recruit.models.states import JobState


def database_now() -> datetime:
    if db.session.get_bind().dialect.name == "sqlite":
        told = db.session.scalars(select(func.strftime("%Y-%m-%dT%H:%M:%f", "now"))).one()
        return datetime.fromisoformat(told).replace(tzinfo=UTC)
    return db.session.scalars(select(func.clock_timestamp())).one().astimezone(UTC)


def next_job(now: datetime) -> Job | None:
    """The job that is due longest, held for us; one whose worker fell silent is due again."""
    due = or_(
        and_(Job.state == JobState.READY, Job.run_at <= now),
        and_(Job.state == JobState.RUNNING, Job.leased_until <= now),
    )
    waiting = select(Job).where(due).order_by(Job.run_at).limit(1).with_for_update(skip_locked=True)
    return db.session.scalar(waiting)


def jobs_in(*states: JobState, at_most: int = 100) -> list[Job]:
    found = select(Job).where(Job.state.in_(states)).order_by(Job.run_at).limit(at_most)
    return list(db.session.scalars(found))


def job_with(job_id: UUID) -> Job | None:
    return db.session.get(Job, job_id)


def jobs_by_state() -> dict[JobState, int]:
    counted = select(Job.state, func.count(Job.id).label("jobs")).group_by(Job.state)
    return {row.state: row.jobs for row in db.session.execute(counted)}
