"""What was asked of an organisation, and whom it put forward."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload, selectinload

from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.messages import Message
from recruit.models.nominations import Nomination
from recruit.models.roles import Call, CallAsked, RoleProfile, RoleVersion
from recruit.models.states import NominationState
from recruit.queries.same_person import numbers_in, plain_name

# How long before they are deleted nominees are reminded: on days 7 and 21 of 28.
REMINDED = (timedelta(days=21), timedelta(days=7))


def call_asked_with(token: str) -> CallAsked | None:
    """The request that a link speaks for, with its role, its programme and the organisation."""
    asked_id = links.subject(Purpose.CALL, token)
    if asked_id is None:
        return None
    asked = select(CallAsked).where(CallAsked.id == asked_id)
    return db.session.scalar(
        asked.options(
            joinedload(CallAsked.organisation),
            joinedload(CallAsked.contact),
            _role(joinedload(CallAsked.call)),
        )
    )


def nomination_with(token: str, *, now: datetime) -> Nomination | None:
    """The nomination that a link speaks for, unless it was deleted or its time is over."""
    nomination_id = links.subject(Purpose.NOMINATION, token)
    return nomination_for_answer(nomination_id, now=now) if nomination_id else None


def nomination_for_answer(nomination_id: UUID, *, now: datetime) -> Nomination | None:
    lives = (Nomination.state == NominationState.ACCEPTED) | (Nomination.lapses_at > now)
    return db.session.scalars(_whole().where(Nomination.id == nomination_id, lives)).first()


def waiting_with(nomination: Nomination) -> list[Nomination]:
    """What else was said about the same person and waits for their answer, oldest first.

    One organisation names a person twice by name; two have to know them by one address or number, or one
    person would read what was said about another.
    """
    named = (
        _whole()
        .join(CallAsked, Nomination.call_asked_id == CallAsked.id)
        .where(
            Nomination.id != nomination.id,
            Nomination.state == NominationState.WAITING,
            or_(
                CallAsked.organisation_id == nomination.call_asked.organisation_id,
                Nomination.email == nomination.email,
                Nomination.phone.is_not(None),
            ),
        )
        .order_by(Nomination.named_at)
    )
    return [each for each in db.session.scalars(named).unique() if _is_of_one_person(each, nomination)]


def named_in(asked: CallAsked, ids: list[UUID]) -> list[Nomination]:
    """Those of these that were named with this link and are still there, oldest first."""
    named = select(Nomination).where(Nomination.call_asked_id == asked.id, Nomination.id.in_(ids))
    return list(db.session.scalars(named.order_by(Nomination.named_at)))


def nominations_to_remind(now: datetime) -> list[Nomination]:
    """Those who were written to and have been silent for longer than they were reminded of."""
    written = select(Message.id).where(
        Message.nomination_id == Nomination.id, Message.kind == "nominee_named"
    )
    waiting = _whole().where(
        Nomination.state == NominationState.WAITING,
        Nomination.lapses_at > now,
        Nomination.lapses_at <= now + REMINDED[0],
        Nomination.reminders < len(REMINDED),
        written.exists(),
    )
    return [each for each in db.session.scalars(waiting) if reminders_due(each, now) > each.reminders]


def reminders_due(nomination: Nomination, now: datetime) -> int:
    return sum(nomination.lapses_at - now <= before for before in REMINDED)


def nominations_past(now: datetime) -> list[Nomination]:
    """Those whose time is over without a yes."""
    past = select(Nomination).where(Nomination.state == NominationState.WAITING, Nomination.lapses_at <= now)
    return list(db.session.scalars(past))


def _whole() -> Select[Nomination]:
    asked = joinedload(Nomination.call_asked)
    return select(Nomination).options(
        asked.joinedload(CallAsked.organisation),
        asked.joinedload(CallAsked.contact),
        _role(asked.joinedload(CallAsked.call)),
        selectinload(Nomination.endorsements),
    )


def _role(path: Any) -> Any:
    role = path.joinedload(Call.role_version).joinedload(RoleVersion.role_profile)
    return role.options(joinedload(RoleProfile.programme), joinedload(RoleProfile.group))


def _is_of_one_person(one: Nomination, other: Nomination) -> bool:
    if plain_name(one.name) != plain_name(other.name):
        return False
    numbers = numbers_in(one.phone), numbers_in(other.phone)
    has_one_address = one.email is not None and one.email == other.email
    if has_one_address or numbers[0] & numbers[1]:
        return True
    differ = (one.email and other.email) or (numbers[0] and numbers[1])
    is_of_one_house = one.call_asked.organisation_id == other.call_asked.organisation_id
    return is_of_one_house and not differ
