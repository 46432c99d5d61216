"""What anyone can read."""

from datetime import UTC, datetime, timedelta

import pytest

from recruit.models.groups import GroupKind, Meeting
from recruit.web.clock import today
from tests.makers import a_candidate, a_group, a_programme, a_role, a_term, kept

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
