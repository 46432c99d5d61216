"""Which rooms lie behind each door, and who may pass it."""

from dataclasses import dataclass

from flask import Blueprint, Flask, abort, request

from recruit.models.accounts import Power
from recruit.web import health
from recruit.web.answer.calendar import routes as answer_calendar
from recruit.web.answer.door import door as answer
from recruit.web.answer.goodbye import routes as answer_goodbye
from recruit.web.answer.nominations import routes as answer_nominations
from recruit.web.answer.offers import routes as answer_offers
from recruit.web.demo import routes as demo
from recruit.web.guards import Rule, candidates, everyone, holders_of, keep_out
from recruit.web.host import routes as host
from recruit.web.interest import coming_back
from recruit.web.interest import routes as interest
from recruit.web.me import routes as me
from recruit.web.me.about import routes as me_about
from recruit.web.me.asks import routes as me_asks
from recruit.web.me.availability import routes as me_availability
from recruit.web.me.balance import routes as me_balance
from recruit.web.me.costs import routes as me_costs
from recruit.web.me.held import routes as me_held
from recruit.web.me.leaving import routes as me_leaving
from recruit.web.me.meetings import routes as me_meetings
from recruit.web.me.questions import routes as me_questions
from recruit.web.nominate import routes as nominate
from recruit.web.nominate.otherwise import routes as nominate_otherwise
from recruit.web.nominate.stage import routes as nominate_stage
from recruit.web.public import routes as public
from recruit.web.review import routes as review
from recruit.web.settings import routes as settings
from recruit.web.settings.concerns import routes as concerns
from recruit.web.sign_in import routes as sign_in
from recruit.web.staff.calls import routes as calls
from recruit.web.staff.door import door as staff
from recruit.web.staff.endings import routes as endings
from recruit.web.staff.expenses import routes as expenses
from recruit.web.staff.inbox import routes as inbox
from recruit.web.staff.looks import routes as looks
from recruit.web.staff.messages import routes as messages
from recruit.web.staff.needs import routes as needs
from recruit.web.staff.organisations import routes as organisations
from recruit.web.staff.people import routes as people
from recruit.web.staff.plans import routes as plans
from recruit.web.staff.refreshes import routes as refreshes
from recruit.web.staff.roles import routes as roles
from recruit.web.staff.shortlists import routes as shortlists
from recruit.web.staff.targets import routes as targets
from recruit.web.staff.unfinished import routes as unfinished
from recruit.web.staff.workstreams import routes as workstreams


@dataclass(frozen=True)
class Door:
    """An audience's way in: a blueprint, its guard, and the rooms nested in it."""

    blueprint: Blueprint
    may_pass: Rule
    rooms: tuple[Blueprint, ...] = ()

    def __post_init__(self) -> None:
        """Hang it once, however many applications are made: a blueprint that was used takes nothing more."""
        if self.may_pass is not everyone:
            self.blueprint.before_request(keep_out(self.may_pass))
        for room in self.rooms:
            self.blueprint.register_blueprint(room)


DOORS = (
    Door(health.room, everyone),
    Door(public.room, everyone),
    Door(sign_in.room, everyone),
    Door(demo.room, everyone),
    Door(
        staff,
        holders_of(Power.COORDINATOR),
        rooms=(
            calls.room,
            endings.room,
            expenses.room,
            inbox.room,
            looks.room,
            messages.room,
            needs.room,
            organisations.room,
            people.room,
            plans.room,
            refreshes.room,
            roles.room,
            shortlists.room,
            targets.room,
            unfinished.room,
            workstreams.room,
        ),
    ),
    Door(review.room, holders_of(Power.REVIEWER)),
    Door(host.room, holders_of(Power.HOST)),
    Door(settings.room, holders_of(Power.ADMINISTRATOR), rooms=(concerns.room,)),
    Door(nominate.room, everyone, rooms=(nominate_otherwise.room, nominate_stage.room)),
    Door(interest.room, everyone, rooms=(coming_back.room,)),
    Door(
        me.room,
        candidates,
        rooms=(
            me_about.room,
            me_asks.room,
            me_availability.room,
            me_balance.room,
            me_costs.room,
            me_held.room,
            me_leaving.room,
            me_meetings.room,
            me_questions.room,
        ),
    ),
    Door(
        answer,
        everyone,
        rooms=(answer_calendar.room, answer_goodbye.room, answer_nominations.room, answer_offers.room),
    ),
)
GUARDED = {door.blueprint.name for door in DOORS} | {"static"}


def install(app: Flask) -> None:
    """Hang every door; an endpoint behind none of them is shut."""
    for door in DOORS:
        app.register_blueprint(door.blueprint)
    app.before_request(_deny_by_default)


def _deny_by_default() -> None:
    if request.endpoint and request.endpoint.split(".")[0] not in GUARDED:
        abort(404)
