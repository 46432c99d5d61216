"""What can happen to a request for names."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from flask_babel import gettext as _

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.messages.calls import call_preview, call_sent, subject_of
from recruit.models.accounts import Account
from recruit.models.organisations import Organisation
from recruit.models.roles import Call, CallAsked, RoleProfile
from recruit.queries.calls import ASKED_ALREADY, why_not_ask


def send_call(
    role: RoleProfile,
    organisations: Sequence[Organisation],
    *,
    closes_on: date | None,
    by: Account,
    today: date,
    now: datetime,
) -> Call:
    """Ask each organisation for names, by a message with a link of its own; nobody is asked twice at once."""
    _refuse_what_cannot_be_sent(role, organisations, closes_on, today)
    call = Call(role_version=role.versions[-1], opened_at=now, closes_on=closes_on, asked=[])
    db.session.add(call)
    for organisation, contact in ((each, each.contact) for each in organisations if each.contact):
        asked = CallAsked(call=call, organisation=organisation, contact=contact, asked_at=now)
        db.session.add(asked)
        db.session.flush()
        call_sent(asked, contact, programme=role.programme, now=now)
    record("call sent", call, by=by, now=now, asked=len(organisations))
    return call


def words_of_call(role: RoleProfile, *, closes_on: date | None) -> tuple[str, str]:
    """The subject and the words of the message, before anything is sent."""
    version = role.versions[-1]
    return subject_of(version), call_preview(version, programme=role.programme, closes_on=closes_on)


def close_call(call: Call, *, by: Account, today: date, now: datetime) -> None:
    """From now on its links show that it has closed; whoever was named stays."""
    if not call.is_open_on(today):
        raise Refused(_("This request for names is closed already."))
    call.closes_on = today - timedelta(days=1)
    record("call closed", call, by=by, now=now)


def _refuse_what_cannot_be_sent(
    role: RoleProfile, organisations: Sequence[Organisation], closes_on: date | None, today: date
) -> None:
    if not role.is_open or (role.closes_on is not None and role.closes_on < today):
        raise Refused(_("This role is not open. Open it first, so that people can read what it is."))
    if closes_on is not None and closes_on < today:
        raise Refused(_("That last day has passed. Choose a later day, or leave it empty."))
    if not organisations:
        raise Refused(_("Choose at least one organisation."))
    silent = [each.name for each in organisations if each.contact is None]
    if silent:
        raise Refused(
            _("There is nobody to write to at %(names)s. Add a contact first.", names=", ".join(silent))
        )
    why_not = why_not_ask(role.id, organisations, today)
    twice = [each.name for each in organisations if why_not.get(each.id) == ASKED_ALREADY]
    if twice:
        raise Refused(_("%(names)s already hold an open request for this role.", names=", ".join(twice)))
    unwilling = [each.name for each in organisations if each.id in why_not]
    if unwilling:
        raise Refused(_("%(names)s asked us not to ask them for this now.", names=", ".join(unwilling)))
