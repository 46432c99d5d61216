"""The worker: every message leaves once, and what fails is tried again or laid where staff see it."""

import socket
from datetime import timedelta

import pytest
import sqlalchemy as sa
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Keeper

from recruit.actions.jobs import try_again
from recruit.actions.work import LEASE, WAITS, give_back, hand_in, take_job
from recruit.cli.worker import work
from recruit.extensions import db, mail
from recruit.messages.sign_in import sign_in_link
from recruit.messages.tray import DELIVER
from recruit.models.accounts import Power
from recruit.models.candidates import ContactWay
from recruit.models.jobs import Job, ask
from recruit.models.messages import Message
from recruit.models.states import JobState, MessageState
from recruit.queries.jobs import database_now
from tests.makers import NOW, a_candidate, an_account

LONG_AGO = NOW - timedelta(days=900)


class Letters(Keeper):
    """A mail server's post box; `answers` are what it says after the text, one for each letter."""

    def __init__(self):
        super().__init__()
        self.kept = []
        self.answers = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250"):
            self.kept.append(self.prepare_message(session, envelope))
        return answer

    def handle_message(self, message):
        raise AssertionError("handle_DATA answers")


@pytest.fixture
def post_box(app):
    letters = Letters()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(letters, hostname="127.0.0.1", port=port)
    server.start()
    app.config.update(MAIL_PORT=port, MAIL_SUPPRESS_SEND=False)
    mail.init_app(app)
    yield letters
    server.stop()
    app.config.update(MAIL_SUPPRESS_SEND=True)
    mail.init_app(app)


@pytest.fixture
def letter(app, programme):
    person = a_candidate(name="Ada Obi", email="ada@example.org")
    return sign_in_link(person, token="t", code="123456", programme_id=programme.id, now=database_now())


def _work_through(app):
    db.session.commit()
    work(app, until_idle=True)
    db.session.expire_all()


def test_a_message_leaves_once_and_is_marked(app, post_box, letter):
    _work_through(app)
    _work_through(app)

    assert letter.state is MessageState.SENT
    assert [mail["To"] for mail in post_box.kept] == ["ada@example.org"]
    assert post_box.kept[0]["Message-ID"].startswith(f"<{letter.id}@")


def test_a_message_that_is_refused_for_now_is_tried_again(app, post_box, letter):
    post_box.answers = ["421 later"]

    _work_through(app)
    db.session.execute(sa.update(Job).values(run_at=LONG_AGO))
    _work_through(app)

    assert (letter.state, len(post_box.kept)) == (MessageState.SENT, 1)


def test_a_message_that_always_fails_is_laid_where_staff_see_it(app, post_box, letter):
    post_box.answers = ["550 no"] * (len(WAITS) + 1)

    for _ in range(len(WAITS) + 1):
        db.session.execute(sa.update(Job).values(run_at=LONG_AGO))
        _work_through(app)

    assert letter.state is MessageState.FAILED
    assert db.session.scalars(sa.select(Job.state).where(Job.kind == DELIVER)).one() is JobState.DEAD


def test_a_dead_mail_server_stops_nothing_else(app, letter):
    app.config.update(MAIL_PORT=1, MAIL_SUPPRESS_SEND=False)
    mail.init_app(app)

    _work_through(app)

    job = db.session.scalars(sa.select(Job).where(Job.kind == DELIVER)).one()
    app.config.update(MAIL_SUPPRESS_SEND=True)
    mail.init_app(app)
    assert (job.state, job.tries) == (JobState.READY, 1)
    assert job.run_at > database_now()


def test_work_asked_for_twice_is_one_job(app):
    for _ in range(2):
        ask("count", "count:today", run_at=NOW)

    assert db.session.scalar(sa.select(sa.func.count(Job.id))) == 1


def test_a_leased_job_is_nobody_elses(app):
    ask("count", "count:today", run_at=LONG_AGO)

    first = take_job()
    db.session.commit()
    second = take_job()

    assert (first.key, second) == ("count:today", None)


def test_a_silent_workers_job_goes_to_the_next(app):
    ask("count", "count:today", run_at=LONG_AGO)
    silent = take_job()
    silent_lease = silent.lease
    silent.leased_until = database_now() - LEASE
    db.session.commit()

    taken = take_job()
    db.session.commit()

    assert (taken.id, taken.tries) == (silent.id, 2)
    assert hand_in(taken.id, lease=silent_lease) is False
    assert hand_in(taken.id, lease=taken.lease) is True


def test_the_waits_grow_until_the_job_is_laid_down(app):
    ask("count", "count:today", run_at=LONG_AGO)

    laid_down = []
    for _ in range(len(WAITS) + 1):
        job = take_job()
        laid_down.append(give_back(job.id, lease=job.lease, tries=job.tries, because="SMTPException"))
        db.session.execute(sa.update(Job).where(Job.state == JobState.READY).values(run_at=LONG_AGO))
        db.session.commit()

    assert laid_down == [False] * len(WAITS) + [True]


def test_a_message_to_somebody_without_email_waits_for_staff(app, programme):
    person = a_candidate(name="Ada Obi", email=None)

    letter = sign_in_link(person, token="t", code="123456", programme_id=programme.id, now=NOW)

    assert (letter.way.value, letter.address) == ("phone", "020 7946 0999")
    assert db.session.scalar(sa.select(sa.func.count(Job.id))) == 0


def test_nothing_is_locked_while_the_mail_server_thinks(app, post_box, letter):
    seen = []

    async def handle_RCPT(server, session, envelope, address, options):  # noqa: N802
        with app.app_context():
            ask("count", "while sending", run_at=NOW + timedelta(days=900))
            db.session.commit()
            seen.append("written")
        envelope.rcpt_tos.append(address)
        return "250 OK"

    post_box.handle_RCPT = handle_RCPT
    db.session.commit()

    work(app, until_idle=True)

    assert (seen, len(post_box.kept)) == (["written"], 1)


def test_every_message_in_the_queue_has_its_job(app, programme):
    for name in ("Ada", "Ben"):
        person = a_candidate(name=name, email=f"{name}@example.org")
        sign_in_link(person, token="t", code="1", programme_id=programme.id, now=NOW)

    keys = set(db.session.scalars(sa.select(Job.key)))
    written = db.session.scalars(sa.select(Message.id))

    assert keys == {f"deliver-message:{message_id}" for message_id in written}


def test_work_of_an_unknown_kind_takes_no_other_along(app, post_box, letter):
    ask("no such kind", "no such kind:1", run_at=LONG_AGO)

    _work_through(app)

    assert (letter.state, len(post_box.kept)) == (MessageState.SENT, 1)


def test_a_job_that_kills_every_worker_is_laid_down(app, post_box, letter):
    for _ in range(len(WAITS) + 1):
        take_job()
        db.session.execute(sa.update(Job).values(leased_until=LONG_AGO))
        db.session.commit()

    _work_through(app)

    assert (letter.state, post_box.kept) == (MessageState.FAILED, [])
    assert db.session.scalars(sa.select(Job.state).where(Job.kind == DELIVER)).one() is JobState.DEAD


def test_another_try_sends_what_was_given_up(app, programme, post_box, letter):
    post_box.answers = ["550 no"] * (len(WAITS) + 1)
    for _ in range(len(WAITS) + 1):
        db.session.execute(sa.update(Job).values(run_at=LONG_AGO))
        _work_through(app)
    job = db.session.scalars(sa.select(Job).where(Job.kind == DELIVER)).one()

    try_again(job, by=an_account(Power.ADMINISTRATOR, programme=programme), now=database_now())
    _work_through(app)

    assert (letter.state, len(post_box.kept)) == (MessageState.SENT, 1)


def test_a_link_to_sign_in_goes_by_email_whatever_the_person_prefers(app, programme):
    person = a_candidate(name="Ada Obi", email="ada@example.org", contact_way=ContactWay.PHONE, phone="020")

    letter = sign_in_link(person, token="t", code="123456", programme_id=programme.id, now=NOW)

    assert letter.way is ContactWay.EMAIL
