"""What can happen to an offer."""

from contextlib import nullcontext
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from recruit.actions.offers import accept_offer, cancel_offer, decline_offer, lapse_offers, make_offers
from recruit.actions.refusals import Refused
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.groups import GroupKind, Membership
from recruit.models.messages import Message
from recruit.models.plans import ChoiceKind, Offer, Plan, PlanChoice
from recruit.models.states import OfferState, PlanState, Stage, TermState
from recruit.queries.plans import Placement, offer_with, offers_declined_without_successor
from tests.makers import NOW, TODAY, a_candidacy, a_candidate, a_group, a_role, a_term, kept

STARTS_IN = 30
STARTS, ENDS = TODAY + timedelta(days=STARTS_IN), TODAY + timedelta(days=760)


@pytest.fixture
def group(programme):
    group = a_group(programme, meetings=2)
    a_role(group)
    return group


@pytest.fixture
def plan(programme):
    return kept(
        Plan(
            programme=programme,
            name="Spring",
            state=PlanState.PUBLISHED,
            starts_on=STARTS,
            made_at=NOW,
            solved={},
        )
    )


@pytest.fixture
def offer(group, plan, person):
    return offered(plan, group.seats[0], person)


def offered(plan, seat, person, starts_on=STARTS):
    placed = Placement(seat.id, seat.group_id, person.id, starts_on, ENDS)
    [made] = make_offers([placed], source=plan, today=TODAY, now=NOW)
    db.session.flush()
    return offer_with(links.token(Purpose.OFFER, made.id))


def test_yes_plans_a_term_from_its_day(offer, person):
    term = accept_offer(offer, today=TODAY, now=NOW)

    assert (offer.state, term.state, term.starts_on, term.ends_on) == (
        OfferState.ACCEPTED,
        TermState.PLANNED,
        STARTS,
        ENDS,
    )


def test_a_term_whose_day_has_come_begins_at_once(offer):
    term = accept_offer(offer, today=STARTS, now=NOW)

    assert term.state is TermState.SERVING


def test_whoever_takes_a_seat_belongs_to_the_advisory_group_and_is_chosen(programme, offer, person):
    group = a_group(programme, kind=GroupKind.ADVISORY_GROUP, seats=0)
    candidacy = a_candidacy(person, a_role(group), stage=Stage.NEXT_IN_LINE)

    accept_offer(offer, today=TODAY, now=NOW)

    joined = db.session.scalars(select(Membership)).one()
    assert (joined.group_id, joined.joined_on, candidacy.stage) == (group.id, STARTS, Stage.CHOSEN)


def test_nobody_joins_the_advisory_group_twice(programme, offer, person):
    group = a_group(programme, kind=GroupKind.ADVISORY_GROUP, seats=0)
    kept(Membership(group=group, candidate=person, joined_on=TODAY))

    accept_offer(offer, today=TODAY, now=NOW)

    assert len(db.session.scalars(select(Membership)).all()) == 1


def test_an_offer_is_answered_once(offer):
    accept_offer(offer, today=TODAY, now=NOW)

    with pytest.raises(Refused, match="answered this already"):
        decline_offer(offer, because=None, now=NOW)


def test_of_two_answers_at_once_the_second_is_refused(offer):
    elsewhere = update(Offer).values(state=OfferState.ACCEPTED).execution_options(synchronize_session=False)
    db.session.execute(elsewhere)

    with pytest.raises(Refused, match="answered this already"):
        decline_offer(offer, because=None, now=NOW)


def test_an_offer_that_has_run_out_is_not_taken(offer):
    with pytest.raises(Refused, match="run out"):
        accept_offer(offer, today=TODAY, now=offer.lapses_at)


def test_a_seat_that_was_taken_meanwhile_is_not_taken_twice(offer, group):
    a_term(a_candidate(), group.seats[0])

    with pytest.raises(Refused, match="not free any more"):
        accept_offer(offer, today=TODAY, now=NOW)


@pytest.mark.parametrize(
    ("days_left", "may", "is_taken"), [(400, 1, False), (400, 2, True), (STARTS_IN, 1, True)]
)
def test_nobody_takes_more_seats_than_they_offered(programme, offer, person, days_left, may, is_taken):
    elsewhere = a_group(programme, name="GP networks")
    a_term(person, elsewhere.seats[0], ends_on=TODAY + timedelta(days=days_left))
    person.max_workstreams = may

    with nullcontext() if is_taken else pytest.raises(Refused, match="as many workstreams"):
        accept_offer(offer, today=TODAY, now=NOW)


def test_whoever_staff_put_there_on_purpose_may_take_one_more(programme, offer, group, plan, person):
    a_term(person, a_group(programme, name="GP networks").seats[0])
    chosen = {"plan": plan, "group": group, "candidate": person, "at": NOW}
    kept(PlanChoice(kind=ChoiceKind.OVERRIDE, reason="She knows both.", price=0.0, **chosen))

    term = accept_offer(offer, today=TODAY, now=NOW)

    assert term.candidate == person


def test_no_keeps_its_reason_and_waits_for_somebody_else(programme, offer, group, plan):
    decline_offer(offer, because="Too far to travel", now=NOW)

    assert (offer.state, offer.declined_because) == (OfferState.DECLINED, "Too far to travel")
    assert offers_declined_without_successor(programme) == [offer]

    offered(plan, group.seats[0], a_candidate())
    assert offers_declined_without_successor(programme) == []


def test_an_offer_lapses_when_its_time_is_over_and_not_before(offer):
    before = lapse_offers(now=offer.lapses_at - timedelta(seconds=1))
    after = lapse_offers(now=offer.lapses_at)

    assert (before, after, offer.state) == (0, 1, OfferState.LAPSED)


def test_an_answered_offer_is_not_taken_back(offer, coordinator):
    accept_offer(offer, today=TODAY, now=NOW)

    with pytest.raises(Refused):
        cancel_offer(offer, by=coordinator, now=NOW)


def test_the_message_carries_the_link_and_the_last_day(offer):
    message = db.session.scalars(select(Message)).one()

    assert links.token(Purpose.OFFER, offer.id) in message.body
    assert "25 January 2027" in message.body


def test_a_link_for_something_else_opens_no_offer(offer):
    assert offer_with(links.token(Purpose.CALL, offer.id)) is None
    assert db.session.scalars(select(Offer)).one() == offer
