"""What we write to those who leave, and to those who make room."""

from collections.abc import Sequence
from datetime import datetime

from flask_babel import gettext as _

from recruit.messages.tray import put
from recruit.models.candidates import Candidate
from recruit.models.messages import Message
from recruit.models.programmes import Programme
from recruit.models.seats import Term


def thank_you(term: Term, *, now: datetime) -> Message:
    """To whoever left a seat, once somebody is asked to follow."""
    return _about(
        term, "thank_you", _("Thank you for your time in %(group)s", group=term.seat.group.name), now
    )


def seat_ends(term: Term, *, now: datetime) -> Message:
    """To whoever makes room in a pair."""
    return _about(term, "seat_ends", _("Your seat in %(group)s", group=term.seat.group.name), now)


def withdrawal_noted(
    candidate: Candidate, *, programme: Programme | None, terms: Sequence[Term], now: datetime
) -> Message:
    return put(
        "withdrawal_noted",
        candidate,
        subject=_("You have withdrawn"),
        programme_id=programme.id if programme else None,
        now=now,
        programme=programme,
        groups=[term.seat.group.name for term in terms],
    )


def _about(term: Term, kind: str, subject: str, now: datetime) -> Message:
    group = term.seat.group
    return put(
        kind,
        term.candidate,
        subject=subject,
        programme_id=group.programme_id,
        now=now,
        term=term,
        group=group,
        programme=group.programme,
    )
