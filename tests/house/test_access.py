"""Every address, and who may pass: the ledger beside this file is the only truth, and it is tried out.

A line of `ledger.txt` is: methods, address, endpoint, audience. An address that goes needs a redirect, so a line
is changed, never just removed.
"""

from uuid import uuid4

import pytest
import sqlalchemy as sa

from recruit.extensions import db
from recruit.models.accounts import Power
from recruit.models.candidates import Candidate
from recruit.models.groups import Group
from recruit.models.programmes import Programme
from recruit.reference.personas import persona
from recruit.seed.demo import make_demo
from recruit.web.clock import now, today
from tests.conftest import made_app
from tests.house.addresses import LINES, filled, first, things_of
from tests.makers import a_programme, an_account

AUDIENCES = ("candidate", "coordinator", "reviewer", "host", "administrator")
SHUT = {303, 404}
# Everyone in the deployment shares one directory of organisations.
SHARED = "organisation_id"


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """The demo's programme, and beside it one that has nothing to do with it."""
    app = made_app(f"sqlite:///{tmp_path_factory.mktemp('access') / 'world.sqlite'}")
    with app.app_context():
        db.create_all()
        make_demo(today=today(), now=now())
        db.session.commit()
        app.there = things_of(first(Candidate.id, Candidate.email == persona("partner").email))
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="module")
def people(world):
    """One client for each audience, in the programme of the demo."""
    programme = db.session.scalars(sa.select(Programme)).first()
    return {
        "stranger": world.test_client(),
        "candidate": world.test_client().sign_in(db.session.get_one(Candidate, world.there["candidate_id"])),
        **{power.value: _with(world, power, programme) for power in Power},
    }


def _with(app, power, programme):
    group = db.session.scalars(sa.select(Group)).first() if power is Power.HOST else None
    return app.test_client().sign_in(an_account(power, programme=programme, group=group))


def test_the_ledger_is_every_address(world):
    there = {
        (",".join(sorted(rule.methods - {"HEAD", "OPTIONS"})), rule.rule, rule.endpoint)
        for rule in world.url_map.iter_rules()
    }

    assert {tuple(line[:3]) for line in LINES} == there


@pytest.mark.parametrize(("methods", "address", "endpoint", "audience"), LINES, ids=lambda word: word)
def test_only_the_audience_passes(world, people, methods, address, endpoint, audience):
    url = filled(world.there, address)
    strangers = [] if audience == "everyone" else [who for who in people if who != audience]

    open_doors = [
        f"{who} {method}"
        for who in strangers
        for method in methods.split(",")
        if people[who].open(url, method=method, data=_forged(people[who], method)).status_code not in SHUT
    ]

    assert open_doors == []


@pytest.mark.parametrize(
    ("address", "audience"),
    [(line[1], line[3]) for line in LINES if line[3] in AUDIENCES and "GET" in line[0]],
)
def test_the_audience_passes(world, people, address, audience):
    answer = people[audience].get(filled(world.there, address))

    assert answer.status_code in {200, 303}


@pytest.mark.parametrize(("address", "audience"), [(line[1], line[3]) for line in LINES if "GET" in line[0]])
def test_looking_changes_nothing(world, people, address, audience):
    client = people["stranger" if audience == "everyone" else audience]
    before = _every_row()

    client.get(filled(world.there, address))

    assert _every_row() == before


def _every_row():
    """What every table holds, but for when a session was last used."""
    db.session.rollback()
    connection = db.session.connection()
    names = [table.name for table in db.metadata.sorted_tables if table.name != "signed_in"]
    rows = {name: connection.exec_driver_sql(f'SELECT * FROM "{name}"').all() for name in names}
    return {name: hash(tuple(map(tuple, kept))) for name, kept in rows.items()}


@pytest.mark.parametrize(
    ("methods", "address"),
    [
        (line[0], line[1])
        for line in LINES
        if line[3] == "coordinator" and "_id>" in line[1] and SHARED not in line[1]
    ],
)
def test_another_programmes_coordinator_finds_nothing(world, methods, address):
    elsewhere = a_programme(name=f"Elsewhere {uuid4().hex}")
    stranger = _with(world, Power.COORDINATOR, elsewhere)

    answers = {
        stranger.open(filled(world.there, address), method=method, data=_forged(stranger, method)).status_code
        for method in methods.split(",")
    }

    assert answers == {404}


def _forged(client, method):
    return {"csrf_token": client.token()} if method == "POST" else None
