"""What was asked of organisations, and what came back."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import joinedload

from recruit.extensions import db
from recruit.models.messages import Message
from recruit.models.nominations import Nomination
from recruit.models.organisations import Contact, Organisation
from recruit.models.programmes import Programme
from recruit.models.roles import Answer, Arrival, Call, CallAnswer, CallAsked, RoleProfile, RoleVersion
from recruit.models.states import MessageState, NominationState

# Why an organisation is not asked now.
ASKED_ALREADY, NOT_US, NEXT_YEAR, STOP = "asked already", "not us", "next year", "stop"

CONFIRMED = func.sum(case((Nomination.state == NominationState.ACCEPTED, 1), else_=0))


def calls_of(programme: Programme) -> Sequence[Any]:
    """Each request for names with how many were asked, named and confirmed, newest first."""
    found = (
        select(
            Call.id,
            Call.opened_at,
            Call.closes_on,
            RoleVersion.title,
            RoleVersion.number,
            func.count(CallAsked.id.distinct()).label("asked"),
            func.count(Nomination.id).label("named"),
            func.coalesce(CONFIRMED, 0).label("confirmed"),
        )
        .join(RoleVersion, Call.role_version_id == RoleVersion.id)
        .join(RoleProfile, RoleVersion.role_profile_id == RoleProfile.id)
        .outerjoin(CallAsked, CallAsked.call_id == Call.id)
        .outerjoin(Nomination, Nomination.call_asked_id == CallAsked.id)
        .where(RoleProfile.programme_id == programme.id)
        .group_by(Call.id, Call.opened_at, Call.closes_on, RoleVersion.title, RoleVersion.number)
        .order_by(Call.opened_at.desc())
    )
    return db.session.execute(found).all()


def call_of(programme: Programme, call_id: UUID) -> Call | None:
    found = (
        select(Call)
        .join(Call.role_version)
        .join(RoleVersion.role_profile)
        .where(Call.id == call_id, RoleProfile.programme_id == programme.id)
        .options(joinedload(Call.role_version).joinedload(RoleVersion.role_profile))
    )
    return db.session.scalar(found)


def log_of(call: Call) -> Sequence[Any]:
    """One row an organisation: when it was asked, through whom, and what came of it."""
    found = (
        select(
            CallAsked.id,
            CallAsked.asked_at,
            Organisation.id.label("organisation_id"),
            Organisation.name,
            Organisation.kind,
            CallAsked.contact_id,
            Contact.name.label("contact"),
            func.count(Nomination.id).label("named"),
            func.coalesce(CONFIRMED, 0).label("confirmed"),
        )
        .join(Organisation, CallAsked.organisation_id == Organisation.id)
        .outerjoin(Contact, CallAsked.contact_id == Contact.id)
        .outerjoin(Nomination, Nomination.call_asked_id == CallAsked.id)
        .where(CallAsked.call_id == call.id)
        .group_by(
            CallAsked.id,
            CallAsked.asked_at,
            CallAsked.contact_id,
            Organisation.id,
            Organisation.name,
            Organisation.kind,
            Contact.name,
        )
        .order_by(func.count(Nomination.id).desc(), Organisation.name)
    )
    return db.session.execute(found).all()


def message_states_of(call: Call) -> dict[UUID | None, MessageState]:
    """How far the message to each contact of this call is; the newest where there are several."""
    found = (
        select(Message.contact_id, Message.state)
        .join(CallAsked, CallAsked.contact_id == Message.contact_id)
        .where(
            CallAsked.call_id == call.id, Message.kind == "call_sent", Message.written_at >= call.opened_at
        )
        .order_by(Message.written_at)
    )
    return {row.contact_id: row.state for row in db.session.execute(found)}


def nominees_waiting(call: Call) -> Sequence[Any]:
    """Who was named and has not said yes or no, the one who is deleted first on top."""
    found = (
        select(
            Nomination.name,
            Nomination.contact_way,
            Nomination.email,
            Nomination.phone,
            Nomination.post_address,
            Nomination.nominator_name.label("through_whom"),
            Nomination.named_at,
            Nomination.lapses_at,
            Organisation.name.label("organisation"),
        )
        .join(CallAsked, Nomination.call_asked_id == CallAsked.id)
        .join(Organisation, CallAsked.organisation_id == Organisation.id)
        .where(CallAsked.call_id == call.id, Nomination.state == NominationState.WAITING)
        .order_by(Nomination.lapses_at)
    )
    return db.session.execute(found).all()


def why_not_ask(role_profile_id: UUID, organisations: Collection[Organisation], day: date) -> dict[UUID, str]:
    """Why an organisation is not asked for names for this role now; whoever may be asked is not in it."""
    unwilling = {
        each.id: STOP if each.stopped_on else NEXT_YEAR
        for each in organisations
        if not each.may_be_asked_on(day)
    }
    said_no = dict.fromkeys(_said_not_us(role_profile_id), NOT_US)
    return said_no | unwilling | dict.fromkeys(_asked_already(role_profile_id, day), ASKED_ALREADY)


def answers_to(call: Call) -> dict[UUID, CallAnswer]:
    """What organisations said instead of a name, by the row they were asked with."""
    found = (
        select(CallAnswer)
        .join(CallAsked, CallAnswer.call_asked_id == CallAsked.id)
        .where(CallAsked.call_id == call.id)
    )
    return {each.call_asked_id: each for each in db.session.scalars(found)}


def arrivals_to(call: Call) -> dict[UUID, int]:
    """How many came to the role's page by each organisation's own link or poster, since the call went out."""
    found = (
        select(Arrival.organisation_id, func.sum(Arrival.times))
        .where(
            Arrival.role_profile_id == call.role_version.role_profile_id,
            Arrival.on >= call.opened_at.date(),
        )
        .group_by(Arrival.organisation_id)
    )
    return {row[0]: row[1] for row in db.session.execute(found)}


def answer_to(asked: CallAsked) -> CallAnswer | None:
    return db.session.scalar(select(CallAnswer).where(CallAnswer.call_asked_id == asked.id))


def contact_at(organisation: Organisation, email: str) -> Contact | None:
    """Somebody there with this address, whoever has left last."""
    found = (
        select(Contact)
        .where(Contact.organisation_id == organisation.id, Contact.email == email)
        .order_by(Contact.left_on.is_not(None))
    )
    return db.session.scalars(found).first()


def _said_not_us(role_profile_id: UUID) -> set[UUID]:
    found = (
        select(CallAsked.organisation_id)
        .join(CallAnswer, CallAnswer.call_asked_id == CallAsked.id)
        .join(CallAsked.call)
        .join(Call.role_version)
        .where(RoleVersion.role_profile_id == role_profile_id, CallAnswer.answer == Answer.NOT_US)
    )
    return set(db.session.scalars(found))


def _asked_already(role_profile_id: UUID, day: date) -> set[UUID]:
    found = (
        select(CallAsked.organisation_id)
        .join(CallAsked.call)
        .join(Call.role_version)
        .where(
            RoleVersion.role_profile_id == role_profile_id,
            or_(Call.closes_on.is_(None), Call.closes_on >= day),
        )
    )
    return set(db.session.scalars(found))
