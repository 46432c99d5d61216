"""The one place where everything is wired."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, g, url_for
from jinja2 import StrictUndefined

from recruit import models
from recruit.config import ROOT, settings
from recruit.extensions import babel, csrf, db, htmx, links, mail, migrate, seals
from recruit.storage import prepare_sqlite
from recruit.web import (
    addresses,
    doors,
    drawing,
    errors,
    fields,
    filters,
    guards,
    headers,
    languages,
    navigation,
    sections,
    unsaved,
    words,
)

STATIC = ROOT / "static"


def create_app(**overrides: Any) -> Flask:
    """Alongside, ready to serve; `overrides` are settings (see config.py)."""
    app = Flask("recruit", root_path=str(ROOT), template_folder="templates", static_folder="static")
    app.config.update(settings(**overrides))
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    _keep_rows(app)
    for part in (csrf, mail, htmx, links, seals):
        part.init_app(app)
    babel.init_app(app, locale_selector=languages.language_wanted)
    for part in (
        addresses,
        guards,
        unsaved,
        errors,
        fields,
        filters,
        drawing,
        words,
        languages,
        navigation,
        sections,
        headers,
        doors,
    ):
        part.install(app)
    app.context_processor(_everywhere)
    return app


def _keep_rows(app: Flask) -> None:
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    db.init_app(app)
    migrate.init_app(app, db, directory=str(ROOT / "migrations"))
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            prepare_sqlite(db.engine)


@cache
def _built() -> dict[str, str]:
    return json.loads((STATIC / "vendor" / "manifest.json").read_text(encoding="utf-8"))


def asset(name: str) -> str:
    """The address of a built file, with the hash of what is in it."""
    return url_for("static", filename=f"vendor/{_built()[name]}")


def _everywhere() -> dict[str, Any]:
    """What every page may show."""
    who = g.get("signed_in")
    return {
        "asset": asset,
        "signed_in": who,
        "programme": who.programme if who else None,
    }


__all__ = ["create_app", "models"]
