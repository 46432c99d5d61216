from enum import StrEnum

import pytest

from recruit.models.states import ALLOWED, OfferState, ProposalState, Stage, may_become


@pytest.mark.parametrize("kind", ALLOWED, ids=lambda kind: kind.__name__)
def test_every_state_has_its_steps_and_they_stay_in_its_kind(kind: type[StrEnum]):
    reached = {then for steps in ALLOWED[kind].values() for then in steps}

    assert set(ALLOWED[kind]) == set(kind)
    assert {type(then) for then in reached} == {kind}


def test_an_open_offer_and_an_open_proposal_have_two_lives():
    offer = {then for then in OfferState if may_become(OfferState.OPEN, then)}
    proposal = {then for then in ProposalState if may_become(ProposalState.OPEN, then)}

    assert offer == set(OfferState) - {OfferState.OPEN}
    assert proposal == set(ProposalState) - {ProposalState.OPEN}


def test_anybody_in_the_process_may_pause_or_withdraw():
    leaving = {Stage.PAUSED, Stage.WITHDRAWN}

    assert all(may_become(stage, step) for stage in set(Stage) - leaving for step in leaving)
