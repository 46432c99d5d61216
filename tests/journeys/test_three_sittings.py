"""Somebody on a phone registers in three sittings, on three days and three browsers, and loses nothing."""

import pytest

from tests.journeys.model_case import TICKS

WORDS = (
    "I have looked after my mum since her stroke. I run the carers group, and I do the accounts"
    " for our tenants' association."
)


@pytest.fixture
def phone(story, visitors, javascript):
    return lambda: visitors(story, javascript=javascript, width="phone")


@pytest.fixture
def email(javascript):
    return f"olu.{'scripted' if javascript else 'plain'}@example.org"


@pytest.fixture
def office(story, visitors, javascript):
    return visitors(story, javascript=javascript).become("coordinator")


def test_three_sittings_end_with_everything_told(phone, email, office):
    first_sitting(phone(), email)
    second_sitting(phone(), email)
    code = code_read_out(office, email)
    olu = third_sitting(phone(), email, code)
    tells_about_herself(olu.sign_in(email))
    tells_the_rest(phone().sign_in(email))


def first_sitting(olu, email):
    """She stops after she said how to reach her, and asks for a link to come back."""
    olu.go("/interest/").check("sitting-1-start").press("Start now")
    for _ in ("who is filling", "name", "how to reach her"):
        answer(olu, email)
    olu.check("sitting-1-offer").press("Send me a link to come back").check("sitting-1-link")
    assert "Look in your email" in olu.page.inner_text("h1")


def second_sitting(olu, email):
    """On another phone the link shows nothing; its code opens her answers where she left them."""
    olu.go(olu.site.link_for(email)).check("sitting-2-link")
    assert email not in olu.page.inner_text("body")
    olu.press("Send me a code").check("sitting-2-code")
    olu.page.get_by_label("What is the code?").fill(olu.site.code_for(email, kind="come_back_code"))
    olu.page.wait_for_timeout(1_000)
    olu.press("Carry on")
    answer(olu, email)
    olu.go("/interest/").check("sitting-2-back")
    olu.press("Carry on where you stopped", role="link")
    olu.page.go_back()
    olu.page.go_forward()
    answer(olu, email)


def code_read_out(office, email):
    """She calls; whoever looks after the roles finds her form by what she says, and reads a code out."""
    office.go("/staff/unfinished/").check("sitting-3-caller")
    office.page.get_by_label("What is their name?").fill(f"Olu {email.split('@')[0]}")
    office.page.get_by_label("Which email address or phone number did they give in it?").fill(email)
    office.press("Give a code").check("sitting-3-read-out")
    return office.page.inner_text("main strong")


def third_sitting(olu, email, code):
    """On a third phone she types what was read out, and hands in."""
    olu.go("/interest/").press("Carry on with a code from us", role="link")
    olu.page.get_by_label("What is the code?").fill(code)
    olu.page.wait_for_timeout(1_000)
    olu.check("sitting-3-code").press("Carry on")
    while not olu.page.get_by_role("button", name="Agree and hand in").is_visible():
        answer(olu, email)
    olu.page.get_by_label("Use my answers to find a role for me").check()
    olu.press("Agree and hand in").check("sitting-3-handed-in")
    assert "We have your answers" in olu.page.inner_text("h1")
    return olu


def answer(olu, email):
    page = olu.page
    step = page.url.split("?")[0].rstrip("/").rsplit("/", 1)[-1]
    for name, value in TICKS.get(step, {}).items():
        page.locator(f"input[name={name}][value='{value}']").check()
    if step == "name":
        page.get_by_label("What is your name?").fill(f"Olu {email.split('@')[0]}")
    if step == "contact_way":
        page.get_by_label("Email", exact=True).check()
        page.get_by_label("Your email address").fill(email)
    if step == "roles":
        page.locator("input[name=roles]").first.check()
    if step == "times":
        page.locator("input[name=times]").first.check()
    olu.press("Save and continue")


def tells_about_herself(olu):
    """About her: what her words suggest, and a second tab that says something else."""
    page = olu.page
    olu.go("/me/questions/").check("about-list")
    olu.press("Which of these are you?", role="link")
    page.get_by_label("I am a member of the public").check()
    olu.press("Save and continue")
    page.locator("textarea").first.fill(WORDS)
    page.get_by_label("The panel").check()
    olu.press("Save and continue").check("about-tags")
    assert page.locator("mark").count() >= 4
    assert page.locator("input[name=keep]:checked").count() == 0
    page.get_by_label("Heart problems or a stroke").first.check()
    page.get_by_label("Add something we missed").fill("diabetes")
    olu.press("Find").check("about-found")
    assert page.get_by_label("Heart problems or a stroke").first.is_checked()
    olu.press("Save and continue")
    a_second_tab(olu)


def a_second_tab(olu):
    olu.go("/me/questions/pair_wish/")
    other = olu.context.new_page()
    other.goto(olu.page.url)
    other.get_by_label("Is there anyone you would like to work with?").fill("Grace")
    with other.expect_navigation():
        other.get_by_role("button", name="Save and continue").click()
    olu.page.get_by_label("Is there anyone you would like to work with?").fill("Tom")
    olu.press("Save and continue").check("about-two-tabs")
    assert "Grace" in olu.page.inner_text("main")
    olu.press("Save and continue")


def tells_the_rest(olu):
    """Needs, money, the check and the balance questions; a wrong answer is said in words."""
    page = olu.page
    olu.go("/me/questions/check/").check("rest-check")
    assert "Tom" in page.inner_text("main")
    olu.go("/me/questions/access/")
    page.get_by_label("A place without steps").check()
    olu.check("rest-access").press("Save and continue")
    olu.press("Save and continue").check("rest-wrong")
    assert page.get_by_text("There is a problem").is_visible()
    page.get_by_label("I want to talk about it").check()
    olu.press("Save and continue")
    olu.go("/me/questions/interests/").check("rest-interests")
    olu.go("/me/balance/").check("rest-balance")
    page.get_by_label("What is your religion?").select_option("Sikh")
    page.get_by_label("Count me, and nothing more").check()
    olu.press("Save").check("rest-done")
    assert "nothing more" in page.inner_text("main")
