"""A person's meetings: papers, apologies with one tap, and a calendar of their own."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.accounts import Power
from recruit.models.attending import Apology, Paper
from recruit.models.groups import Meeting
from recruit.models.messages import Message
from tests.makers import NOW, a_candidate, a_group, a_term, an_account, kept


@pytest.fixture
def group(programme, person):
    group = a_group(programme, meetings=3)
    a_term(person, group.seats[0])
    return group


@pytest.fixture
def meeting(group):
    return group.meetings[0]


@pytest.fixture
def partner(group):
    partner = a_candidate(name="Peter Kane", email="peter@example.org")
    a_term(partner, group.seats[1])
    return partner


@pytest.fixture
def host(programme, group):
    return an_account(Power.HOST, programme=programme, group=group, name="Farida Rahmani")


def _told(kind):
    return sorted(db.session.scalars(select(Message.to_name).where(Message.kind == kind)))


def test_one_tap_tells_the_partner_and_the_host_once(candidate_client, meeting, partner, host):
    for _tap in range(2):
        candidate_client.post(f"/me/meetings/{meeting.id}/cannot-come/")

    assert _told("apology_told") == ["Farida Rahmani", "Peter Kane"]
    assert "You said you cannot come" in candidate_client.get("/me/meetings/").text


def test_the_tap_can_be_undone_and_they_are_told_again(candidate_client, meeting, partner, host):
    candidate_client.post(f"/me/meetings/{meeting.id}/cannot-come/")

    for _tap in range(2):
        candidate_client.post(f"/me/meetings/{meeting.id}/can-come/")

    assert _told("apology_taken_back") == ["Farida Rahmani", "Peter Kane"]
    assert db.session.scalars(select(Apology)).all() == []


def test_the_partner_is_asked_to_cover_and_the_host_is_not(candidate_client, meeting, partner, host):
    candidate_client.post(f"/me/meetings/{meeting.id}/cannot-come/")

    bodies = dict(db.session.execute(select(Message.to_name, Message.body)).all())
    assert "We ask you to cover" in bodies["Peter Kane"]
    assert "We ask you to cover" not in bodies["Farida Rahmani"]
    assert "It counts as apologies" in bodies["Farida Rahmani"]


def test_without_a_host_the_coordinator_is_told(candidate_client, meeting, coordinator):
    candidate_client.post(f"/me/meetings/{meeting.id}/cannot-come/")

    assert _told("apology_told") == ["Ruth Adeyemi"]


def test_the_host_sees_who_cannot_come(app, candidate_client, meeting, host):
    candidate_client.post(f"/me/meetings/{meeting.id}/cannot-come/")

    page = app.test_client().sign_in(host).get("/host/").text

    assert "Ada Obi cannot come on 12 January 2027" in page


def test_a_meeting_of_another_group_is_not_there(candidate_client, programme, meeting):
    stranger = a_group(programme, name="Elsewhere", meetings=1).meetings[0]

    for address in ("cannot-come/", "can-come/"):
        assert candidate_client.post(f"/me/meetings/{stranger.id}/{address}").status_code == 404
    assert candidate_client.get(f"/me/meetings/{stranger.id}/meeting.ics").status_code == 404


def test_a_meeting_that_has_begun_takes_no_apologies(candidate_client, group):
    begun = kept(
        Meeting(group=group, starts_at=NOW - timedelta(minutes=5), minutes=60, is_online=True, place="")
    )

    assert candidate_client.post(f"/me/meetings/{begun.id}/cannot-come/").status_code == 409


def test_papers_stand_under_their_meeting_and_late_ones_say_so(candidate_client, group):
    soon, later = group.meetings[0], group.meetings[2]
    kept(Paper(meeting=soon, title="Minutes", words="We agreed on two things.", added_at=NOW))
    kept(Paper(meeting=later, title="The plan", words="", url="https://example.org/plan", added_at=NOW))

    page = candidate_client.get("/me/meetings/").text

    assert "We agreed on two things." in page
    assert 'href="https://example.org/plan"' in page
    assert page.count("came less than 7 days before the meeting") == 1
    assert "The papers are here by 19 January 2027, 7 days before." in page


def test_a_calendar_link_is_followed_without_signing_in_until_it_is_ended(app, candidate_client, group):
    stranger = app.test_client()
    candidate_client.post("/me/meetings/calendar/")
    address = _feed_address(candidate_client)

    before = stranger.get(address)
    candidate_client.post("/me/meetings/calendar/end/")

    assert (before.status_code, before.mimetype) == (200, "text/calendar")
    assert stranger.get(address).status_code == 404
    candidate_client.post("/me/meetings/calendar/")
    assert _feed_address(candidate_client) != address


def test_a_calendar_says_when_and_where_and_no_names(app, candidate_client, group, partner):
    candidate_client.post("/me/meetings/calendar/")

    text = app.test_client().get(_feed_address(candidate_client)).text

    assert "Town hall" in text
    for name in ("Ada", "Peter", "Informatics", "Integrated care"):
        assert name not in text


def test_a_meeting_keeps_its_clock_time_when_the_clocks_change(candidate_client, group):
    """On 28 March 2027 London goes forward: ten o'clock is 10:00 UTC before, and 09:00 UTC after."""
    for day, hour in ((23, 10), (30, 9)):
        starts_at = datetime(2027, 3, day, hour, tzinfo=UTC)
        kept(Meeting(group=group, starts_at=starts_at, minutes=120, is_online=True, place=""))
    candidate_client.post("/me/meetings/calendar/")

    calendar = Calendar.from_ical(candidate_client.get(_feed_address(candidate_client)).data)

    march = [event for event in calendar.events if event.start.month == 3]
    assert [(event.start.day, event.start.hour, event.end.hour) for event in march] == [
        (23, 10, 12),
        (30, 10, 12),
    ]
    assert {event["DTSTART"].params["TZID"] for event in march} == {"Europe/London"}
    assert [zone["TZID"] for zone in calendar.timezones] == ["Europe/London"]


def test_a_moved_meeting_keeps_its_name_and_counts_up(candidate_client, meeting):
    before = _only_event(candidate_client, meeting)
    meeting.starts_at += timedelta(hours=3)
    db.session.commit()

    after = _only_event(candidate_client, meeting)

    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after.start.hour == before.start.hour + 3


def _only_event(client, meeting):
    return Calendar.from_ical(client.get(f"/me/meetings/{meeting.id}/meeting.ics").data).events[0]


def _feed_address(client):
    page = client.get("/me/meetings/").text
    return (
        page.split('class="meeting__feed"><a href="')[1]
        .split('"')[0]
        .split("5000")[-1]
        .split("localhost")[-1]
    )
