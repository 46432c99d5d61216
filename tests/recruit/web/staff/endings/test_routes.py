"""Staff take an offer back, or end a term or a membership: always with a reason that the person reads."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.groups import GroupKind, Membership
from recruit.models.jobs import Job
from recruit.models.messages import Message
from recruit.models.plans import Offer
from recruit.models.states import OfferState, TermState
from tests.makers import NOW, TODAY, a_group, a_term, kept

WHY = {"because": "The group is being wound up."}


@pytest.fixture
def group(programme):
    return a_group(programme)


@pytest.fixture
def term(group, person):
    return a_term(person, group.seats[0])


@pytest.fixture
def offer(group, person):
    days = {"starts_on": TODAY, "ends_on": TODAY + timedelta(days=700)}
    lives = {"made_at": NOW, "lapses_at": NOW + timedelta(days=14)}
    return kept(Offer(seat=group.seats[1], candidate=person, state=OfferState.OPEN, **days, **lives))


@pytest.fixture
def membership(programme, person):
    forum = a_group(programme, kind=GroupKind.FORUM, name="Forum", seats=0)
    return kept(Membership(group=forum, candidate=person, joined_on=TODAY - timedelta(days=30)))


def _heard(kind):
    return db.session.scalars(select(Message.body).where(Message.kind == kind)).one()


def test_an_open_offer_is_taken_back_from_the_workstream(staff, group, offer):
    assert f"/staff/endings/offers/{offer.id}/" in staff.get(f"/staff/workstreams/{group.id}/").text

    answers = [staff.post(f"/staff/endings/offers/{offer.id}/", data=WHY).status_code for _ in range(2)]

    assert answers == [303, 409]
    assert db.session.get(Offer, offer.id).state is OfferState.CANCELLED
    assert WHY["because"] in _heard("offer_cancelled")
    assert db.session.scalars(select(Job).where(Job.kind == "propose-refresh")).one()


def test_a_term_is_ended_from_the_workstream_and_a_successor_is_looked_for(staff, group, term):
    assert f"/staff/endings/terms/{term.id}/" in staff.get(f"/staff/workstreams/{group.id}/").text

    answers = [staff.post(f"/staff/endings/terms/{term.id}/", data=WHY).status_code for _ in range(2)]

    db.session.refresh(term)
    assert answers == [303, 409]
    assert (term.state, term.ends_on, term.ended_because) == (TermState.ENDED, TODAY, WHY["because"])
    assert WHY["because"] in _heard("term_ended")
    assert db.session.scalars(select(Job).where(Job.kind == "propose-refresh")).one()


def test_a_membership_is_ended_from_its_group(staff, membership):
    assert (
        f"/staff/endings/memberships/{membership.id}/"
        in staff.get(f"/staff/endings/groups/{membership.group_id}/").text
    )

    answers = [
        staff.post(f"/staff/endings/memberships/{membership.id}/", data=WHY).status_code for _ in range(2)
    ]

    assert answers == [303, 409]
    assert db.session.get(Membership, membership.id).left_on == TODAY
    assert WHY["because"] in _heard("membership_ended")


@pytest.mark.parametrize(
    ("kind", "because", "words"),
    [
        ("offers", "", "Say why"),
        ("offers", "a" * 601, "Use at most 600 letters"),
        ("terms", "", "Say why"),
        ("terms", "a" * 61, "Use at most 60 letters"),
        ("memberships", "", "Say why"),
        ("memberships", "a" * 601, "Use at most 600 letters"),
    ],
)
def test_an_ending_without_a_fitting_reason_is_told_so(staff, offer, term, membership, kind, because, words):
    thing = {"offers": offer, "terms": term, "memberships": membership}[kind]

    answer = staff.post(f"/staff/endings/{kind}/{thing.id}/", data={"because": because})

    assert answer.status_code == 422
    assert words in answer.text
    assert db.session.scalars(select(Message)).all() == []
