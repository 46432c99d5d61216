"""What we write to an organisation when we ask it for names."""

from datetime import date, datetime
from typing import Any

from flask import render_template
from flask_babel import gettext as _

from recruit.extensions import links
from recruit.links import Purpose
from recruit.messages.tray import put
from recruit.models.messages import Message
from recruit.models.organisations import Contact
from recruit.models.programmes import Programme
from recruit.models.roles import CallAsked, RoleVersion


def call_sent(asked: CallAsked, contact: Contact, *, programme: Programme, now: datetime) -> Message:
    version = asked.call.role_version
    return put(
        "call_sent",
        contact,
        subject=subject_of(version),
        programme_id=programme.id,
        now=now,
        organisation=asked.organisation.name,
        url=links.url(f"/nominate/{links.token(Purpose.CALL, asked.id)}/"),
        **_words(version, programme, asked.call.closes_on),
    )


def call_passed_on(asked: CallAsked, colleague: Contact, *, passed_on_by: str, now: datetime) -> Message:
    """The same request, for somebody whom a colleague thought of; their own words never stand in it."""
    version = asked.call.role_version
    programme = version.role_profile.programme
    return put(
        "call_passed_on",
        colleague,
        subject=subject_of(version),
        programme_id=programme.id,
        now=now,
        organisation=asked.organisation.name,
        passed_on_by=passed_on_by,
        url=links.url(f"/nominate/{links.token(Purpose.CALL, asked.id)}/"),
        **_words(version, programme, asked.call.closes_on),
    )


def call_preview(version: RoleVersion, *, programme: Programme, closes_on: date | None) -> str:
    """The message as it will read, with words where each organisation's own link will stand."""
    return render_template(
        "messages/call_sent.txt",
        to={"name": _("(their contact)")},
        organisation=_("(their name)"),
        url=_("(their own link)"),
        **_words(version, programme, closes_on),
    )


def subject_of(version: RoleVersion) -> str:
    return _("Who do you know? %(role)s", role=version.title)


def _words(version: RoleVersion, programme: Programme, closes_on: date | None) -> dict[str, Any]:
    return {"role": version, "programme": programme, "closes_on": closes_on}
