"""What can happen to an organisation in the directory."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from recruit.actions.journal import record
from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.organisations import Contact, Organisation, OrganisationKind, Reach


@dataclass(frozen=True)
class OrganisationWords:
    """What we know of an organisation, and whom we write to there."""

    name: str
    kind: OrganisationKind
    area: str | None
    reaches: frozenset[str]
    contact_name: str
    email: str | None
    phone: str | None


def add_organisation(words: OrganisationWords, *, by: Account, now: datetime) -> Organisation:
    organisation = Organisation(name=words.name, kind=words.kind, area=words.area, contacts=[], reaches=[])
    db.session.add(organisation)
    db.session.flush()
    _know(organisation, words)
    record("organisation added", organisation, by=by, now=now)
    return organisation


def change_organisation(
    organisation: Organisation, words: OrganisationWords, *, by: Account, now: datetime
) -> None:
    organisation.name, organisation.kind, organisation.area = words.name, words.kind, words.area
    _know(organisation, words)
    record("organisation changed", organisation, by=by, now=now)


def _know(organisation: Organisation, words: OrganisationWords) -> None:
    """Keep the first contact as its own row: messages and requests for names point at it."""
    contact = organisation.contacts[0] if organisation.contacts else Contact(organisation=organisation)
    if (contact.name, contact.email) != (words.contact_name, words.email):
        contact.left_on = None
    contact.name, contact.email, contact.phone = words.contact_name, words.email, words.phone
    db.session.add(contact)
    _reach(organisation, words.reaches)
    db.session.flush()


def _reach(organisation: Organisation, codes: Iterable[str]) -> None:
    known = {each.code: each for each in organisation.reaches}
    for code in known.keys() - set(codes):
        db.session.delete(known[code])
    for code in set(codes) - known.keys():
        db.session.add(Reach(organisation=organisation, code=code))
