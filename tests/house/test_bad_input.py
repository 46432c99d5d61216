"""Whatever is typed, forged or left out, a page answers in words: nothing that is sent breaks the house."""

import random
from datetime import timedelta

import pytest
import time_machine

from recruit.actions.plans import propose_plan
from recruit.actions.registrations import begin
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.accounts import Account, Power
from recruit.models.candidates import Candidate
from recruit.models.groups import Group
from recruit.models.nominations import Nomination
from recruit.models.plans import Offer
from recruit.models.programmes import Programme
from recruit.models.seats import Seat
from recruit.models.states import NominationState, OfferState
from recruit.reference.personas import persona
from recruit.seed.demo import make_demo
from recruit.web.clock import now, today
from recruit.web.interest.forms import STEPS
from recruit.web.me.about.tags import AFTER
from recruit.web.me.questions.forms import STEPS as LATER
from tests.conftest import ENGINES, made_app, new_database
from tests.house.addresses import LINES, filled, first, things_of
from tests.house.nonsense import Forms, filled_in
from tests.makers import NOW, a_call, a_group, a_role, an_account, an_organisation

SEED = 2027
# Raise these to hunt; as they stand they keep what was found from coming back.
SENT = {"everyone": 30, "candidate": 25, "coordinator": 40, "administrator": 8}
# Whoever presses this is somebody else afterwards, and has nothing to type.
ENDS_IT = {"sign_in.sign_out", "demo.become", "me.held.sure"}


@pytest.fixture(scope="module", params=ENGINES)
def world(request, tmp_path_factory, worker_id):
    """The demo, on each engine."""
    url = f"sqlite:///{tmp_path_factory.mktemp('bad_input') / 'world.sqlite'}"
    app = made_app(new_database(f"bad_input_{worker_id}") if request.param == "postgresql" else url)
    with time_machine.travel(NOW, tick=True), app.app_context():
        db.create_all()
        make_demo(today=today(), now=now())
        db.session.commit()
        app.there = things_of(first(Candidate.id, Candidate.email == persona("partner").email))
        app.there["plan_id"] = a_draft().id
        app.tokens = tokens()
        yield app
        db.session.remove()
        db.engine.dispose()


def tokens():
    """A link of each kind that still works, by the room it opens."""
    return {
        **dict.fromkeys(
            ("nominate", "nominate.otherwise", "nominate.stage"), links.token(Purpose.CALL, asked_today().id)
        ),
        "answer.nominations": links.token(
            Purpose.NOMINATION, first(Nomination.id, Nomination.state == NominationState.WAITING)
        ),
        "interest.coming_back": links.token(Purpose.COME_BACK, an_unfinished_form().id),
        "answer.offers": links.token(Purpose.OFFER, an_open_offer().id),
    }


def asked_today():
    """An organisation that was asked for names, by a call that is open."""
    programme = db.session.get_one(Programme, first(Programme.id))
    role = a_role(a_group(programme, name="Asked today"))
    return a_call(role, an_organisation(name="Asked today")).asked[0]


def an_unfinished_form():
    draft = begin(role=None, now=now())
    db.session.commit()
    return draft


def a_draft():
    programme = db.session.get_one(Programme, first(Programme.id))
    by = db.session.get_one(Account, first(Account.id))
    plan = propose_plan(programme, name="Spring", starts_on=today() + timedelta(days=40), by=by, now=now())
    db.session.commit()
    return plan


def an_open_offer():
    offer = Offer(
        seat_id=first(Seat.id),
        candidate_id=first(Candidate.id),
        state=OfferState.OPEN,
        starts_on=today() + timedelta(days=30),
        ends_on=today() + timedelta(days=700),
        made_at=now(),
        lapses_at=now() + timedelta(days=14),
    )
    db.session.add(offer)
    db.session.commit()
    return offer


@pytest.fixture(scope="module")
def people(world):
    """Whoever sends: one for each audience, in the programme of the demo."""
    programme = db.session.get_one(Programme, first(Programme.id))
    group = db.session.get_one(Group, world.there["group_id"])
    staff = {
        str(power): an_account(power, programme=programme, group=group if power is Power.HOST else None)
        for power in Power
    }
    return {"candidate": db.session.get_one(Candidate, world.there["candidate_id"]), **staff}


def urls_of(world, address, endpoint):
    """Every address that a line of the ledger stands for."""
    for name, words in asked_under(endpoint).items():
        if f"<{name}>" in address:
            return [address.replace(f"<{name}>", word) for word in words]
    room = endpoint.rpartition(".")[0]
    return [filled(world.there | {"token": world.tokens.get(room, "a-word")}, address)]


def asked_under(endpoint):
    """The words that stand in an address of this room: its questions, or the texts that lead to tags."""
    return {"step": LATER if endpoint.startswith("me.questions") else STEPS, "field": AFTER}


def sender(world, people, audience):
    client = world.test_client()
    if audience != "everyone":
        return client.sign_in(people[audience])
    client.post("/interest/")
    return client


@pytest.fixture(scope="module")
def forms(world, people):
    """Every form that stands on a page, with its fields, by the endpoint it goes to."""
    found = {}
    for methods, address, endpoint, audience in LINES:
        if "GET" in methods and audience in SENT and endpoint not in ENDS_IT | {"static"}:
            client = sender(world, people, audience)
            for url in urls_of(world, address, endpoint):
                for goes_to, fields in Forms(client.get(url).text, url, world).found.items():
                    found.setdefault(goes_to, {}).update(fields)
    return found


@pytest.mark.parametrize("audience", SENT)
def test_nothing_that_is_sent_breaks_the_house(world, people, forms, audience, caplog):
    chance = random.Random(f"{SEED} {audience}")
    ways = ways_of(world, forms, audience)

    broken = []
    for method, url, fields in chance.choices(ways, k=SENT[audience]):
        sent = filled_in(fields, chance)
        if sends(sender(world, people, audience), method, url, sent).status_code >= 500:
            broken.append((method, url, sent))

    assert broken == []
    assert caplog.text == ""


def ways_of(world, forms, audience):
    """Each method of each address, with the fields that go there; whatever has none is only pressed."""
    return [
        (method, url, forms.get(endpoint, {}))
        for methods, address, endpoint, behind in LINES
        if behind == audience and endpoint not in ENDS_IT | {"static"}
        for url in urls_of(world, address, endpoint)
        for method in methods.split(",")
        if method == "POST" or endpoint in forms
    ]


def sends(client, method, url, sent):
    return client.get(url, query_string=sent) if method == "GET" else client.post(url, data=sent)
