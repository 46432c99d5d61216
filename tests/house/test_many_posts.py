"""However many forms strangers send, none breaks the house, and nothing is kept that its form would refuse.

500 posts as it stands; `RECRUIT_TEST_POSTS=20000 pytest tests/house/test_many_posts.py -s` sends as many as you like
and says what became of them.
"""

import os
import random
import time
from collections import Counter
from contextvars import Context

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import selectinload
from werkzeug.datastructures import MultiDict

from recruit.actions.registrations import begin
from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.candidates import Draft
from recruit.models.nominations import Nomination
from recruit.models.organisations import Contact
from recruit.models.roles import Facet
from recruit.web.interest.forms import STEPS
from recruit.web.nominate.forms import NominationForm
from recruit.web.nominate.otherwise.forms import PassOnForm
from tests.conftest import LintingClient, made_app
from tests.house.addresses import LINES
from tests.house.nonsense import Forms, filled_in
from tests.makers import NOW, a_call, a_group, a_nomination, a_programme, a_role, an_organisation

POSTS = int(os.environ.get("RECRUIT_TEST_POSTS", "500"))
SEED, BROWSERS, CALLS, NOMINEES = 2027, 12, 60, 40
# Whoever presses this is somebody else afterwards; what is plain is asked on pages of its own.
ENDS_IT = {"sign_in.sign_out", "demo.become", "sign_in.work_in"}
LIKELY = {
    "name": ["Grace Mensah", "Ann and Bob Lee", "Mr and Mrs Khan", "Ida Ross"],
    "second_name": ["Bob Lee"],
    "reach": ["grace@example.org", "020 7946 0999", "12 High Road, NW10 2AB", ""],
    "second_reach": ["bob@example.org", "020 7946 0777"],
    "email": ["ida@example.org"],
    "mobile": ["07700 900123"],
    "phone": ["020 7946 0888"],
    "how_known": ["Three years at our lunch club"],
    "seen_do_well": ["She asked the council why the bus was cut.", "He lives with diabetes."],
    "story_1": ["She let each side speak."],
    "nominator_name": ["Bo Lind"],
    "passed_on_by": ["Bo Lind"],
    "health": ["nothing"],
    "asked": ["yes"],
    "website": [""],
    "two_people": ["yes"],
    "one_person": ["Ann and Bob Lee"],
}
# Steps whose answer is words and choices; a grid and dates have rules and tests of their own.
PLAIN_STEPS = ("who_is_filling", "name", "contact_way", "area", "adult", "lay_status", "heard", "where")


class QuickClient(LintingClient):
    """Sends without reading each page strictly: other tests do, and it costs more than the answer."""

    def open(self, *args, **kwargs):
        response = Context().run(FlaskClient.open, self, *args, **kwargs)
        db.session.rollback()
        return response


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    app = made_app(f"sqlite:///{tmp_path_factory.mktemp('posts') / 'world.sqlite'}")
    app.test_client_class = QuickClient
    with time_machine.travel(NOW, tick=True), app.app_context():
        db.create_all()
        role = a_role(a_group(a_programme(), meetings=4))
        asked = [a_call(role, an_organisation(name=f"Group {place}")).asked[0] for place in range(CALLS)]
        for each in asked:
            each.contact = db.session.scalars(
                select(Contact).where(Contact.organisation_id == each.organisation_id)
            ).one()
        nominees = [a_nomination(asked[0], name=f"Nominee {place}") for place in range(NOMINEES)]
        app.calls = [links.token(Purpose.CALL, each.id) for each in asked]
        app.nominees = [links.token(Purpose.NOMINATION, each.id) for each in nominees]
        app.begun = [links.token(Purpose.COME_BACK, begin(role=role.slug, now=NOW).id)]
        app.role = role.slug
        db.session.commit()
        yield app
        db.session.remove()
        db.engine.dispose()


def url_of(world, address, endpoint, chance):
    tokens = {"nominate": world.calls, "interest": world.begun}.get(endpoint.split(".")[0], world.nominees)
    filled = address.replace("<token>", chance.choice(tokens)).replace("<step>", chance.choice(list(STEPS)))
    return filled.replace("<slug>", world.role)


def fields_of(world, client, chance):
    """Every field that stands on a public form, with what may be chosen and what people are likely to type."""
    found = {}
    for methods, address, endpoint, audience in LINES:
        if audience == "everyone" and "POST" in methods and "GET" in methods:
            steps = STEPS if "<step>" in address else [""]
            for step in steps:
                url = url_of(world, address.replace("<step>", step), endpoint, chance)
                for goes_to, fields in Forms(client.get(url).text, url, world).found.items():
                    found.setdefault(goes_to, {}).update(fields)
    found["nominate.new"].update({key: [""] for key in ("second_name", "second_reach", "second_contact_way")})
    found["nominate.new"]["second_contact_way"] = list(found["nominate.new"]["contact_way"])
    for fields in found.values():
        fields.update({name: words for name, words in LIKELY.items() if name in fields})
    return found


def test_many_posts_break_nothing_and_nothing_is_kept_that_a_form_refuses(world, caplog):
    chance = random.Random(SEED)
    began = time.process_time()
    clients = [world.test_client() for _browser in range(BROWSERS)]
    for client in clients:
        client.post("/interest/")
    forms = fields_of(world, clients[0], chance)
    ways = [(line[1], line[2]) for line in LINES if line[3] == "everyone" and "POST" in line[0]]
    ways = [way for way in ways if way[1] not in ENDS_IT]

    answers = Counter()
    for _post in range(POSTS):
        address, endpoint = chance.choice([*ways, ("/nominate/<token>/", "nominate.new")])
        sent = filled_in(forms.get(endpoint, {}), chance)
        client = chance.choice(clients)
        status = client.post(url_of(world, address, endpoint, chance), data=sent).status_code
        answers[status] += 1
        if endpoint == "interest.forget":
            client.post("/interest/")

    kept = refused_after_all(world)
    print(
        f"{POSTS} posts in {time.process_time() - began:.0f} s of CPU: {dict(answers)}, looked at {kept[1]} rows"
    )
    assert max(answers) < 500
    assert caplog.text == ""
    assert kept[1] > 0
    assert kept[0] == []


def refused_after_all(world):
    """What lies in the tables and would not pass its own form, and how many rows were looked at."""
    nominations = select(Nomination).options(selectinload(Nomination.endorsements))
    rows = [
        *((NominationForm, as_sent(each)) for each in db.session.scalars(nominations)),
        *(
            (PassOnForm, {"name": each.name, "email": each.email, "passed_on_by": "Bo"})
            for each in db.session.scalars(select(Contact).where(Contact.comes_second))
        ),
        *(
            (STEPS[step], draft.answers[step]["given"])
            for draft in db.session.scalars(select(Draft))
            for step in PLAIN_STEPS
            if draft.answers.get(step, {}).get("key")
        ),
    ]
    with world.test_request_context(method="POST"):
        forms = [kind(formdata=MultiDict(sent), meta={"csrf": False}) for kind, sent in rows]
        return [(form.errors, form.data) for form in forms if not form.validate()], len(rows)


def as_sent(nomination):
    """A nomination as somebody would have to type it."""
    words = ("name", "contact_way", "how_known", "relation", "seen_do_well", "nominator_name")
    sent = {word: getattr(nomination, word) for word in words}
    for facet, choice, answer in (
        (Facet.SKILLS, "strength", "story"),
        (Facet.COMMUNITIES, "community", "link"),
    ):
        vouched = [each for each in nomination.endorsements if each.facet is facet]
        for place, each in enumerate(vouched, start=1):
            sent[f"{choice}_{place}"] = each.code
            sent[f"{answer}_{place}"] = each.link or each.example
    reach = nomination.email or nomination.phone or nomination.post_address or ""
    return sent | {"asked": "yes", "health": "nothing", "reach": reach}
