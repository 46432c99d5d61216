"""What can happen to a candidacy before a panel looks at it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from recruit.actions.candidacies import invite_to_workshop, record_attendance, step
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.models.events import Event
from recruit.models.messages import Message
from recruit.models.states import Stage
from recruit.models.workshops import Attendance, Workshop
from tests.makers import NOW, a_candidacy, a_candidate, a_group, a_role, kept


@pytest.fixture
def candidacy(programme):
    return a_candidacy(a_candidate(email="ada@example.org"), a_role(a_group(programme)))


def a_workshop(role, days):
    return kept(
        Workshop(role_profile=role, starts_at=NOW + timedelta(days=days), minutes=120, place="Town hall")
    )


def test_an_invitation_names_the_next_workshop_and_expects_the_person_there(candidacy, coordinator):
    for days in (-7, 21, 14):
        a_workshop(candidacy.role_profile, days)

    invite_to_workshop(candidacy, by=coordinator, now=NOW)
    message = db.session.scalars(select(Message)).one()
    attendance = db.session.scalars(select(Attendance)).one()

    assert "Monday 25 January 2027" in message.body
    assert attendance.came is None


def test_without_a_workshop_the_invitation_promises_a_call(candidacy, coordinator):
    invite_to_workshop(candidacy, by=coordinator, now=NOW)

    assert "We will call you to agree a day." in db.session.scalars(select(Message)).one().body


def test_whoever_came_is_noted_at_the_workshop_they_were_asked_to(candidacy, coordinator):
    a_workshop(candidacy.role_profile, 14)
    invite_to_workshop(candidacy, by=coordinator, now=NOW)

    record_attendance(candidacy, by=coordinator, now=NOW)

    assert db.session.scalars(select(Attendance)).one().came is True


def test_a_step_is_written_down_with_where_it_came_from(candidacy, coordinator):
    step(candidacy, Stage.INVITED, by=coordinator, now=NOW)
    db.session.flush()
    event = db.session.scalars(select(Event)).one()

    assert (event.what, event.subject_id, event.by_id) == ("candidacy invited", candidacy.id, coordinator.id)
    assert event.detail == {"was": "registered"}


@pytest.mark.parametrize("stage", [Stage.CHOSEN, Stage.ATTENDED, Stage.INTERESTED, Stage.REGISTERED])
def test_a_step_that_skips_the_life_of_a_candidacy_is_refused(candidacy, coordinator, stage):
    with pytest.raises(Refused):
        step(candidacy, stage, by=coordinator, now=NOW)

    assert candidacy.stage is Stage.REGISTERED
