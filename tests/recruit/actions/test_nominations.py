"""What can happen to a nomination."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from recruit.actions.nominations import (
    accept_nomination,
    decline_nomination,
    give_more_time,
    remind_nominees,
)
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.messages.nominations import nominee_named
from recruit.models.messages import Message
from recruit.models.states import NominationState
from tests.makers import NOW, a_call, a_candidate, a_group, a_nomination, a_role, an_organisation


@pytest.fixture
def nomination(programme):
    return a_nomination(a_call(a_role(a_group(programme)), an_organisation()).asked[0])


def test_a_yes_ties_the_person_to_who_named_them(nomination):
    person = a_candidate()

    accept_nomination(nomination, candidate=person, now=NOW)

    assert (nomination.state, nomination.candidate_id) == (NominationState.ACCEPTED, person.id)
    assert person.nominated_by_id == nomination.call_asked.organisation_id


def test_the_first_organisation_that_named_somebody_stays(nomination):
    first = an_organisation("Southgate Temple")
    person = a_candidate(organisation=first)

    accept_nomination(nomination, candidate=person, now=NOW)

    assert person.nominated_by_id == first.id


def test_nobody_says_yes_twice(nomination):
    person = a_candidate()
    accept_nomination(nomination, candidate=person, now=NOW)

    with pytest.raises(Refused, match="You have answered this already"):
        accept_nomination(nomination, candidate=person, now=NOW)


def test_a_yes_is_taken_back_by_withdrawing(nomination):
    accept_nomination(nomination, candidate=a_candidate(), now=NOW)

    with pytest.raises(Refused, match="Sign in to withdraw"):
        decline_nomination(nomination, now=NOW)


def test_a_yes_accepts_all_that_was_said_about_one_person(programme, nomination):
    other = a_call(a_role(a_group(programme, name="Finance")), an_organisation("Southgate Temple")).asked[0]
    second = a_nomination(other)
    person = a_candidate()

    accept_nomination(nomination, candidate=person, now=NOW)

    assert {second.candidate_id, nomination.candidate_id} == {person.id}
    assert person.nominated_by_id == nomination.call_asked.organisation_id


@pytest.mark.parametrize(("days", "reminders"), [(6, 0), (7, 1), (20, 1), (21, 2), (27, 2)])
def test_the_silent_are_reminded_after_one_week_and_after_three(nomination, days, reminders):
    nominee_named(nomination, now=NOW)
    for day in range(days + 1):
        remind_nominees(now=NOW + timedelta(days=day))

    written = select(func.count()).where(Message.kind == "nominee_reminded").select_from(Message)
    assert db.session.scalar(written) == reminders


def test_reminders_begin_again_with_more_time(nomination):
    nominee_named(nomination, now=NOW)
    remind_nominees(now=NOW + timedelta(days=21))
    give_more_time(nomination, now=NOW + timedelta(days=22))

    early = remind_nominees(now=NOW + timedelta(days=34))
    late = remind_nominees(now=NOW + timedelta(days=35))

    assert (early, late) == (0, 1)


def test_nobody_is_reminded_who_was_named_a_second_time_only(programme, nomination):
    nominee_named(nomination, now=NOW)
    a_nomination(nomination.call_asked)

    assert remind_nominees(now=NOW + timedelta(days=8)) == 1
