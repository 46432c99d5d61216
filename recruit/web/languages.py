"""Which language a page is in: the one that was chosen here, else the one the browser asks for."""

from typing import Any

from flask import Flask, current_app, request, session
from flask_babel import get_locale

from recruit.reference.languages import ENGLISH, language

CHOSEN = "language"


def install(app: Flask) -> None:
    """Give every template the languages that are switched on, and the one of the page."""
    app.context_processor(_languages)


def language_wanted() -> str:
    """The code of the language of this answer; English where nobody asks, as at night."""
    if not request:
        return ENGLISH
    on = current_app.config["LANGUAGES"]
    chosen = session.get(CHOSEN)
    return chosen if chosen in on else request.accept_languages.best_match(on, ENGLISH)


def choose_language(code: str) -> None:
    """Keep the choice for this browser; a language that is not switched on changes nothing."""
    if code in current_app.config["LANGUAGES"]:
        session[CHOSEN] = code


def _languages() -> dict[str, Any]:
    now = str(get_locale())
    return {
        "languages": [language(code) for code in current_app.config["LANGUAGES"]],
        "language_now": language(now),
        "stay_at": request.full_path.rstrip("?") if request.method == "GET" else "/",
    }
