"""The pair that a host looks after."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.accounts import Power
from recruit.models.candidates import Link, Perspective
from recruit.models.groups import Meeting
from recruit.models.seats import Seat
from recruit.web.clock import today
from tests.makers import a_candidate, a_group, a_term, an_account, an_organisation, kept


@pytest.fixture
def group(programme):
    return a_group(programme, name="Informatics")


@pytest.fixture
def host(app, programme, group):
    account = an_account(Power.HOST, programme=programme, name="Farida Rahmani", group=group)
    return app.test_client().sign_in(account)


def seated(group, **facts):
    seat = db.session.scalar(select(Seat).where(Seat.group_id == group.id).order_by(Seat.number))
    return a_term(a_candidate(**facts), seat, starts_on=today() - timedelta(days=10))


def test_a_host_sees_who_sits_there_and_what_they_bring(host, group):
    seated(group, name="Daniel Kowalski", skills={"digital_data": 0.8})

    page = host.get("/host/").text

    assert "Daniel Kowalski" in page
    assert "Technology and data" in page
    assert "Nobody yet" in page


def test_a_host_sees_the_next_dates(host, group):
    starts_at = datetime.now(UTC) + timedelta(days=9)
    kept(Meeting(group=group, starts_at=starts_at, minutes=120, is_online=True, place="online"))

    assert f"{starts_at:%B}" in host.get("/host/").text


@pytest.mark.parametrize("hidden", ["Dementia", "Carers", "ada@example.org", "Halfway", "Foreign Person"])
def test_a_host_sees_nothing_else(host, programme, group, hidden):
    seated(
        group,
        name="Ada Obi",
        email="ada@example.org",
        lived={"dementia": Perspective.SELF},
        connections={"carers": Link.LEADER},
        organisation=an_organisation("Halfway Centre"),
    )
    seated(a_group(programme, name="GP networks"), name="Foreign Person")

    assert hidden not in host.get("/host/").text


def test_a_host_cannot_look_at_people(host):
    assert host.get("/staff/people/").status_code == 404
