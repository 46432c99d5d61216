"""The house as tests find it: on every engine, empty, with a client that looks at each page it opens."""

import os
from contextvars import Context

import pytest
import sqlalchemy as sa
import time_machine
from flask.testing import FlaskClient
from hypothesis import settings
from itsdangerous import URLSafeTimedSerializer

from recruit.actions.sign_in import open_session
from recruit.app import create_app
from recruit.extensions import db
from recruit.models.accounts import Power
from recruit.web.clock import now
from tests.makers import NOW, a_candidate, a_programme, an_account
from tests.pages import lint

# How long an example takes says more about the machine than about us.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

POSTGRES = os.environ.get("RECRUIT_TEST_POSTGRES")
ENGINES = ["sqlite", "postgresql"] if POSTGRES else ["sqlite"]
SECRET = "a secret for tests that is long enough"


def pytest_report_header():
    if POSTGRES:
        return "engines: SQLite and PostgreSQL"
    if os.environ.get("CI") == "true":
        raise pytest.UsageError("CI needs PostgreSQL: set RECRUIT_TEST_POSTGRES to a server's URL")
    return "engines: SQLite; PostgreSQL is skipped (set RECRUIT_TEST_POSTGRES to a server's URL)"


class LintingClient(FlaskClient):
    """Keeps the check against forgery on, leaves the test's own rows alone, and reads each page strictly."""

    def open(self, *args, **kwargs):
        if db.session.registry.has():
            db.session.commit()
        response = Context().run(super().open, *args, **kwargs)
        db.session.expire_all()
        if response.mimetype == "text/html" and "<html" in response.text:
            lint(response.text)
        return response

    def post(self, *args, data=None, **kwargs):
        return super().post(*args, data={"csrf_token": self.token()} | (data or {}), **kwargs)

    def sign_in(self, person):
        secret = open_session(now=now(), **{f"{person.__tablename__}_id": person.id})
        db.session.commit()
        with self.session_transaction() as session:
            session["signed_in"] = secret
        return self

    def token(self):
        with self.session_transaction() as session:
            raw = session.setdefault("csrf_token", "a token of this test")
        return URLSafeTimedSerializer(SECRET, salt="wtf-csrf-token").dumps(raw)


@pytest.fixture(scope="session", params=ENGINES)
def house(request, tmp_path_factory, worker_id):
    """One application for all tests of a worker on one engine, with every table made."""
    url = f"sqlite:///{tmp_path_factory.mktemp('rows') / 'test.sqlite'}"
    if request.param == "postgresql":
        url = new_database(f"alongside_{worker_id}")
    app = made_app(url)
    with app.app_context():
        db.create_all()
    yield app
    with app.app_context():
        db.engine.dispose()


def made_app(url, **settings):
    app = create_app(
        TESTING=True,
        SECRET_KEY=SECRET,
        SQLALCHEMY_DATABASE_URI=url,
        VAULT_KEYS={"test": "11" * 32},
        MAIL_DEFAULT_SENDER="alongside@example.org",
        MAIL_SUPPRESS_SEND=True,
        **settings,
    )
    app.test_client_class = LintingClient
    return app


def new_database(name):
    server = sa.make_url(POSTGRES).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(sa.text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
    return server.set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def clock():
    """Every test lives on the same Monday morning."""
    with time_machine.travel(NOW, tick=True):
        yield NOW


@pytest.fixture
def app(house, clock):
    with house.app_context():
        yield house
        db.session.rollback()
        for table in reversed(db.metadata.sorted_tables):
            db.session.execute(table.delete())
        db.session.commit()


@pytest.fixture(scope="session")
def worker_id():
    return os.environ.get("PYTEST_XDIST_WORKER", "alone")


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def programme(app):
    return a_programme()


@pytest.fixture
def coordinator(programme):
    return an_account(Power.COORDINATOR, programme=programme, name="Ruth Adeyemi")


@pytest.fixture
def staff(app, coordinator):
    """A client signed in as a coordinator."""
    return app.test_client().sign_in(coordinator)


@pytest.fixture
def person(programme):
    return a_candidate(name="Ada Obi", email="ada@example.org")


@pytest.fixture
def candidate_client(app, person):
    """A client signed in as a candidate."""
    return app.test_client().sign_in(person)


@pytest.fixture
def statements(app):
    """Count the statements that a piece of work sends to the database."""

    def count(work):
        sent = []
        db.session.commit()
        sa.event.listen(db.engine, "before_cursor_execute", listener := lambda *sql: sent.append(sql[2]))
        work()
        sa.event.remove(db.engine, "before_cursor_execute", listener)
        return len(sent)

    return count
