"""The question whether somebody would take a seat, and their answer."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from recruit.actions.offers import make_offers
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.messages import Message
from recruit.models.plans import Offer, Plan
from recruit.models.seats import Term
from recruit.models.states import OfferState, PlanState
from recruit.queries.plans import Placement
from tests.makers import NOW, TODAY, a_group, a_role, kept

STARTS = TODAY + timedelta(days=20)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def url(programme, person):
    group = a_group(programme, meetings=4)
    a_role(group)
    plan = kept(
        Plan(
            programme=programme,
            name="Spring",
            state=PlanState.PUBLISHED,
            starts_on=STARTS,
            made_at=NOW,
            solved={},
        )
    )
    placed = Placement(group.seats[0].id, group.id, person.id, STARTS, STARTS + timedelta(days=730))
    [offer] = make_offers([placed], source=plan, today=TODAY, now=NOW)
    db.session.commit()
    return f"/answer/offers/{links.token(Purpose.OFFER, offer.id)}/"


def the_offer():
    return db.session.scalars(select(Offer)).one()


def test_the_question_says_when_and_how_much_and_changes_nothing(client, url):
    page = client.get(url).text

    assert "Would you take a seat in Informatics?" in page
    assert "31 January 2027" in page
    assert "About 8 hours a month" in page
    assert "You can come to 2 of 2 dates" in page
    assert "26 January 2027" not in page
    assert the_offer().state is OfferState.OPEN


def test_yes_takes_the_seat(client, url, person):
    response = client.post(url, data={"answer": "yes"})

    assert response.status_code == 303
    assert db.session.scalars(select(Term)).one().candidate_id == person.id
    assert "You said yes" in client.get(url).text


def test_a_late_yes_begins_on_its_own_day_wherever_it_is_said(client, url):
    the_offer().starts_on = TODAY - timedelta(days=3)
    asked = client.get(url).text
    client.post(url, data={"answer": "yes"})

    written = db.session.scalars(select(Message.body).where(Message.kind == "offer_accepted")).one()
    told = [asked, client.get(url).text, written]
    assert ["11 January 2027" in each for each in told] == [True] * 3
    assert ["8 January 2027" in each for each in told] == [False] * 3


def test_no_keeps_the_reason(client, url):
    client.post(url, data={"answer": "no", "because": "Too far"})

    assert (the_offer().state, the_offer().declined_because) == (OfferState.DECLINED, "Too far")
    assert "You said no, and that is fine" in client.get(url).text


def test_no_needs_no_reason(client, url):
    client.post(url, data={"answer": "no"})

    assert (the_offer().state, the_offer().declined_because) == (OfferState.DECLINED, None)


def test_a_post_without_an_answer_is_told_so(client, url):
    response = client.post(url, data={"answer": "perhaps"})

    assert response.status_code == 422
    assert "Press the button for yes or the one for no" in response.text


def test_a_second_answer_changes_nothing(client, url):
    client.post(url, data={"answer": "yes"})

    response = client.post(url, data={"answer": "no"})

    assert "You said yes" in response.text
    assert the_offer().state is OfferState.ACCEPTED


def test_an_offer_that_has_run_out_says_so(client, url, clock):
    clock.shift(timedelta(days=14))

    response = client.post(url, data={"answer": "yes"})

    assert "This offer has run out" in response.text
    assert db.session.scalars(select(Term)).all() == []


@pytest.mark.parametrize("token", ["nonsense", "a.b.c"])
def test_a_made_up_link_opens_nothing(client, programme, token):
    assert client.get(f"/answer/offers/{token}/").status_code == 404
