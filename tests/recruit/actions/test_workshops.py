"""A workshop is planned, and invitations name it."""

from datetime import timedelta

import pytest

from recruit.actions.candidacies import invite_to_workshop
from recruit.actions.refusals import Refused
from recruit.actions.workshops import plan_workshop
from recruit.queries.workshops import newest_attendance_of, workshops_ahead_of
from tests.makers import NOW, a_candidacy, a_candidate, a_group, a_role

NEXT_WEEK = NOW + timedelta(days=7)


@pytest.fixture
def role(programme):
    return a_role(a_group(programme))


def planned(role, coordinator, starts_at=NEXT_WEEK):
    return plan_workshop(role, starts_at=starts_at, minutes=90, place="Town hall", by=coordinator, now=NOW)


def test_whoever_is_invited_is_asked_to_the_soonest_workshop(role, coordinator, app):
    planned(role, coordinator, NEXT_WEEK + timedelta(days=7))
    soonest = planned(role, coordinator)
    candidacy = a_candidacy(a_candidate(email="ada@example.org"), role)

    with app.test_request_context():
        invite_to_workshop(candidacy, by=coordinator, now=NOW)

    assert newest_attendance_of(candidacy).workshop_id == soonest.id


def test_workshops_ahead_are_those_of_the_role(role, coordinator, programme):
    planned(a_role(a_group(programme, name="GP networks")), coordinator)
    mine = planned(role, coordinator)

    assert workshops_ahead_of(role, now=NOW) == [mine]
    assert workshops_ahead_of(role, now=NEXT_WEEK) == []


def test_a_time_that_has_passed_is_refused(role, coordinator):
    with pytest.raises(Refused, match="has passed"):
        planned(role, coordinator, NOW)


def test_the_same_time_is_planned_once(role, coordinator):
    planned(role, coordinator)

    with pytest.raises(Refused, match="at that time already"):
        planned(role, coordinator)
