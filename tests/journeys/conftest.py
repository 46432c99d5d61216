"""A browser on a running Alongside: strict about what a page says to its console and to the world."""

import os
import re
import shutil
import socket
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from axe_playwright_python.sync_playwright import Axe
from flask_migrate import upgrade
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from recruit.app import create_app
from recruit.cli.worker import work
from recruit.extensions import db
from recruit.models.messages import Message
from recruit.seed.demo import make_demo
from recruit.web.clock import now, today
from tests.conftest import SECRET

PICTURES = Path(os.environ.get("RECRUIT_PICTURES", "")) if os.environ.get("RECRUIT_PICTURES") else None
WIDTHS = {"desk": (1280, 900), "tablet": (768, 1024), "phone": (390, 844), "narrow": (320, 640)}
EXPECTED = (409, 422)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items):
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.journey)


def _chromium():
    named = (os.environ.get("CHROMIUM"), "chromium", "google-chrome")
    return next((path for name in named if name and (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def chromium():
    path = _chromium()
    if path is None:
        message = "no Chromium found: the journeys need one (set CHROMIUM, or install chromium)"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


def _free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Site:
    """The demo on a port of its own."""

    def __init__(self, folder, at):
        port = _free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.app = create_app(
            BASE_URL=self.url,
            DEMO=True,
            SECRET_KEY=SECRET,
            VAULT_KEYS={"demo": "22" * 32},
            SQLALCHEMY_DATABASE_URI=f"sqlite:///{folder / 'journey.sqlite'}",
            MAIL_SUPPRESS_SEND=True,
            MAIL_DEFAULT_SENDER="hello@example.org",
        )
        with self.app.app_context():
            upgrade()
            make_demo(today=today(), now=now(), at=at)
            db.session.commit()
        self.server = make_server("127.0.0.1", port, self.app, threaded=True)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def deliver(self):
        """Let the night shift do everything that is due."""
        work(self.app, until_idle=True)

    def code_for(self, email, *, kind="sign_in_link"):
        """The code in the newest message of a kind to this address."""
        return re.search(r"\b\d{6}\b", self._newest(kind, email))[0]

    def link_for(self, email):
        """The link in the newest message that brings somebody back to their form."""
        return re.search(r"https?://\S+", self._newest("come_back_link", email))[0]

    def _newest(self, kind, email):
        with self.app.app_context():
            written = sa.select(Message.body).where(Message.kind == kind, Message.address == email)
            return db.session.scalars(written.order_by(Message.written_at.desc())).first()

    def close(self):
        self.server.shutdown()
        self.server.server_close()
        with self.app.app_context():
            db.engine.dispose()


@contextmanager
def running(folder, at):
    site = Site(folder, at)
    try:
        yield site
    finally:
        site.close()


class Visitor:
    """One person at one browser; every page they see is checked before they go on."""

    def __init__(self, browser, site, *, javascript=True, width="desk"):
        self.site = site
        self.javascript = javascript
        self.said = []
        self.strangers = []
        size = WIDTHS[width]
        self.context = browser.new_context(
            java_script_enabled=javascript,
            viewport={"width": size[0], "height": size[1]},
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="Europe/London",
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        self.page.on("request", self._note)

    def _hear(self, message):
        """A form that came back with errors is news to Chromium, not to us."""
        if not any(f"status of {status}" in message.text for status in EXPECTED):
            self.said.append(f"{message.type}: {message.text}")

    def _note(self, request):
        if not request.url.startswith((self.site.url, "data:")):
            self.strangers.append(request.url)

    def go(self, path):
        self.page.goto(path if path.startswith("http") else self.site.url + path)
        return self

    def become(self, key):
        """Come in as somebody of the story, from the demo's front page."""
        self.go("/demo/")
        self.page.locator(f"form[action='/demo/{key}/'] button").click()
        return self

    def sign_in(self, email):
        """Come in by the typed code, as anybody with an address would."""
        self.go("/sign-in/")
        self.page.get_by_label("What is your email address?").fill(email)
        self.page.wait_for_timeout(1_000)
        self.press("Send me a link and a code")
        self.page.get_by_label("What is the code?").fill(self.site.code_for(email))
        return self.press("Sign in")

    def press(self, label, **which):
        """Press a button or follow a link that leads to another page, and wait until it is there."""
        role = which.pop("role", "button")
        with self.page.expect_navigation():
            self.page.get_by_role(role, name=label, **which).first.click()
        return self

    def check(self, name=None):
        """The page is accessible, silent, at home, and no wider than the window."""
        self.page.wait_for_load_state()
        self.keep_picture(name)
        assert self.said == [], f"the console says {self.said}"
        assert self.strangers == [], f"the page asks strangers: {self.strangers}"
        if not self.javascript:
            return self
        overflow = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert overflow <= 0, f"{self.page.url} is {overflow} px wider than the window"
        found = Axe().run(self.page).response["violations"]
        faults = [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in found]
        assert faults == [], f"{self.page.url}: {faults}"
        return self

    def keep_picture(self, name):
        if name and PICTURES:
            PICTURES.mkdir(parents=True, exist_ok=True)
            width = self.page.viewport_size["width"]
            self.page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True)

    def close(self):
        self.context.close()


@pytest.fixture(params=[True, False], ids=["with javascript", "without javascript"])
def javascript(request):
    return request.param


@pytest.fixture
def visitors(chromium):
    """Make people at browsers, and send them home afterwards."""
    made = []

    def visit(site, **wishes):
        made.append(Visitor(chromium, site, **wishes))
        return made[-1]

    yield visit
    for visitor in made:
        visitor.close()


@pytest.fixture(scope="session")
def story(tmp_path_factory):
    """The demo as a person first finds it; tests that only look may share it."""
    with running(tmp_path_factory.mktemp("story"), at="today") as site:
        yield site
