"""Production starts only with safe settings."""

import pytest

from recruit.config import UnsafeSettings, settings

SAFE = {
    "PRODUCTION": True,
    "SECRET_KEY": "s" * 40,
    "VAULT_KEYS": {"2027": "11" * 32},
    "BASE_URL": "https://alongside.example.org",
    "MAIL_DEFAULT_SENDER": "hello@example.org",
    "MAIL_USE_TLS": True,
}


def test_safe_settings_start_with_a_cookie_that_only_https_carries():
    found = settings(**SAFE)

    assert (found["SESSION_COOKIE_SECURE"], found["SESSION_COOKIE_NAME"]) == (True, "__Host-session")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"SECRET_KEY": ""}, "RECRUIT_SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "RECRUIT_SECRET_KEY"),
        ({"VAULT_KEYS": {}}, "RECRUIT_VAULT_KEYS"),
        ({"VAULT_KEYS": {"own": "11" * 32}}, "must name no key own"),
        ({"BASE_URL": "http://alongside.example.org"}, "RECRUIT_BASE_URL"),
        ({"MAIL_DEFAULT_SENDER": ""}, "RECRUIT_MAIL_SENDER"),
        ({"MAIL_USE_TLS": False}, "RECRUIT_MAIL_TLS"),
        ({"DEMO": True}, "demo"),
    ],
)
def test_unsafe_settings_do_not_start(wrong, words):
    with pytest.raises(UnsafeSettings, match=words):
        settings(**SAFE | wrong)


def test_nothing_starts_without_a_secret():
    with pytest.raises(UnsafeSettings, match="RECRUIT_SECRET_KEY"):
        settings(SECRET_KEY="")


def test_production_answers_to_its_own_name_only():
    assert settings(**SAFE)["TRUSTED_HOSTS"] == ["alongside.example.org"]
