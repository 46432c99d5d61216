"""The front page of the demo: come in as anyone in the story, and see what would have been sent."""

from ipaddress import ip_address

from flask import Blueprint, abort, current_app, redirect, request, session, url_for

from recruit.actions.sign_in import open_session
from recruit.extensions import db
from recruit.queries.demo import link_of_call_to, messages_written, person_at
from recruit.reference.personas import NOMINATING_ORGANISATION, PERSONAS, PersonaKind
from recruit.web.clock import now
from recruit.web.forms import Form
from recruit.web.guards import COOKIE, welcome
from recruit.web.render import page

room = Blueprint("demo", __name__, url_prefix="/demo")

HERE = {"127.0.0.1", "localhost", "::1"}


@room.before_request
def only_here():
    """In demo mode and on this machine only: elsewhere the page does not exist."""
    host = request.host.rsplit(":", 1)[0].strip("[]")
    if not current_app.config["DEMO"] or current_app.config["PRODUCTION"] or host not in HERE:
        abort(404)
    if not (request.remote_addr and ip_address(request.remote_addr).is_loopback):
        abort(404)


@room.get("/")
def show():
    return page("demo/show.html", personas=PERSONAS, form=Form())


@room.post("/<key>/")
def become(key):
    persona = next((persona for persona in PERSONAS if persona.key == key), None) or abort(404)
    if persona.kind is PersonaKind.ORGANISATION:
        return redirect(url_for("nominate.new", token=link_of_call_to(NOMINATING_ORGANISATION)), 303)
    session.pop(COOKIE, None)
    session.pop("then", None)
    secret = open_session(now=now(), **person_at(persona.email))
    db.session.commit()
    return welcome(secret)


@room.get("/messages/")
def messages():
    return page("demo/messages.html", messages=messages_written())
