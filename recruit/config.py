"""Settings: read from the environment here and nowhere else, with safe defaults."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from recruit.seals import OWN

ROOT = Path(__file__).resolve().parent.parent
SHORTEST_SECRET = 32
_BEFORE_PRODUCTION = "set it before you start in production"


class UnsafeSettings(Exception):
    """The settings would put people's facts at risk: we do not start."""


def settings(**overrides: Any) -> dict[str, Any]:
    """Every setting of a deployment; `overrides` win, the environment comes next."""
    found = {
        "DEMO": False,
        "TESTING": False,
        "PRODUCTION": _truth("RECRUIT_PRODUCTION"),
        "SECRET_KEY": os.environ.get("RECRUIT_SECRET_KEY", ""),
        "SECRET_KEY_FALLBACKS": _list("RECRUIT_OLD_SECRET_KEYS"),
        "VAULT_KEYS": _pairs("RECRUIT_VAULT_KEYS"),
        "BASE_URL": os.environ.get("RECRUIT_BASE_URL", "http://127.0.0.1:8000"),
        "SQLALCHEMY_DATABASE_URI": os.environ.get(
            "RECRUIT_DATABASE", f"sqlite:///{ROOT / 'instance' / 'alongside.sqlite'}"
        ),
        "SQLALCHEMY_ENGINE_OPTIONS": {"hide_parameters": True},
        "SERVICE_NAME": os.environ.get("RECRUIT_SERVICE_NAME", "Alongside"),
        "WORD_FOR_PEOPLE": os.environ.get("RECRUIT_WORD_FOR_PEOPLE", "lay partner"),
        "MAIL_SERVER": os.environ.get("RECRUIT_MAIL_SERVER", "127.0.0.1"),
        "MAIL_PORT": int(os.environ.get("RECRUIT_MAIL_PORT", "25")),
        "MAIL_USERNAME": os.environ.get("RECRUIT_MAIL_USERNAME"),
        "MAIL_PASSWORD": os.environ.get("RECRUIT_MAIL_PASSWORD"),
        "MAIL_USE_TLS": _truth("RECRUIT_MAIL_TLS"),
        "MAIL_DEFAULT_SENDER": os.environ.get("RECRUIT_MAIL_SENDER", ""),
        "MAIL_SECONDS": 20,
        "WTF_CSRF_TIME_LIMIT": None,
        # Pages whose address carries a token send no referrer, so a form cannot be judged by it.
        "WTF_CSRF_SSL_STRICT": False,
        "MAX_CONTENT_LENGTH": 1024 * 1024,
        "MAX_FORM_MEMORY_SIZE": 256 * 1024,
        "MAX_FORM_PARTS": 600,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "LANGUAGES": _list("RECRUIT_LANGUAGES") or ["en_GB"],
        "BABEL_DEFAULT_LOCALE": "en_GB",
        "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "recruit" / "translations"),
        "BABEL_DEFAULT_TIMEZONE": "Europe/London",
    } | overrides
    if not found["SECRET_KEY"]:
        raise UnsafeSettings("RECRUIT_SECRET_KEY is missing: it signs cookies and links")
    if found["PRODUCTION"]:
        found |= {"SESSION_COOKIE_SECURE": True, "SESSION_COOKIE_NAME": "__Host-session"}
        found["TRUSTED_HOSTS"] = [urlsplit(found["BASE_URL"]).hostname]
        _refuse_unsafe(found)
    return found


def _refuse_unsafe(found: dict[str, Any]) -> None:
    wrong = [
        words
        for is_wrong, words in (
            (
                len(found["SECRET_KEY"]) < SHORTEST_SECRET,
                f"RECRUIT_SECRET_KEY needs {SHORTEST_SECRET} letters",
            ),
            (not found["VAULT_KEYS"], "RECRUIT_VAULT_KEYS is missing"),
            (OWN in found["VAULT_KEYS"], f"RECRUIT_VAULT_KEYS must name no key {OWN}"),
            (not found["BASE_URL"].startswith("https://"), "RECRUIT_BASE_URL must begin with https://"),
            ("@" not in found["MAIL_DEFAULT_SENDER"], "RECRUIT_MAIL_SENDER is missing"),
            (not found["MAIL_USE_TLS"], "RECRUIT_MAIL_TLS must be on"),
            (found["DEMO"], "the demo never runs in production"),
        )
        if is_wrong
    ]
    if wrong:
        raise UnsafeSettings("; ".join(f"{words}: {_BEFORE_PRODUCTION}" for words in wrong))


def _truth(name: str) -> bool:
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "on"}


def _list(name: str) -> list[str]:
    return [part for part in os.environ.get(name, "").split(",") if part]


def _pairs(name: str) -> dict[str, str]:
    """`name:key,name:key`, the newest first."""
    return dict(part.split(":", 1) for part in _list(name))
