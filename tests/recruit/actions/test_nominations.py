"""What can happen to a nomination."""

import pytest

from recruit.actions.nominations import accept_nomination, decline_nomination
from recruit.actions.refusals import Refused
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
