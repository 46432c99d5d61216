"""What can happen when a seat falls empty."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from recruit.actions.candidates_leaving import leave_seat
from recruit.actions.offers import accept_offer, decline_offer
from recruit.actions.refreshes import (
    ask_for_refreshes,
    dismiss_refresh,
    propose_refresh,
    work_out_again,
)
from recruit.actions.refusals import Refused
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.messages import Message
from recruit.models.plans import Offer
from recruit.models.seats import Term
from recruit.models.states import OfferState, ProposalState, TermState
from recruit.queries.matches.refreshing import refresh_worked_out
from recruit.queries.plans import offer_with
from recruit.queries.refreshes import offers_of
from tests.makers import NOW, TODAY
from tests.two_pairs import TwoPairs, work_out_refreshes


@pytest.fixture
def pairs(programme):
    return TwoPairs(programme)


def messages(kind):
    return list(db.session.scalars(select(Message).where(Message.kind == kind)))


def seated_by(point):
    return {who for each in point["plan"]["assignments"] for who in each["people"]}


def a_night(at=NOW):
    """The hourly look for seats, and the work it asks for."""
    asked = ask_for_refreshes(today=TODAY, now=at)
    work_out_refreshes()
    return asked


def test_whoever_withdraws_waits_for_nothing_and_leaves_a_proposal_behind(pairs):
    proposal = pairs.leave(pairs.peter)

    assert proposal.because_term_id == pairs.term_of(pairs.peter).id
    assert proposal.starts_on == TODAY + timedelta(days=14)
    assert proposal.points[0]["changes"] == 0
    assert proposal.points[0]["plan"]["seats_unfilled"] == 0


@pytest.mark.parametrize("because", ["time", None])
def test_whoever_steps_down_is_not_proposed_for_the_same_workstream(pairs, because):
    for person in (pairs.grace, pairs.tom):
        person.paused_until = TODAY + timedelta(days=300)

    leave_seat(pairs.term_of(pairs.peter), because=because, by=pairs.peter, today=TODAY, now=NOW)
    work_out_refreshes()

    assert pairs.open_proposal().points[0]["plan"]["changes"]["added"] == []


def test_repair_only_keeps_everybody_else(pairs):
    proposal = pairs.leave(pairs.peter)

    kept = {str(each.id) for each in (pairs.amina, pairs.joan, pairs.hemant)}
    assert kept <= seated_by(proposal.points[0])
    assert proposal.points[0]["plan"]["changes"]["removed"] == []


def test_the_curve_never_falls(pairs):
    pairs.term_of(pairs.joan).ends_on = pairs.term_of(pairs.hemant).ends_on = TODAY + timedelta(days=120)

    points = pairs.leave(pairs.peter).points

    goals = [
        (-point["plan"]["seats_unfilled"], -len(point["plan"]["alone"]), point["value"]) for point in points
    ]
    assert len(points) > 1
    assert goals == sorted(goals)


def test_only_seats_that_end_within_six_months_may_move(pairs):
    pairs.term_of(pairs.joan).ends_on = TODAY + timedelta(days=120)

    points = pairs.leave(pairs.peter).points

    moved = {who for point in points for who, _where in point["plan"]["changes"]["removed"]}
    assert moved == {str(pairs.joan.id)}


def test_where_nobody_fits_the_proposal_says_why(pairs):
    for person in (pairs.grace, pairs.tom):
        person.paused_until = TODAY + timedelta(days=300)

    point = pairs.leave(pairs.peter).points[0]

    informatics = next(
        each for each in point["plan"]["assignments"] if each["workstream"] == str(pairs.informatics.id)
    )
    assert informatics["people"] == [str(pairs.amina.id)]
    assert informatics["why_unfilled"]["code"]


def test_a_newer_proposal_overtakes_the_older_one(pairs):
    older = pairs.leave(pairs.peter)

    newer = pairs.leave(pairs.joan)

    assert (older.state, newer.state) == (ProposalState.OVERTAKEN, ProposalState.OPEN)


def test_nothing_is_asked_before_somebody_approves(pairs):
    pairs.leave(pairs.peter)

    assert db.session.scalars(select(Offer)).all() == []
    assert messages("offer_made") == messages("thank_you") == []


def test_approving_asks_the_newcomer_once_and_thanks_the_leaver(pairs, coordinator):
    proposal = pairs.leave(pairs.peter)

    (offer,) = pairs.approve(proposal, coordinator)

    assert (offer.candidate, offer.seat) == (pairs.grace, pairs.informatics.seats[0])
    assert (offer.state, offer.starts_on) == (OfferState.OPEN, proposal.starts_on)
    assert [message.candidate_id for message in messages("offer_made")] == [pairs.grace.id]
    assert [message.candidate_id for message in messages("thank_you")] == [pairs.peter.id]
    assert (proposal.state, proposal.chosen_changes) == (ProposalState.APPROVED, 0)
    assert (proposal.reason, proposal.decided_by) == ("The best for this seat.", coordinator)


def test_a_proposal_is_decided_once(pairs, coordinator):
    proposal = pairs.leave(pairs.peter)
    pairs.approve(proposal, coordinator)

    with pytest.raises(Refused, match="This proposal has already been decided"):
        pairs.approve(proposal, coordinator)
    with pytest.raises(Refused, match="This proposal has already been decided"):
        dismiss_refresh(proposal, reason="Not now.", by=coordinator, now=NOW)

    assert len(offers_of(proposal)) == 1


def test_a_yes_becomes_a_term_and_the_history_stays(pairs, coordinator):
    (offer,) = pairs.approve(pairs.leave(pairs.peter), coordinator)

    term = accept_offer(offer_with(links.token(Purpose.OFFER, offer.id)), today=TODAY, now=NOW)

    assert (term.candidate, term.seat, term.state) == (
        pairs.grace,
        pairs.informatics.seats[0],
        TermState.PLANNED,
    )
    assert pairs.term_of(pairs.peter).state is TermState.ENDED


def test_whoever_makes_room_keeps_the_seat_until_the_day_and_is_told(pairs, coordinator):
    joan = pairs.term_of(pairs.joan)
    joan.ends_on = TODAY + timedelta(days=120)
    proposal = pairs.leave(pairs.peter)

    offers = pairs.approve(proposal, coordinator, changes=1)

    assert {offer.candidate for offer in offers} == {pairs.grace, pairs.tom}
    assert (joan.state, joan.ends_on) == (TermState.SERVING, proposal.starts_on)
    assert [message.candidate_id for message in messages("seat_ends")] == [pairs.joan.id]


def test_a_plan_that_the_rows_no_longer_allow_is_refused(pairs, coordinator):
    proposal = pairs.leave(pairs.peter)
    pairs.grace.paused_until = TODAY + timedelta(days=300)

    with pytest.raises(Refused, match="Something has changed"):
        pairs.approve(proposal, coordinator)


def test_a_row_that_does_not_exist_is_refused(pairs, coordinator):
    with pytest.raises(Refused, match="Choose one of the rows"):
        pairs.approve(pairs.leave(pairs.peter), coordinator, changes=7)


def test_a_proposal_can_be_worked_out_again(pairs):
    older = pairs.leave(pairs.peter)
    pairs.grace.paused_until = TODAY + timedelta(days=300)

    newer = work_out_again(older, today=TODAY, now=NOW)

    assert older.state is ProposalState.OVERTAKEN
    assert newer.because_term_id == older.because_term_id
    assert str(pairs.tom.id) in seated_by(newer.points[0])


def test_the_night_shift_looks_three_months_ahead_and_once(pairs):
    term = pairs.term_of(pairs.peter)
    term.ends_on = TODAY + timedelta(days=80)

    made = [a_night() for _night in range(2)]

    assert made == [1, 0]
    assert (pairs.open_proposal().because_term_id, pairs.open_proposal().starts_on) == (term.id, term.ends_on)


def test_the_night_shift_does_not_ask_again_what_was_laid_aside(pairs, coordinator):
    pairs.term_of(pairs.peter).ends_on = TODAY + timedelta(days=80)
    a_night()
    dismiss_refresh(pairs.open_proposal(), reason="They may stay longer.", by=coordinator, now=NOW)

    assert a_night() == 0


def test_a_term_with_long_to_run_needs_no_proposal(pairs):
    assert a_night() == 0


def test_after_a_no_somebody_else_is_proposed(pairs, coordinator):
    (offer,) = pairs.approve(pairs.leave(pairs.peter), coordinator)
    decline_offer(
        offer_with(links.token(Purpose.OFFER, offer.id)), because=None, now=NOW + timedelta(hours=1)
    )

    made = [a_night(NOW + timedelta(hours=2)) for _night in range(2)]

    seated = seated_by(pairs.open_proposal().points[0])
    assert made == [1, 0]
    assert str(pairs.tom.id) in seated
    assert str(pairs.grace.id) not in seated


def test_a_proposal_without_a_term_covers_what_is_empty(pairs):
    pairs.term_of(pairs.peter).state = TermState.ENDED

    found = refresh_worked_out(pairs.programme.id, because_term=None, today=TODAY)

    proposal = propose_refresh(pairs.programme, found, because_term=None, now=NOW)

    assert proposal.points[0]["plan"]["seats_unfilled"] == 0


@pytest.fixture
def move(pairs):
    """Only Joan, who sits elsewhere, can come to Informatics; somebody could take her seat."""
    pairs.ends_in(pairs.joan, days=120)
    for person in (pairs.grace, pairs.tom):
        person.free_times = []
    return pairs.leave(pairs.peter)


def test_one_change_fills_what_repair_alone_cannot(pairs, move):
    assert [point["plan"]["seats_unfilled"] for point in move.points] == [1, 0]
    assert move.points[1]["plan"]["changes"]["removed"] == [[str(pairs.joan.id), str(pairs.networks.id)]]


def test_whoever_moves_keeps_the_seat_until_they_say_yes(pairs, move, coordinator):
    (offer,) = pairs.approve(move, coordinator, changes=1)

    assert (offer.candidate, offer.seat.group) == (pairs.joan, pairs.informatics)
    assert pairs.term_of(pairs.joan).ends_on == TODAY + timedelta(days=120)
    assert messages("seat_ends") == []


def test_the_seat_that_a_move_leaves_is_offered_once_the_move_is_agreed(pairs, move, coordinator):
    (offer,) = pairs.approve(move, coordinator, changes=1)

    accept_offer(offer_with(links.token(Purpose.OFFER, offer.id)), today=TODAY, now=NOW)

    asked = [each for each in offers_of(move) if each.state is OfferState.OPEN]
    assert [(each.seat.group, each.candidate in (pairs.grace, pairs.tom)) for each in asked] == [
        (pairs.networks, True)
    ]
    old, new = sorted(
        db.session.scalars(select(Term).where(Term.candidate_id == pairs.joan.id)),
        key=lambda term: term.starts_on,
    )
    assert old.ends_on == new.starts_on == move.starts_on
