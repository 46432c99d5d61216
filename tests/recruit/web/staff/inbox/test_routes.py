"""Where the day begins."""

from datetime import timedelta

import pytest

from recruit.extensions import db
from recruit.messages.nominations import nominee_named
from recruit.models.messages import Message
from recruit.models.plans import Offer
from recruit.models.refreshes import RefreshProposal
from recruit.models.shortlists import Shortlist, ShortlistEntry
from recruit.models.states import MessageState, OfferState, ProposalState, Stage, TermState
from recruit.web.clock import now, today
from tests.makers import (
    a_call,
    a_candidacy,
    a_candidate,
    a_group,
    a_nomination,
    a_programme,
    a_role,
    a_term,
    an_organisation,
    kept,
)


@pytest.fixture
def full_pair(programme):
    group = a_group(programme, name="GP networks")
    for seat in group.seats:
        a_term(a_candidate(), seat)
    return group


def a_message(programme, way="email", state=MessageState.QUEUED, days_ago=0):
    return kept(
        Message(
            programme_id=programme.id,
            kind="call_sent",
            way=way,
            to_name="Bo Lind",
            address="bo@example.org",
            subject="Who do you know?",
            body="Hello",
            state=state,
            written_at=now() - timedelta(days=days_ago),
        )
    )


def an_offer(seat, state=OfferState.OPEN, lapses_in=2, **facts):
    facts = {"made_at": now() - timedelta(days=10), "starts_on": today(), "ends_on": today()} | facts
    return kept(
        Offer(
            seat=seat,
            candidate=a_candidate(name="Denise Campbell"),
            state=state,
            lapses_at=now() + timedelta(days=lapses_in),
            **facts,
        )
    )


def test_a_quiet_day_says_so(staff, full_pair):
    page = staff.get("/staff/inbox/").text

    assert "Nothing needs you today" in page


def test_an_empty_seat_waits_and_whoever_is_left_sits_alone(staff, programme):
    group = a_group(programme, name="Informatics")
    a_term(a_candidate(name="Daniel Kowalski"), group.seats[0])
    gone = a_term(a_candidate(), group.seats[1], state=TermState.ENDED)
    gone.ends_on = today() - timedelta(days=12)

    page = staff.get("/staff/inbox/").text

    assert "1 thing needs you" in page
    assert "Informatics has an empty seat" in page
    assert "5 days late" in page
    assert "One lay partner sits alone" in page
    assert "Informatics, for 12 days." in page


@pytest.mark.parametrize(
    ("ends_in", "words"),
    [(-3, "Peter Callaghan has left Informatics"), (30, "Peter Callaghan’s time in Informatics ends")],
)
def test_an_open_proposal_waits_and_speaks_for_the_empty_seats(staff, programme, ends_in, words):
    group = a_group(programme, name="Informatics")
    term = a_term(
        a_candidate(name="Peter Callaghan"), group.seats[0], ends_on=today() + timedelta(days=ends_in)
    )
    kept(
        RefreshProposal(
            programme=programme,
            because_term=term,
            state=ProposalState.OPEN,
            made_at=now(),
            starts_on=today(),
            points=[],
        )
    )

    page = staff.get("/staff/inbox/").text

    assert words in page
    assert "has an empty seat" not in page


def test_an_offer_about_to_lapse_waits_and_its_seat_is_spoken_for(staff, programme):
    group = a_group(programme, name="Informatics", seats=1)
    an_offer(group.seats[0])

    page = staff.get("/staff/inbox/").text

    assert "Offer to Denise Campbell lapses on" in page
    assert "Informatics has an empty seat" not in page
    assert "offer out" in page


def test_a_declined_offer_asks_for_the_next_in_line(staff, programme):
    group = a_group(programme, name="Informatics", seats=1)
    an_offer(group.seats[0], state=OfferState.DECLINED, answered_at=now())

    assert "Denise Campbell said no to Informatics" in staff.get("/staff/inbox/").text


def test_nominees_who_are_silent_for_three_weeks_wait(staff, full_pair):
    call = a_call(a_role(full_pair), an_organisation())
    a_nomination(call.asked[0], named_at=now() - timedelta(days=22))
    a_nomination(call.asked[0], name="New", email="new@example.org", named_at=now() - timedelta(days=2))

    assert "1 nominee has not answered for 21 days" in staff.get("/staff/inbox/").text


def test_people_without_a_decision_wait_longest_first(staff, full_pair):
    role = a_role(full_pair)
    shortlist = kept(
        Shortlist(role_version=role.versions[-1], opened_at=now() - timedelta(days=16), seats=2, entries=[])
    )
    candidacy = a_candidacy(a_candidate(), role, stage=Stage.SHORTLISTED)
    kept(ShortlistEntry(shortlist=shortlist, candidacy=candidacy))

    page = staff.get("/staff/inbox/").text

    assert "1 person waits for a decision" in page
    assert "2 days late" in page


def test_messages_wait_for_a_hand_or_for_a_better_address(staff, programme, full_pair):
    a_message(programme, way="phone")
    a_message(programme, state=MessageState.FAILED)
    a_message(programme)

    page = staff.get("/staff/inbox/").text

    assert "1 message waits for a hand" in page
    assert "1 message could not be sent" in page
    assert "2 things need you" in page


def test_what_waits_in_another_programme_is_not_ours(staff, full_pair):
    other = a_programme(name="Another")
    a_group(other, name="Foreign group")
    a_message(other, way="phone")

    page = staff.get("/staff/inbox/").text

    assert "Nothing needs you today" in page
    assert "Foreign group" not in page


def test_the_inbox_asks_the_database_as_often_for_three_workstreams_as_for_one(staff, programme, statements):
    a_group(programme, meetings=2)
    one = statements(lambda: staff.get("/staff/inbox/"))
    for name in ("GP networks", "Provider networks"):
        a_term(a_candidate(), a_group(programme, name=name, meetings=2).seats[0])
    db.session.commit()
    three = statements(lambda: staff.get("/staff/inbox/"))

    assert one == three


@pytest.mark.parametrize(("days", "is_there"), [(4, False), (5, True)])
def test_a_nominee_whom_nobody_called_yet_is_a_thing_of_its_own_from_day_five(
    staff, programme, full_pair, days, is_there
):
    call = a_call(a_role(full_pair), an_organisation())
    named_at = now() - timedelta(days=days)
    nomination = a_nomination(call.asked[0], name="Ida Ross", email=None, named_at=named_at)
    nominee_named(nomination, now=named_at)

    page = staff.get("/staff/inbox/").text

    assert ("Call Ida Ross for the first time" in page) is is_there
