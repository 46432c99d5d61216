"""In a bad week nothing that asks for something is sent, and nobody learns why."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from recruit.actions.bad_weeks import LASTS, begin_bad_week, end_bad_week
from recruit.actions.messages import release_after_bad_week
from recruit.actions.offers import make_offers
from recruit.actions.retention import forget_spent
from recruit.extensions import db
from recruit.messages.tray import DELIVER, RELEASE
from recruit.models.accounts import Power
from recruit.models.bad_weeks import BadWeek
from recruit.models.candidates import ContactWay
from recruit.models.jobs import Job
from recruit.models.messages import Message
from recruit.models.plans import Plan
from recruit.models.states import MessageState, PlanState
from recruit.queries.plans import Placement
from tests.makers import NOW, TODAY, a_group, a_term, an_account, kept


@pytest.fixture
def group(programme, person):
    group = a_group(programme)
    a_term(person, group.seats[0])
    return group


def _offered(programme, group, person):
    plan = kept(
        Plan(
            programme=programme,
            name="Spring",
            state=PlanState.PUBLISHED,
            starts_on=TODAY,
            made_at=NOW,
            solved={},
        )
    )
    ends_on = TODAY + timedelta(days=700)
    placed = [Placement(group.seats[1].id, group.id, person.id, TODAY, ends_on)]
    return make_offers(placed, source=plan, today=TODAY, now=NOW)[0]


def _offer_message():
    return db.session.scalars(select(Message).where(Message.kind == "offer_made")).one()


def test_the_host_learns_that_somebody_may_be_slower_and_no_more(programme, group, person):
    an_account(Power.HOST, programme=programme, group=group, name="Farida Rahmani")

    for _tap in range(2):
        begin_bad_week(person, today=TODAY, now=NOW)

    told = db.session.scalars(select(Message)).one()
    assert (told.to_name, told.kind) == ("Farida Rahmani", "may_be_slower")
    assert "may be slower to answer until 18 January 2027" in told.body


def test_what_asks_for_something_waits_until_the_week_is_over(programme, group, person):
    begin_bad_week(person, today=TODAY, now=NOW)

    offer = _offered(programme, group, person)

    message = _offer_message()
    jobs = {job.kind: job.run_at for job in db.session.scalars(select(Job))}
    assert message.state is MessageState.HELD
    assert jobs == {RELEASE: NOW + LASTS}
    assert offer.lapses_at == NOW + LASTS + timedelta(days=14)


def test_when_the_week_is_over_it_is_sent(programme, group, person):
    begin_bad_week(person, today=TODAY, now=NOW)
    _offered(programme, group, person)
    message = _offer_message()

    release_after_bad_week(message.id, now=NOW + LASTS)

    kinds = db.session.scalars(select(Job.kind)).all()
    assert message.state is MessageState.QUEUED
    assert sorted(kinds) == sorted([RELEASE, DELIVER])


def test_whoever_is_back_early_is_asked_at_once(programme, group, person):
    begin_bad_week(person, today=TODAY, now=NOW)
    _offered(programme, group, person)

    end_bad_week(person, now=NOW + timedelta(days=1))

    assert db.session.scalars(select(Job.run_at).where(Job.kind == RELEASE)).one() == NOW + timedelta(days=1)
    assert db.session.scalars(select(BadWeek)).all() == []


def test_without_a_bad_week_nothing_waits(programme, group, person):
    offer = _offered(programme, group, person)

    assert _offer_message().state is MessageState.QUEUED
    assert offer.lapses_at == NOW + timedelta(days=14)


@pytest.mark.parametrize(
    ("way", "days", "delivers"),
    [(ContactWay.EMAIL, 14, [DELIVER]), (ContactWay.PHONE, 14, []), (ContactWay.POST, 21, [])],
)
def test_an_offer_goes_the_way_they_prefer_and_post_has_longer(programme, group, person, way, days, delivers):
    person.contact_way, person.phone, person.post_address = way, "020 7946 0999", "1 High Street"

    offer = _offered(programme, group, person)

    assert offer.lapses_at == NOW + timedelta(days=days)
    assert (_offer_message().way, _offer_message().state) == (way, MessageState.QUEUED)
    assert db.session.scalars(select(Job.kind)).all() == delivers


def test_a_bad_week_that_is_over_is_forgotten(programme, group, person):
    begin_bad_week(person, today=TODAY, now=NOW)

    forget_spent(now=NOW + LASTS + timedelta(minutes=1))

    assert db.session.scalars(select(BadWeek)).all() == []
