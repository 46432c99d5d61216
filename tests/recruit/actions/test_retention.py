"""Nobody is kept longer than we said, and nobody who serves is let go."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from recruit.actions.retention import forget_candidates
from recruit.extensions import db
from recruit.models.candidates import Candidate, Skill
from recruit.models.groups import GroupKind, Membership
from recruit.models.states import Stage, TermState
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
