"""What we write when staff take an offer back, or end somebody's time in a group."""

from datetime import datetime

from flask_babel import gettext as _

from recruit.messages.tray import put
from recruit.models.candidates import Candidate
from recruit.models.groups import Group, Membership
from recruit.models.messages import Message
from recruit.models.plans import Offer
from recruit.models.seats import Term


def offer_cancelled(offer: Offer, *, because: str, now: datetime) -> Message:
    subject = _("The seat in %(group)s", group=offer.seat.group.name)
    return _about("offer_cancelled", subject, offer.candidate, offer.seat.group, because, now)


def term_ended(term: Term, *, because: str, now: datetime) -> Message:
    subject = _("Your seat in %(group)s has ended", group=term.seat.group.name)
    return _about("term_ended", subject, term.candidate, term.seat.group, because, now)


def membership_ended(membership: Membership, *, because: str, now: datetime) -> Message:
    subject = _("Your time in %(group)s has ended", group=membership.group.name)
    return _about("membership_ended", subject, membership.candidate, membership.group, because, now)


def _about(kind: str, subject: str, to: Candidate, group: Group, because: str, now: datetime) -> Message:
    return put(
        kind,
        to,
        subject=subject,
        programme_id=group.programme_id,
        now=now,
        group=group,
        because=because,
        programme=group.programme,
    )
