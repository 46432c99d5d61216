"""What every answer tells the browser."""

from tests.makers import a_candidate


def test_nothing_foreign_and_nothing_inline_may_run(client, programme):
    policy = client.get("/sign-in/").headers["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_an_answer_depends_on_who_asks_and_how(client, programme):
    assert set(client.get("/sign-in/").vary) >= {"Cookie", "HX-Request"}


def test_an_address_with_a_token_is_never_passed_on(client, programme):
    assert client.get("/sign-in/").headers["Referrer-Policy"] == "no-referrer"


def test_a_personal_page_is_not_kept_by_the_browser(client, programme):
    client.sign_in(a_candidate())

    assert client.get("/sign-in/").headers["Cache-Control"] == "no-store"


def test_what_somebody_types_without_signing_in_is_not_kept_by_the_browser(client, programme):
    assert client.get("/interest/").headers["Cache-Control"] == "no-store"


def test_a_page_that_tells_no_referrer_can_still_be_posted_over_https(client, programme):
    assert client.post("/interest/", base_url="https://localhost").status_code == 303
