"""What we write to somebody who asked us to look again, or told us that something is wrong."""

from datetime import datetime

from flask_babel import gettext as _

from recruit.extensions import links
from recruit.messages.tray import put
from recruit.models.accounts import Account
from recruit.models.asks import Concern, SecondLook
from recruit.models.candidates import ContactWay
from recruit.models.messages import Message


def look_received(look: SecondLook, *, now: datetime) -> Message:
    return _about_look("look_received", _("We look at it again"), look, now)


def look_answered(look: SecondLook, *, now: datetime) -> Message:
    return _about_look("look_answered", _("We looked at it again"), look, now)


def concern_received(concern: Concern, *, now: datetime) -> Message | None:
    return _about_concern("concern_received", _("We have your message"), concern, now)


def concern_answered(concern: Concern, *, now: datetime) -> Message | None:
    return _about_concern("concern_answered", _("There is an answer for you"), concern, now)


def concern_told(concern: Concern, to: Account, *, now: datetime) -> Message:
    """To the named person: that something waits and by when; not what, nor who, nor where."""
    return put(
        "concern_told",
        to,
        subject=_("Something waits for you to read"),
        programme_id=concern.programme_id,
        now=now,
        concern=concern,
        programme=concern.programme,
        url=links.url("/settings/concerns/"),
    )


def _about_look(kind: str, subject: str, look: SecondLook, now: datetime) -> Message:
    role = look.candidacy.role_profile
    return put(
        kind,
        look.candidacy.candidate,
        subject=subject,
        programme_id=role.programme_id,
        now=now,
        look=look,
        role=role.versions[-1],
        programme=role.programme,
        url=links.url("/me/"),
    )


def _about_concern(kind: str, subject: str, concern: Concern, now: datetime) -> Message | None:
    """By e-mail only: a task in the out-tray would show others that something was told. Else the named person calls."""
    if not concern.candidate.email:
        return None
    return put(
        kind,
        concern.candidate,
        subject=subject,
        programme_id=concern.programme_id,
        now=now,
        way=ContactWay.EMAIL,
        concern=concern,
        programme=concern.programme,
        url=links.url("/me/wrong/"),
    )
