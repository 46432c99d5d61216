"""Stepping back for good."""

import pytest

from recruit.models.states import Stage, TermState
from recruit.web.clock import today
from tests.makers import a_candidacy, a_group, a_role, a_term


@pytest.fixture
def candidacy(person, programme):
    return a_candidacy(person, a_role(a_group(programme)), stage=Stage.CHOSEN)


def test_whoever_withdraws_leaves_every_role_and_seat(candidate_client, person, candidacy):
    term = a_term(
        person, candidacy.role_profile.group.seats[0], starts_on=today().replace(year=today().year - 1)
    )

    answer = candidate_client.post("/me/withdraw/", data={"because": "time"})

    assert "You have withdrawn" in candidate_client.get(answer.location).text
    assert (candidacy.stage, candidacy.withdrew_because) == (Stage.WITHDRAWN, "time")
    assert (term.state, term.ends_on, term.ended_because) == (TermState.ENDED, today(), "time")


def test_no_reason_is_enough(candidate_client, candidacy):
    candidate_client.post("/me/withdraw/", data={"because": "no reason"})

    assert candidacy.stage is Stage.WITHDRAWN


@pytest.mark.parametrize("wrong", [{}, {"because": "because"}])
def test_a_wrong_answer_is_explained_and_nothing_ends(candidate_client, candidacy, wrong):
    response = candidate_client.post("/me/withdraw/", data=wrong)

    assert response.status_code == 422
    assert "Choose a reason, or &#39;I would rather not say&#39;" in response.text
    assert candidacy.stage is Stage.CHOSEN
