"""How a person joins a group that has no seats, and leaves it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from recruit.actions.memberships import join_group, leave_group
from recruit.extensions import db
from recruit.models.groups import GroupKind, Membership
from tests.makers import TODAY, a_group


@pytest.fixture
def forum(programme):
    return a_group(programme, kind=GroupKind.FORUM, seats=0)


def days_of(memberships):
    db.session.flush()
    return [(each.joined_on, each.left_on) for each in db.session.scalars(memberships)]


@pytest.mark.parametrize(("ago", "is_kept"), [(30, True), (0, True), (-30, False)])
def test_nobody_leaves_a_group_before_they_joined_it(forum, person, ago, is_kept):
    joined_on = TODAY - timedelta(days=ago)
    join_group(forum.id, person.id, on=joined_on)
    membership = db.session.scalars(select(Membership)).one()

    leave_group(membership, today=TODAY)

    assert days_of(select(Membership)) == ([(joined_on, TODAY)] if is_kept else [])


def test_whoever_comes_back_on_the_day_they_left_belongs_again(forum, person):
    join_group(forum.id, person.id, on=TODAY)
    leave_group(db.session.scalars(select(Membership)).one(), today=TODAY)

    join_group(forum.id, person.id, on=TODAY)

    assert days_of(select(Membership)) == [(TODAY, None)]
