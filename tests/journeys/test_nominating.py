"""Two stories on a phone: a group that names six people, one of them twice; and a nominee who says no."""

import re

import pytest
import sqlalchemy as sa

from recruit.extensions import db
from recruit.models.messages import Message
from recruit.models.nominations import Nomination
from tests.journeys.conftest import running

SIX = ("Ida Ross", "Tom Ekwueme", "Ida Ross", "Ann and Bob Lee", "Samira Haji", "Leroy Grant")
LINK = re.compile(r"https?://\S+")


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    with running(tmp_path_factory.mktemp("nominating"), at="today") as site:
        yield site


def letters(site, kind, name):
    with site.app.app_context():
        found = sa.select(Message.body).where(Message.kind == kind, Message.to_name == name)
        return list(db.session.scalars(found))


def count(site, *conditions):
    with site.app.app_context():
        return db.session.scalar(sa.select(sa.func.count()).select_from(Nomination).where(*conditions))


def fill(page, name, suffix):
    page.get_by_label("Yes, they said yes").check()
    page.get_by_label("What is the person's name?").fill(name)
    page.get_by_label("Email", exact=True).check()
    page.get_by_label("Their email address").fill(f"{name.split()[0].lower()}.{suffix}@example.org")
    page.get_by_label("How long have you known them").fill("Four years at our Tuesday group")
    page.get_by_label("No", exact=True).check()
    page.get_by_label("What have you seen them do well?").fill("Got three quiet people to speak.")
    page.get_by_label("I wrote nothing about health").check()
    # Nobody types all that in less than a second, and who does is asked again.
    page.wait_for_timeout(1_000)


def test_a_group_names_six_people_one_of_them_twice(house, visitors, javascript):
    suffix = "quill" if javascript else "quartz"
    charity = visitors(house, javascript=javascript, width="phone").become("nominator")
    page = charity.page
    before = count(house)

    for place, name in enumerate(f"{each} {suffix.title()}" for each in SIX):
        fill(page, name, suffix)
        charity.check(f"nominate-{place}")
        charity.press("Put this person forward")
        if " and " in name:
            assert page.get_by_role("heading", name="Are these two people?").is_visible()
            page.get_by_label("Email", exact=True).last.check()
            page.get_by_label("Their email address").last.fill(f"bob.{suffix}@example.org")
            charity.check("two-people")
            charity.press("Put both forward")
    charity.check("six-named")

    assert "You have named 6 people" in page.inner_text("main")
    assert count(house) == before + 7
    assert len(letters(house, "nominee_named", f"Ida Ross {suffix.title()}")) == 1
    charity.press("That is everyone", role="link")
    charity.check("six-thanked")


def test_a_nominee_says_no_and_nothing_is_left(house, visitors, javascript):
    name = "Mo Diallo" if javascript else "Jo Diallo"
    charity = visitors(house, javascript=javascript, width="phone").become("nominator")
    fill(charity.page, name, "diallo")
    charity.page.get_by_text("Have three minutes more?").click()
    charity.page.get_by_label("A strength of theirs").select_option("consensus")
    charity.page.get_by_label("One time you saw it").first.fill("Let both sides of the street speak first.")
    charity.check("vouching")
    charity.press("Put this person forward")
    url = LINK.search(letters(house, "nominee_named", name)[0])[0]

    nominee = visitors(house, javascript=javascript, width="phone").go(url).check("nominee-asked")
    assert "Let both sides of the street speak first." in nominee.page.inner_text("main")
    nominee.press("I need more time").check("nominee-more-time")
    nominee.press("No, delete this").check("nominee-declined")

    assert count(house, Nomination.name == name) == 0
    assert letters(house, "nominee_named", name) == []
    nominee.go(url)
    assert "This link is no longer in use" in nominee.page.inner_text("h1")


@pytest.mark.parametrize("width", ["phone", "narrow"])
@pytest.mark.parametrize(
    ("name", "below", "button"),
    [
        ("call", "", "Put this person forward"),
        ("kit", "kit/", None),
        ("pass-on", "colleague/", "Send it to them"),
        ("answer", "answer/", "Keep this answer"),
        ("stage", "stage/code/", "Show me"),
    ],
)
def test_each_page_of_a_request_holds_on_a_phone_with_its_errors(house, visitors, width, name, below, button):
    group = visitors(house, width=width).become("nominator")
    group.go(group.page.url.split("#")[0] + below).check(f"request-{name}")

    if button:
        group.press(button)
        assert group.page.get_by_text("There is a problem").is_visible()
        group.check(f"request-{name}-error")


@pytest.mark.parametrize("form", ["", "easy-read/", "print/"])
def test_a_role_in_each_form_holds_at_320_pixels(house, visitors, form):
    visitor = visitors(house, width="narrow").go("/roles/")
    visitor.page.locator(".roles a").first.click()
    visitor.go(visitor.page.url + form).check(f"role-{form.strip('/') or 'plain'}")


def test_what_is_made_for_one_sheet_fits_on_one(house, visitors):
    visitor = visitors(house).become("nominator")
    kit = visitor.page.url.split("#")[0] + "kit/"
    visitor.go(kit)
    visitor.press("Open the poster", role="link")
    poster = _pages_of(visitor.check("poster").page)
    visitor.press("The role", role="link")
    printed = _pages_of(visitor.go(visitor.page.url + "print/").page)

    assert (poster, printed) == (1, 1)


def _pages_of(page):
    """How many sheets of A4 the browser would print."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4", prefer_css_page_size=True)))
