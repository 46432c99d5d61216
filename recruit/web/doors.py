"""Which rooms lie behind each door, and who may pass it."""

from dataclasses import dataclass

from flask import Blueprint, Flask, abort, request

from recruit.models.accounts import Power
from recruit.web import health
from recruit.web.demo import routes as demo
from recruit.web.guards import Rule, candidates, everyone, holders_of, keep_out
from recruit.web.public import routes as public
from recruit.web.sign_in import routes as sign_in


@dataclass(frozen=True)
class Door:
    """An audience's way in: a blueprint, its guard, and the rooms nested in it."""

    blueprint: Blueprint
    may_pass: Rule
    rooms: tuple[Blueprint, ...] = ()


DOORS = (
    Door(health.room, everyone),
    Door(public.room, everyone),
    Door(sign_in.room, everyone),
    Door(demo.room, everyone),
)
GUARDED = {door.blueprint.name for door in DOORS} | {"static"}


def install(app: Flask) -> None:
    """Hang every door; an endpoint behind none of them is shut."""
    for door in DOORS:
        if door.may_pass is not everyone:
            door.blueprint.before_request(keep_out(door.may_pass))
        for room in door.rooms:
            door.blueprint.register_blueprint(room)
        app.register_blueprint(door.blueprint)
    app.before_request(_deny_by_default)


def _deny_by_default() -> None:
    if request.endpoint and request.endpoint.split(".")[0] not in GUARDED:
        abort(404)
