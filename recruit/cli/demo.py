"""The demo: the model case's people on this machine, to click through as any of them."""

import multiprocessing
import secrets
import socket
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click
from flask import Flask
from flask_migrate import upgrade

from recruit.app import create_app
from recruit.cli.serve import listen
from recruit.cli.worker import work
from recruit.config import ROOT
from recruit.extensions import db
from recruit.seed.demo import make_demo

FOLDER = ROOT / "instance"
LONDON = ZoneInfo("Europe/London")
WHAT_TO_TRY = """
Alongside is running: http://127.0.0.1:{port}/demo/

Come in as anybody in the story with one click. Three things to try:
  1. as the coordinator, open the shortlist and decide; plan the pairs; publish;
  2. as the charity, put somebody forward; then read the message they would get;
  3. as a lay partner, step down; as the coordinator, fill the seat.

Everything is kept in {folder}. Start with --fresh to begin the story again. Ctrl-C stops.
"""


@click.command("demo")
@click.option("--port", default=8000, show_default=True)
@click.option("--fresh", is_flag=True, help="Begin the story again.")
def demo(port: int, fresh: bool) -> None:
    """Run the demo on this machine."""
    _refuse_taken(port)
    app = demo_app(FOLDER / "demo.sqlite", port=port)
    if fresh:
        _forget(FOLDER / "demo.sqlite")
    if not _is_made(FOLDER / "demo.sqlite"):
        click.echo("Making the people of the demo; this takes some seconds, once")
        make(app)
    worker = multiprocessing.get_context("spawn").Process(target=_work, args=(port,), daemon=True)
    worker.start()
    click.echo(WHAT_TO_TRY.format(port=port, folder=FOLDER.relative_to(ROOT)))
    listen(app, host="127.0.0.1", port=port, workers=1)


def demo_app(rows: Path, *, port: int) -> Flask:
    """The application in demo mode: on this machine only, and no message leaves it."""
    return create_app(
        DEMO=True,
        PRODUCTION=False,
        SECRET_KEY=_kept_secret(rows.parent / "demo-secret"),
        VAULT_KEYS={"demo": _kept_secret(rows.parent / "demo-vault-key")[:64]},
        SQLALCHEMY_DATABASE_URI=f"sqlite:///{rows}",
        BASE_URL=f"http://127.0.0.1:{port}",
        MAIL_SUPPRESS_SEND=True,
        MAIL_DEFAULT_SENDER="hello@example.org",
    )


def make(app: Flask) -> None:
    with app.app_context():
        upgrade()
        now = datetime.now(UTC)
        make_demo(today=now.astimezone(LONDON).date(), now=now)
        db.session.commit()


def _refuse_taken(port: int) -> None:
    with socket.socket() as there:
        there.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            there.bind(("127.0.0.1", port))
        except OSError as taken:
            raise click.ClickException(f"Port {port} is taken. Try: --port {port + 1}") from taken


def _work(port: int) -> None:
    time.sleep(1)
    work(demo_app(FOLDER / "demo.sqlite", port=port))


def _is_made(rows: Path) -> bool:
    """Whether the story is whole: it is written in one transaction, with its programme."""
    if not rows.exists():
        return False
    with sqlite3.connect(rows) as connection:
        has_table = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'programme'").fetchone()
        return bool(has_table and connection.execute("SELECT 1 FROM programme").fetchone())


def _forget(rows: Path) -> None:
    for path in rows.parent.glob(f"{rows.name}*"):
        path.unlink()


def _kept_secret(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.write_text(secrets.token_hex(32), encoding="utf-8")
        path.chmod(0o600)
    return path.read_text(encoding="utf-8")
