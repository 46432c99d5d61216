"""Stepping down from one seat, or withdrawing from everything."""

import pytest

from recruit.models.states import Stage, TermState
from recruit.web.clock import today
from tests.makers import a_candidacy, a_candidate, a_group, a_role, a_term

NO_REASON = "Choose a reason, or &#39;I would rather not say&#39;"


@pytest.fixture
def candidacy(person, programme):
    return a_candidacy(person, a_role(a_group(programme)), stage=Stage.CHOSEN)


@pytest.fixture
def term(person, candidacy):
    return a_term(
        person, candidacy.role_profile.group.seats[0], starts_on=today().replace(year=today().year - 1)
    )


def test_whoever_withdraws_leaves_every_role_and_seat(candidate_client, candidacy, term):
    answer = candidate_client.post("/me/withdraw/", data={"because": "time"})

    assert "You have withdrawn" in candidate_client.get(answer.location).text
    assert (candidacy.stage, candidacy.withdrew_because) == (Stage.WITHDRAWN, "time")
    assert (term.state, term.ends_on, term.ended_because) == (TermState.ENDED, today(), "time")


def test_no_reason_is_enough(candidate_client, candidacy):
    candidate_client.post("/me/withdraw/", data={"because": "no reason"})

    assert (candidacy.stage, candidacy.withdrew_because) == (Stage.WITHDRAWN, None)


def test_whoever_steps_down_leaves_one_seat_and_stays(candidate_client, candidacy, term):
    answer = candidate_client.post(f"/me/seats/{term.id}/step-down/", data={"because": "caring"})

    assert answer.location == "/me/"
    assert (term.state, term.ended_because) == (TermState.ENDED, "caring")
    assert candidacy.stage is Stage.CHOSEN


def test_nobody_steps_down_for_somebody_else(candidate_client, candidacy):
    other = a_term(a_candidate(), candidacy.role_profile.group.seats[1])

    response = candidate_client.post(f"/me/seats/{other.id}/step-down/", data={"because": "time"})

    assert (response.status_code, other.state) == (404, TermState.SERVING)


@pytest.mark.parametrize("wrong", [{}, {"because": "because"}])
def test_a_wrong_answer_is_explained_and_nothing_ends(candidate_client, candidacy, term, wrong):
    urls = ("/me/withdraw/", f"/me/seats/{term.id}/step-down/")

    responses = [candidate_client.post(url, data=wrong) for url in urls]

    assert [response.status_code for response in responses] == [422, 422]
    assert all(NO_REASON in response.text for response in responses)
    assert (candidacy.stage, term.state) == (Stage.CHOSEN, TermState.SERVING)
