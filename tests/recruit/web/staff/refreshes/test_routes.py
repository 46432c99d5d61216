"""The page of a proposal: read, choose, approve, lay aside."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from recruit.actions.refreshes import ask_for_refreshes
from recruit.extensions import db
from recruit.models.accounts import Power
from recruit.models.messages import Message
from recruit.models.plans import Offer
from recruit.models.refreshes import RefreshProposal
from recruit.models.states import ProposalState
from tests.makers import NOW, TODAY, a_programme, an_account
from tests.two_pairs import TwoPairs, work_out_refreshes

REASON = {"changes": "0", "reason": "She knows the people who run it."}


@pytest.fixture
def pairs(programme):
    return TwoPairs(programme)


@pytest.fixture
def proposal(pairs):
    pairs.ends_in(pairs.joan, days=120)
    return pairs.leave(pairs.peter)


def url(proposal, deed=""):
    return f"/staff/refreshes/{proposal.id}/{deed}"


def test_the_page_says_who_left_and_what_repair_alone_would_do(staff, proposal):
    page = staff.get(url(proposal)).text

    assert "Refresh: Peter Callaghan has left Informatics" in page
    assert "The empty seat can be filled, and everybody else stays." in page
    assert "After one change there is nothing left to gain." in page
    assert "Grace Mensah takes the seat of Peter Callaghan" in page
    assert "Repair only: ask Grace Mensah" in page
    assert "The other pair stays as it is." in page


def test_another_row_can_be_looked_at_without_a_script(staff, proposal):
    page = staff.get(url(proposal), query_string={"changes": 1}).text

    assert "What one change would do" in page
    assert "Also: Tom Brennan to GP networks, Joan Whitlock leaves GP networks" in page
    assert "Joan Whitlock would leave before their time." in page
    assert "Use one change" in page


def test_a_script_gets_only_the_part(staff, proposal):
    part = staff.get(url(proposal), query_string={"changes": 1}, headers={"HX-Request": "true"}).text

    assert part.lstrip().startswith('<section id="proposal"')
    assert "<html" not in part
    assert "Use one change" in part


@pytest.mark.parametrize("nonsense", ["seven", "7", "-1", ""])
def test_nonsense_in_the_address_shows_repair_only(staff, proposal, nonsense):
    assert "What repair alone would do" in staff.get(url(proposal), query_string={"changes": nonsense}).text


def test_a_proposal_is_approved_once(staff, proposal):
    first, second = (staff.post(url(proposal, "approval"), data=REASON) for _click in range(2))

    assert (first.status_code, second.status_code) == (303, 409)
    assert "This proposal has already been decided" in second.text
    assert len(db.session.scalars(select(Offer)).all()) == 1


def test_an_approved_proposal_says_who_decided_and_what_came_of_it(staff, proposal):
    answer = staff.post(url(proposal, "approval"), data=REASON)

    page = staff.get(answer.location).text
    assert "by Ruth Adeyemi." in page
    assert "She knows the people who run it." in page
    assert "Grace\u00a0Mensah" in page
    assert "Repair only: ask" not in page


@pytest.mark.parametrize("deed", ["approval", "dismissal"])
def test_without_a_reason_nothing_is_decided(staff, proposal, deed):
    response = staff.post(url(proposal, deed), data={"changes": "1"})

    assert response.status_code == 422
    assert "Say why" in response.text
    assert proposal.state is ProposalState.OPEN
    assert db.session.scalars(select(Message).where(Message.kind == "offer_made")).all() == []


@pytest.mark.parametrize(("deed", "field"), [("approval", "reason"), ("dismissal", "why")])
def test_a_reason_that_is_too_long_is_kept_and_refused(staff, proposal, deed, field):
    response = staff.post(url(proposal, deed), data={"changes": "0", field: "very " * 201})

    assert response.status_code == 422
    assert "Use at most 1,000 letters" in response.text
    assert "very very" in response.text


def test_a_choice_that_came_back_is_the_one_that_was_made(staff, proposal):
    assert "What one change would do" in staff.post(url(proposal, "approval"), data={"changes": "1"}).text


def test_a_proposal_can_be_laid_aside(staff, proposal):
    answer = staff.post(url(proposal, "dismissal"), data={"why": "The workstream pauses until May."})

    page = staff.get(answer.location).text
    assert "Laid aside on" in page
    assert "The workstream pauses until May." in page
    assert proposal.state is ProposalState.DISMISSED


def test_an_overtaken_proposal_leads_to_the_newer_one(staff, pairs, proposal):
    answer = staff.post(url(proposal, "again"))

    newer = db.session.scalars(
        select(RefreshProposal.id).where(RefreshProposal.state == ProposalState.OPEN)
    ).one()
    assert answer.location.endswith(f"/staff/refreshes/{newer}/")
    assert f"/staff/refreshes/{newer}/" in staff.get(url(proposal)).text


def test_where_nobody_fits_the_page_says_why_and_who_would_help(staff, pairs):
    for person in (pairs.grace, pairs.tom):
        person.paused_until = TODAY.replace(year=TODAY.year + 1)

    page = staff.get(url(pairs.leave(pairs.peter))).text

    assert "Nobody can fill the empty seat now." in page
    assert "A seat stays empty.</span> Whoever else fits sits in another workstream, and stays there." in page
    assert "Who would help: Somebody who" in page
    assert "This choice asks nobody." in page
    assert "Repair only: ask" not in page


def test_the_index_lists_what_waits_and_what_was_decided(staff, pairs, proposal):
    pairs.leave(pairs.hemant)

    page = staff.get("/staff/refreshes/").text

    assert page.index("Hemant Desai has left GP networks") < page.index("Decided before")
    assert page.index("Decided before") < page.index("Peter Callaghan has left Informatics")


def test_an_empty_index_says_what_to_do(staff):
    assert "No proposal waits for you." in staff.get("/staff/refreshes/").text


def test_the_inbox_leads_to_an_open_proposal(staff, proposal):
    page = staff.get("/staff/inbox/").text

    assert url(proposal) in page
    assert "Informatics, since today." in page


@pytest.mark.parametrize("deed", ["", "approval", "dismissal", "again"])
def test_a_proposal_of_another_programme_is_not_there(app, proposal, deed):
    stranger = an_account(Power.COORDINATOR, programme=a_programme(name="Another"))
    client = app.test_client().sign_in(stranger)

    response = client.post(url(proposal, deed), data=REASON) if deed else client.get(url(proposal))

    assert response.status_code == 404


def test_a_made_up_id_is_not_there(staff):
    assert staff.get(f"/staff/refreshes/{uuid4()}/").status_code == 404


def test_the_page_asks_as_much_for_one_row_as_for_three(staff, statements, pairs, proposal):
    other = statements(lambda: staff.get(url(proposal)))
    proposal.points = proposal.points[:1]

    assert statements(lambda: staff.get(url(proposal))) == other


def test_a_seat_that_will_fall_empty_says_when(staff, pairs):
    pairs.ends_in(pairs.peter, days=80)
    ask_for_refreshes(today=TODAY, now=NOW)
    work_out_refreshes()

    page = staff.get(url(pairs.open_proposal())).text

    assert "Refresh: Peter Callaghan leaves Informatics on 1 April 2027" in page
    assert "begins on 1 April 2027" in page
