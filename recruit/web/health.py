"""Whether the house stands, for whoever watches over it."""

from flask import Blueprint

room = Blueprint("health", __name__)


@room.get("/healthz")
def alive():
    return {"status": "alive"}
