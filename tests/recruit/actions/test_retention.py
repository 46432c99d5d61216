"""Nobody is kept longer than we said, and nobody who serves is let go."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from recruit.actions.forms import first_time
from recruit.actions.retention import forget_candidates, forget_spent
from recruit.actions.sign_in import open_session, request_sign_in
from recruit.extensions import db
from recruit.models.accounts import Attempt, SignedIn, SignInLink
from recruit.models.candidates import Candidate, Skill
from recruit.models.groups import GroupKind, Membership
from recruit.models.jobs import FormKey, Job, ask
from recruit.models.messages import Message
from recruit.models.states import JobState, Stage, TermState
from tests.makers import NOW, TODAY, a_candidacy, a_candidate, a_group, a_role, a_term, kept


def _left_after(candidate):
    number = candidate.number
    forget_candidates(now=NOW)
    return db.session.scalar(select(Candidate.id).where(Candidate.number == number)) is not None


@pytest.mark.parametrize(
    ("stage", "days", "is_kept"),
    [
        (Stage.WITHDRAWN, 91, True),
        (Stage.WITHDRAWN, 93, False),
        (Stage.REGISTERED, 360, True),
        (Stage.REGISTERED, 367, False),
        (Stage.NOT_THIS_TIME, 367, False),
        (Stage.NEXT_IN_LINE, 900, True),
        (Stage.CHOSEN, 900, True),
    ],
)
def test_each_stage_has_its_time(programme, stage, days, is_kept):
    candidate = a_candidate(skills={"finance": 0.5})
    a_candidacy(candidate, a_role(a_group(programme)), stage=stage, since=NOW - timedelta(days=days))

    assert _left_after(candidate) is is_kept
    assert bool(db.session.scalars(select(Skill)).all()) is is_kept


def test_one_who_stands_elsewhere_is_kept_by_the_later_step(programme):
    candidate = a_candidate()
    for days in (900, 10):
        role = a_role(a_group(programme, name=f"Group {days}"))
        a_candidacy(candidate, role, since=NOW - timedelta(days=days))

    assert _left_after(candidate)


def test_one_who_served_is_kept(programme):
    group = a_group(programme)
    candidate = a_candidate()
    a_candidacy(candidate, a_role(group), stage=Stage.WITHDRAWN, since=NOW - timedelta(days=200))
    a_term(candidate, group.seats[0], state=TermState.ENDED, ends_on=TODAY - timedelta(days=200))

    assert _left_after(candidate)


def test_one_in_the_forum_is_kept(programme):
    forum = a_group(programme, kind=GroupKind.FORUM, name="Forum", seats=0)
    candidate = a_candidate()
    a_candidacy(candidate, a_role(forum), since=NOW - timedelta(days=900))
    kept(Membership(group=forum, candidate=candidate, joined_on=TODAY - timedelta(days=800)))

    assert _left_after(candidate)


def test_codes_and_tries_go_when_they_have_served(programme):
    a_candidate(email="ada@example.org")
    for hours in (30, 1, 0):
        request_sign_in("ada@example.org", browser="a browser", now=NOW - timedelta(hours=hours))

    forget_spent(now=NOW + timedelta(minutes=9))

    left = {
        kind: db.session.scalar(select(func.count()).select_from(kind))
        for kind in (Message, SignInLink, Attempt)
    }
    assert left == {Message: 1, SignInLink: 2, Attempt: 2}


def test_sessions_forms_and_work_are_kept_a_season(programme):
    person = a_candidate()
    for days in (93, 1):
        then = NOW - timedelta(days=days)
        open_session(candidate_id=person.id, now=then)
        first_time(f"form of {days} days ago", now=then)
        ask("deliver", f"job of {days} days ago", run_at=then)
    db.session.execute(update(Job).values(state=JobState.DONE, finished_at=Job.run_at))

    forget_spent(now=NOW)

    assert [
        db.session.scalar(select(func.count()).select_from(kind)) for kind in (SignedIn, FormKey, Job)
    ] == [1, 1, 1]
