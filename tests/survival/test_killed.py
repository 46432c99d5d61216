"""The server and the worker are killed in the middle of the thread: nothing acknowledged is lost."""

import itertools
import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, datetime
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
import sqlalchemy as sa
from aiosmtpd.controller import Controller
from flask_migrate import upgrade

from recruit.app import create_app
from recruit.cli.worker import work
from recruit.config import ROOT
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.jobs import Job
from recruit.models.messages import Message
from recruit.models.nominations import Nomination
from recruit.models.roles import CallAsked
from recruit.models.states import JobState, MessageState
from tests.conftest import ENGINES, SECRET, new_database
from tests.makers import a_call, a_group, a_programme, a_role, an_organisation

FEWEST = 16
KILLS = 2
WAIT_SECONDS = 60
BUSY = 503
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


class PostBox:
    """Keeps who got which letter, by the letter's own name."""

    def __init__(self):
        self.letters = Counter()

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        name = re.search(rb"^Message-ID: (\S+)", envelope.content, re.MULTILINE | re.IGNORECASE)[1]
        self.letters[(envelope.rcpt_tos[0], name)] += 1
        return "250 OK"


class Kept:
    """A command that is started again whenever it is killed."""

    def __init__(self, words, environment):
        self.words, self.environment, self.kills = words, environment, 0
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "recruit.cli", *self.words],
            cwd=ROOT,
            env=os.environ | self.environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.kills += 1


def _free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture(params=ENGINES)
def rows(request, tmp_path, worker_id):
    if request.param == "postgresql":
        return new_database(f"alongside_killed_{worker_id}")
    return f"sqlite:///{tmp_path / 'killed.sqlite'}"


@pytest.fixture
def post_box():
    box = PostBox()
    server = Controller(box, hostname="127.0.0.1", port=_free_port())
    server.start()
    yield box, server.port
    server.stop()


def test_nothing_acknowledged_is_lost_when_server_and_worker_are_killed(rows, post_box):
    box, mail_port = post_box
    port = _free_port()
    environment = {
        "RECRUIT_DATABASE": rows,
        "RECRUIT_SECRET_KEY": SECRET,
        "RECRUIT_BASE_URL": f"http://127.0.0.1:{port}",
        "RECRUIT_MAIL_PORT": str(mail_port),
        "RECRUIT_MAIL_SENDER": "hello@example.org",
    }
    app, token = _a_call_that_is_open(rows, mail_port)
    server = Kept(["serve", "--port", str(port), "--workers", "1"], environment)
    worker = Kept(["worker"], environment)
    acknowledged = []
    with _killing([server, worker], port):
        while len(acknowledged) < FEWEST or min(server.kills, worker.kills) < KILLS:
            acknowledged.append(_nominate(port, token, len(acknowledged)))

    _let_leases_run_out_and_finish(app)

    named, letters = _what_is_there(app)
    assert sorted(named) == sorted(acknowledged)
    assert letters == dict.fromkeys(acknowledged, MessageState.SENT)
    assert {address for address, _name in box.letters} >= set(acknowledged)
    assert len({name for _address, name in box.letters}) == len(box.letters)


def _a_call_that_is_open(rows, mail_port):
    app = create_app(
        SECRET_KEY=SECRET,
        SQLALCHEMY_DATABASE_URI=rows,
        MAIL_PORT=mail_port,
        MAIL_DEFAULT_SENDER="hello@example.org",
    )
    with app.app_context():
        upgrade()
        call = a_call(a_role(a_group(a_programme())), an_organisation())
        asked = db.session.scalars(sa.select(CallAsked.id).where(CallAsked.call_id == call.id)).one()
        token = links.token(Purpose.CALL, asked)
        db.session.commit()
        db.session.remove()
        db.engine.dispose()
    return app, token


@contextmanager
def _killing(victims, port):
    """Kill them in turn while the story goes on, and for good at its end."""
    stop = threading.Event()
    killer = threading.Thread(target=_keep_killing, args=(stop, victims, port))
    _wait_until_alive(port)
    killer.start()
    try:
        yield
    finally:
        stop.set()
        killer.join()
        for victim in victims:
            victim.kill()


def _keep_killing(stop, victims, port):
    """Each at a moment of chance after the server is up again."""
    chance = random.Random(20131014)
    for victim in itertools.cycle(victims):
        if stop.wait(chance.uniform(0.2, 1.0)):
            return
        victim.kill()
        victim.start()
        _wait_until_alive(port)


def _wait_until_alive(port):
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        try:
            with build_opener().open(f"http://127.0.0.1:{port}/healthz", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not come up")


def _nominate(port, token, number):
    """Post one form until it is acknowledged; the same form is sent again when no answer came."""
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    url = f"http://127.0.0.1:{port}/nominate/{token}/"
    address = f"nominee{number}@example.org"
    form = _until_answered(opener, url, None)
    hidden = dict(re.findall(r'name="(csrf_token|form_key)"[^>]*value="([^"]+)"', form))
    words = {
        "asked": "yes",
        "name": f"Nominee {number}",
        "contact_way": "email",
        "reach": address,
        "how_known": "Three years at our lunch club",
        "relation": "none",
        "seen_do_well": "She asked the council why the bus was cut.",
        "health": "nothing",
        "nominator_name": "Bo Lind",
    }
    answer = _until_answered(opener, url, urlencode(hidden | words).encode())
    assert "There is a problem" not in answer
    return address


def _until_answered(opener, url, body):
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        try:
            with opener.open(url, body, timeout=10) as answer:
                return answer.read().decode()
        except HTTPError as answer:
            if answer.code != BUSY:
                raise
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{url} did not answer")


def _let_leases_run_out_and_finish(app):
    with app.app_context():
        running = sa.update(Job).where(Job.state == JobState.RUNNING)
        db.session.execute(running.values(leased_until=LONG_AGO))
        db.session.execute(sa.update(Job).where(Job.state == JobState.READY).values(tries=0, run_at=LONG_AGO))
        db.session.commit()
    work(app, until_idle=True)


def _what_is_there(app):
    with app.app_context():
        named = list(db.session.scalars(sa.select(Nomination.email)))
        states = db.session.execute(
            sa.select(Message.address, Message.state).where(Message.nomination_id.is_not(None))
        )
        letters = dict(states.all())
        db.session.remove()
        db.engine.dispose()
    return named, letters
