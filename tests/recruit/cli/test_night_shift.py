"""The rules that run by the clock run as jobs."""

from datetime import timedelta

import sqlalchemy as sa

from recruit.cli.night_shift import CHORES, ask_for_chores
from recruit.cli.worker import work
from recruit.extensions import db
from recruit.models.groups import Meeting, MeetingSeries
from recruit.models.jobs import Job
from recruit.models.nominations import Nomination
from recruit.models.states import JobState
from recruit.queries.jobs import database_now
from tests.makers import a_call, a_group, a_nomination, a_role, an_organisation, kept


def test_each_rule_is_asked_for_once_an_hour(app):
    for _ in range(3):
        ask_for_chores()

    assert db.session.scalar(sa.select(sa.func.count(Job.id))) == len(CHORES)


def test_the_worker_runs_every_rule(app):
    work(app, until_idle=True)

    states = db.session.scalars(sa.select(Job.state)).all()
    assert states == [JobState.DONE] * len(CHORES)


def test_a_nomination_without_an_answer_is_gone_after_28_days(app, programme):
    asked = a_call(a_role(a_group(programme)), an_organisation()).asked[0]
    today = database_now()
    a_nomination(asked, name="Too late", named_at=today - timedelta(days=28, hours=1))
    a_nomination(asked, name="Still time", named_at=today - timedelta(days=27, hours=23))
    db.session.commit()

    work(app, until_idle=True)

    assert list(db.session.scalars(sa.select(Nomination.name))) == ["Still time"]


def test_the_meetings_of_a_group_are_kept_a_year_ahead(app, programme):
    today = database_now()
    kept(
        MeetingSeries(
            group=a_group(programme),
            rule="FREQ=WEEKLY",
            first_at=today - timedelta(days=3),
            minutes=90,
            is_online=True,
            place="Online",
            words="every week",
        )
    )
    db.session.commit()

    work(app, until_idle=True)

    last = db.session.scalar(sa.select(sa.func.max(Meeting.starts_at)))
    assert timedelta(days=357) < last - today <= timedelta(days=366)
