"""What anyone can read."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from markupsafe import escape
from sqlalchemy import select

from recruit.extensions import db
from recruit.models.groups import GroupKind, Meeting
from recruit.models.organisations import Organisation
from recruit.models.roles import Arrival
from recruit.reference.questions import candidate_questions
from recruit.web.clock import today
from recruit.web.public.paper import NOT_ON_PAPER
from tests.makers import a_call, a_candidate, a_group, a_programme, a_role, a_term, an_organisation, kept

PLAIN_PAGES = ("/how-we-choose/", "/privacy/", "/accessibility/", "/contact/", "/glossary/")


def a_meeting(group, days, hour=10):
    starts_at = datetime.now(UTC).replace(hour=hour, minute=0, second=0, microsecond=0) + timedelta(days=days)
    return kept(Meeting(group=group, starts_at=starts_at, minutes=120, is_online=True, place="online"))


@pytest.mark.parametrize("url", PLAIN_PAGES)
def test_each_plain_page_opens_for_anyone(client, programme, url):
    assert client.get(url).status_code == 200


def test_the_front_page_opens_before_anything_is_set_up(client):
    page = client.get("/").text

    assert "No role is open today." in page


def test_the_front_page_counts_the_seats_and_says_which_are_empty(client, programme):
    group = a_group(programme, seats=2)
    a_term(a_candidate(), group.seats[0], starts_on=today() - timedelta(days=10))

    page = client.get("/").text

    assert "2 seats, in pairs. 1 is empty now" in page
    assert 'aria-label="new, empty"' in page


def test_the_front_page_lists_the_open_roles_only(client, programme):
    group = a_group(programme)
    a_role(group, title="An open role")
    a_role(group, title="A draft", is_open=False)
    past = a_role(group, title="A past role")
    past.closes_on = today() - timedelta(days=1)

    page = client.get("/").text

    assert "An open role" in page
    assert "A draft" not in page
    assert "A past role" not in page


def test_a_role_page_shows_its_hours_with_reading_and_its_real_dates(client, programme):
    group = a_group(programme)
    a_group(programme, kind=GroupKind.ADVISORY_GROUP, name="Advisory Group")
    meeting = a_meeting(group, days=9)
    role = a_role(group, hours_meetings=6, hours_reading=2)

    page = client.get(f"/roles/{role.slug}/").text

    assert "About 8 hours: 6 hours in meetings and 2 hours reading at home." in page
    assert f"{meeting.starts_at.day} {meeting.starts_at:%B}" in page
    assert "Deciding together" in page


def test_a_role_page_words_what_you_must_bring_and_what_helps(client, programme):
    role = a_role(a_group(programme), skills=["finance"], communities=["carers"], essential=["finance"])

    page = client.get(f"/roles/{role.slug}/").text

    assert "Brings: Money and budgets" in page
    assert page.index("Brings: Money and budgets") < page.index("What also helps")
    assert page.index("What also helps") < page.index("Is in touch with: Carers")


def test_a_role_page_words_each_kind_of_thing_asked(client, programme):
    role = a_role(a_group(programme), skills=["finance"], lived=["dementia"], communities=["irish"])

    page = client.get(f"/roles/{role.slug}/").text

    assert "Brings: Money and budgets" in page
    assert "Knows from their own life or someone close: Dementia" in page
    assert "Is in touch with: Irish communities" in page


def test_a_role_without_meetings_says_so(client, programme):
    role = a_role(a_group(programme))

    page = client.get(f"/roles/{role.slug}/").text

    assert "No meeting has a date yet." in page


def test_a_draft_is_seen_by_its_own_staff_only(client, staff, programme):
    role = a_role(a_group(programme), is_open=False)

    public, own = client.get(f"/roles/{role.slug}/"), staff.get(f"/roles/{role.slug}/")

    assert (public.status_code, own.status_code) == (404, 200)
    assert "Only you can see this page." in own.text


def test_a_draft_is_not_seen_by_the_staff_of_another_programme(staff):
    role = a_role(a_group(a_programme(name="Another")), is_open=False)

    assert staff.get(f"/roles/{role.slug}/").status_code == 404


def test_a_closed_role_says_when_it_closed(client, programme):
    role = a_role(a_group(programme))
    role.closes_on = today() - timedelta(days=1)

    assert "This role has closed." in client.get(f"/roles/{role.slug}/").text


def test_an_address_that_leads_nowhere_says_so_in_words(client, programme):
    response = client.get("/roles/nowhere/")

    assert response.status_code == 404
    assert "There is nothing here" in response.text


@pytest.fixture
def shared(programme):
    """A role with a meeting ahead, and the address of one organisation's own link to it."""
    group = a_group(programme)
    a_meeting(group, days=9)
    role = a_role(group, title="Lay partner, Informatics", lead="You help. You decide; you are heard.")
    organisation = an_organisation()
    return role, f"/roles/{role.slug}/from/{organisation.id}/"


def test_easy_read_says_one_thing_a_line_from_the_same_record(client, shared):
    role, _address = shared

    page = client.get(f"/roles/{role.slug}/easy-read/").text

    assert all(f"<p>{line}</p>" in page for line in ("You help.", "You decide.", "You are heard."))
    assert f"<p>{(today() + timedelta(days=9)).day} " in page


def test_a_role_for_print_holds_its_dates_its_money_and_a_square(client, shared):
    role, _address = shared

    page = client.get(f"/roles/{role.slug}/print/").text

    assert "No payment. We pay fares and cover for carers." in page
    assert 'class="square"' in page


def test_whoever_comes_by_a_link_of_an_organisation_is_counted_and_led_on(client, staff, shared):
    role, address = shared

    answers = [client.get(address) for _visit in range(3)]
    client.head(address)

    assert {(each.status_code, each.location) for each in answers} == {(303, f"/roles/{role.slug}/")}
    assert db.session.scalars(select(Arrival.times)).all() == [3]


def test_staff_see_how_many_came_by_each_link(client, staff, shared):
    role, address = shared
    call = a_call(role, db.session.scalars(select(Organisation)).one())
    client.get(address)

    assert 'data-label="Came by their link">1</td>' in staff.get(f"/staff/calls/{call.id}/").text


def test_a_link_of_nobody_counts_nothing(client, shared):
    role, _address = shared

    assert client.get(f"/roles/{role.slug}/from/{uuid4()}/").status_code == 404
    assert client.get(f"/roles/{role.slug}/from/{uuid4()}/poster/").status_code == 404
    assert db.session.scalars(select(Arrival)).all() == []


def test_a_poster_has_the_square_the_phone_number_and_no_style(client, shared):
    page = client.get(f"{shared[1]}poster/").text

    assert "020 7946 0123" in page
    assert 'class="square"' in page
    assert "style=" not in page


def test_the_ways_in_are_four_and_each_leads_somewhere(client, programme):
    role = a_role(a_group(programme), hours_meetings=6, hours_reading=2)
    forum = a_role(a_group(programme, kind=GroupKind.FORUM), title="Forum", hours_meetings=1, hours_reading=1)

    page = client.get(f"/roles/{role.slug}/").text

    assert page.index("15 minutes, once") < page.index("2 hours a month") < page.index("12 hours a month")
    assert f'href="/roles/{forum.slug}/"' in page
    assert "No role like this is open now." in page


def test_the_form_on_paper_asks_what_the_pages_ask(client, programme):
    a_role(a_group(programme), title="Lay partner, Informatics")

    page = client.get("/interest/on-paper/").text

    asked = [each for each in candidate_questions() if each.field not in NOT_ON_PAPER]
    assert len(asked) == 29
    assert all(str(escape(each.question)) in page for each in asked)
    assert "Lay partner, Informatics" in page
