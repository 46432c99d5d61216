"""What we write when a seat is offered, taken, refused, or not answered for."""

from datetime import datetime
from typing import Any

from flask_babel import gettext as _

from recruit.extensions import links
from recruit.links import Purpose
from recruit.messages.tray import put
from recruit.models.messages import Message
from recruit.models.plans import Offer
from recruit.models.roles import RoleVersion


def offer_made(offer: Offer, *, role: RoleVersion | None, now: datetime) -> Message:
    return _about(
        offer,
        "offer_made",
        _("Would you take a seat in %(group)s?", group=offer.seat.group.name),
        now,
        role=role,
    )


def offer_accepted(offer: Offer, *, now: datetime) -> Message:
    return _about(offer, "offer_accepted", _("You are in: %(group)s", group=offer.seat.group.name), now)


def offer_declined(offer: Offer, *, now: datetime) -> Message:
    return _about(offer, "offer_declined", _("Thank you for telling us"), now)


def offer_lapsed(offer: Offer, *, now: datetime) -> Message:
    return _about(
        offer,
        "offer_lapsed",
        _("We have not heard from you about %(group)s", group=offer.seat.group.name),
        now,
    )


def _about(offer: Offer, kind: str, subject: str, now: datetime, **words: Any) -> Message:
    programme = offer.seat.group.programme
    return put(
        kind,
        offer.candidate,
        subject=subject,
        programme_id=programme.id,
        now=now,
        offer=offer,
        group=offer.seat.group,
        programme=programme,
        url=links.url(f"/answer/offers/{links.token(Purpose.OFFER, offer.id)}/"),
        **words,
    )
