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


def test_three_sittings_end_with_everything_told(phone, email):
    first_sitting(phone(), email)
    second_sitting(phone().sign_in(email))
    third_sitting(phone().sign_in(email))


def first_sitting(olu, email):
    """The first stage: she stops after her name, comes back, goes back once, and hands in."""
    olu.go("/interest/").press("Start now")
    answer(olu, email)
    answer(olu, email)
    olu.go("/interest/").check("sitting-1-back")
    olu.press("Carry on where you stopped", role="link")
    olu.page.go_back()
    olu.page.go_forward()
    while not olu.page.get_by_role("button", name="Agree and hand in").is_visible():
        answer(olu, email)
    olu.page.get_by_label("Use my answers to find a role for me").check()
    olu.press("Agree and hand in").check("sitting-1-done")
    assert "We have your answers" in olu.page.inner_text("h1")


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


def second_sitting(olu):
    """About her: what her words suggest, and a second tab that says something else."""
    page = olu.page
    olu.go("/me/questions/").check("sitting-2-list")
    olu.press("Which of these are you?", role="link")
    page.get_by_label("I am a member of the public").check()
    olu.press("Save and continue")
    page.locator("textarea").first.fill(WORDS)
    page.get_by_label("The panel").check()
    olu.press("Save and continue").check("sitting-2-tags")
    assert page.locator("mark").count() >= 4
    assert page.locator("input[name=keep]:checked").count() == 0
    page.get_by_label("Heart problems or a stroke").first.check()
    page.get_by_label("Add something we missed").fill("diabetes")
    olu.press("Find").check("sitting-2-found")
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
    olu.press("Save and continue").check("sitting-2-two-tabs")
    assert "Grace" in olu.page.inner_text("main")
    olu.press("Save and continue")


def third_sitting(olu):
    """Needs, money, the check and the balance questions; a wrong answer is said in words."""
    page = olu.page
    olu.go("/me/questions/check/").check("sitting-3-check")
    assert "Tom" in page.inner_text("main")
    olu.go("/me/questions/access/")
    page.get_by_label("A place without steps").check()
    olu.check("sitting-3-access").press("Save and continue")
    olu.press("Save and continue").check("sitting-3-wrong")
    assert page.get_by_text("There is a problem").is_visible()
    page.get_by_label("I want to talk about it").check()
    olu.press("Save and continue")
    olu.go("/me/questions/interests/").check("sitting-3-interests")
    olu.go("/me/balance/").check("sitting-3-balance")
    page.get_by_label("What is your religion?").select_option("Sikh")
    page.get_by_label("Count me, and nothing more").check()
    olu.press("Save").check("sitting-3-done")
    assert "nothing more" in page.inner_text("main")
