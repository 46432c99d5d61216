"""The rows of the header: what this service is, and where a signed-in person may go."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app, g, request, url_for
from flask_babel import lazy_gettext as _

from recruit.models.accounts import Power
from recruit.queries.programmes import service_contact

ROOMS = {
    Power.COORDINATOR: (
        (_("Inbox"), "staff.inbox.show", "staff.inbox"),
        (_("People"), "staff.people.funnel", "staff.people"),
        (_("Roles"), "staff.roles.index", "staff.roles"),
        (_("Calls"), "staff.calls.index", "staff.calls"),
        (_("Shortlists"), "staff.shortlists.index", "staff.shortlists"),
        (_("Pairs"), "staff.plans.index", ("staff.plans", "staff.refreshes")),
        (
            _("Workstreams"),
            "staff.workstreams.index",
            ("staff.workstreams", "staff.targets", "staff.needs", "staff.endings", "staff.expenses"),
        ),
        (_("Messages"), "staff.messages.index", "staff.messages"),
    ),
    Power.ADMINISTRATOR: (
        (_("Accounts and work"), "settings.show", ("settings.show", "settings.new_account")),
        (_("Something is wrong"), "settings.concerns.index", "settings.concerns"),
    ),
    Power.REVIEWER: ((_("Reading"), "review.show", "review"),),
    Power.HOST: ((_("Your pair"), "host.show", "host"),),
}


@dataclass(frozen=True)
class Section:
    label: str
    url: str
    is_current: bool
    count: int | None = None


def install(app: Flask) -> None:
    app.context_processor(lambda: {"service": _service(), "sections": _sections()})


def _service() -> dict[str, Any]:
    contact = None if g.get("without_rows") else service_contact()
    return {
        "name": current_app.config["SERVICE_NAME"],
        "word_for_people": current_app.config["WORD_FOR_PEOPLE"],
        "area": contact.area if contact else "",
        "phone": contact.contact_phone if contact else "",
        "contact_name": contact.contact_name if contact else "",
        "phone_hours": _("Monday to Friday, 9am to 5pm"),
        "is_demo": current_app.config["DEMO"],
    }


def _sections() -> list[Section]:
    who = g.get("signed_in")
    if who is None or not who.is_staff:
        return []
    here = request.endpoint or ""
    rooms = [room for power, rooms in ROOMS.items() if power in who.powers for room in rooms]
    return [
        Section(str(label), url_for(endpoint), here.startswith(prefix)) for label, endpoint, prefix in rooms
    ]
