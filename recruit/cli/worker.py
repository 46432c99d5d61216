"""The worker: takes jobs one by one, and remembers the rules that run by the clock."""

import logging
import smtplib
import time
from uuid import UUID

import click
from flask import Flask
from flask_mail import BadHeaderError
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from recruit.actions.refusals import Refused
from recruit.actions.work import MOST_TRIES, give_back, hand_in, take_job
from recruit.app import create_app
from recruit.cli.night_shift import ask_for_chores, bury, run
from recruit.extensions import db

log = logging.getLogger("recruit.worker")
IDLE_SECONDS = 0.5
BUSY_SECONDS = 5.0
CHORES_EVERY = 60.0
# A mail server, a database, a rule that says no, words that cannot be sent, a kind of work that is gone:
# the job goes back and the next one is taken. Anything else is a fault of ours and stops the worker; the
# job it held is laid down when its tries are used up.
MAY_PASS = (
    smtplib.SMTPException,
    OSError,
    SQLAlchemyError,
    Refused,
    BadHeaderError,
    ValueError,
    LookupError,
)


@click.command("worker")
@click.option("--until-idle", is_flag=True, help="Stop when nothing is due.")
def worker(until_idle: bool) -> None:
    """Deliver messages and keep the rules that run by the clock."""
    work(create_app(), until_idle=until_idle)


def work(app: Flask, *, until_idle: bool = False) -> None:
    asked_at = float("-inf")
    while True:
        try:
            if time.monotonic() - asked_at >= CHORES_EVERY:
                with app.app_context():
                    ask_for_chores()
                asked_at = time.monotonic()
            did_something = _one_job(app)
        except OperationalError:
            log.warning("The database does not answer; trying again in %d seconds", BUSY_SECONDS)
            time.sleep(BUSY_SECONDS)
            continue
        if did_something:
            continue
        if until_idle:
            return
        time.sleep(IDLE_SECONDS)


def _one_job(app: Flask) -> bool:
    """Take one job and do it; its change and its being done are one transaction."""
    with app.app_context():
        job = take_job()
        db.session.commit()
        if job is None:
            return False
        job_id, lease, tries, kind, payload = job.id, job.lease or "", job.tries, job.kind, job.payload
        db.session.commit()
        if tries > MOST_TRIES:
            _lay_down(job_id, lease, tries, kind, payload, "every worker that took it died")
            return True
        try:
            run(kind, payload)
            if hand_in(job_id, lease=lease):
                db.session.commit()
            else:
                db.session.rollback()
        except MAY_PASS as failure:
            db.session.rollback()
            _lay_down(job_id, lease, tries, kind, payload, type(failure).__name__)
    return True


def _lay_down(job_id: UUID, lease: str, tries: int, kind: str, payload: dict[str, str], because: str) -> None:
    log.warning("%s failed, try %d: %s", kind, tries, because)
    if give_back(job_id, lease=lease, tries=tries, because=because):
        bury(kind, payload, because)
    db.session.commit()
