"""What we write when somebody is put forward."""

from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from recruit.extensions import links
from recruit.links import Purpose
from recruit.messages.tray import put
from recruit.models.candidates import ContactWay
from recruit.models.messages import Message
from recruit.models.nominations import Nomination
from recruit.models.organisations import Contact
from recruit.models.roles import CallAsked


def nominee_named(nomination: Nomination, *, now: datetime) -> Message:
    """Who named you, what was said, what we hold and where it came from: data protection law, Article 14."""
    return _to_nominee("nominee_named", nomination, now=now)


def nominee_reminded(nomination: Nomination, *, now: datetime) -> Message:
    """The same question once more, short: what was said is behind the link."""
    return _to_nominee("nominee_reminded", nomination, now=now)


def nominator_told(nomination: Nomination, outcome: str, *, now: datetime) -> Message | None:
    """How it went, to whoever named them: only when the nominee has agreed to that."""
    asked = nomination.call_asked
    if not _may_write_to(asked):
        return None
    version = asked.call.role_version
    return put(
        "nominator_told",
        asked.contact,
        subject=_("How it went for somebody you put forward"),
        programme_id=version.role_profile.programme_id,
        now=now,
        nominee=nomination.name,
        outcome=outcome,
        role=version,
        programme=version.role_profile.programme,
    )


def stage_code(contact: Contact, *, code: str, programme_id: UUID, now: datetime) -> Message:
    """The code that opens the page of those who agreed to let their nominator see how far they are."""
    return put(
        "stage_code",
        contact,
        subject=_("Your code"),
        programme_id=programme_id,
        now=now,
        way=ContactWay.EMAIL,
        code=code,
    )


def _to_nominee(kind: str, nomination: Nomination, *, now: datetime) -> Message:
    asked = nomination.call_asked
    token = links.token(Purpose.NOMINATION, nomination.id)
    return put(
        kind,
        nomination,
        subject=_("%(organisation)s put you forward", organisation=asked.organisation.name),
        programme_id=asked.call.role_version.role_profile.programme_id,
        now=now,
        nomination=nomination,
        organisation=asked.organisation,
        role=asked.call.role_version,
        programme=asked.call.role_version.role_profile.programme,
        url=links.url(f"/answer/nominations/{token}/"),
    )


def nominator_thanked(nomination: Nomination, *, now: datetime) -> Message | None:
    """Thanks to the organisation's contact; without the nominee's name, which may have to vanish."""
    asked = nomination.call_asked
    if not _may_write_to(asked):
        return None
    token = links.token(Purpose.CALL, asked.id)
    return put(
        "nominator_thanked",
        asked.contact,
        subject=_("Thank you for putting someone forward"),
        programme_id=asked.call.role_version.role_profile.programme_id,
        now=now,
        nominator_name=nomination.nominator_name,
        role=asked.call.role_version,
        programme=asked.call.role_version.role_profile.programme,
        url=links.url(f"/nominate/{token}/"),
    )


def _may_write_to(asked: CallAsked) -> bool:
    """Whoever told us that they are the wrong person hears nothing more."""
    return asked.contact is not None and asked.contact.left_on is None
