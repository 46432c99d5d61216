"""What was asked of an organisation, and whom it put forward."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.nominations import Nomination
from recruit.models.roles import Call, CallAsked, RoleProfile, RoleVersion
from recruit.models.states import NominationState


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


def nominations_by(organisation_id: UUID) -> list[Nomination]:
    """Everybody an organisation named, oldest first."""
    named = (
        select(Nomination)
        .join(CallAsked, Nomination.call_asked_id == CallAsked.id)
        .where(CallAsked.organisation_id == organisation_id)
        .order_by(Nomination.named_at)
    )
    return list(db.session.scalars(named))


def nominations_past(now: datetime) -> list[Nomination]:
    """Those whose time is over without a yes."""
    past = select(Nomination).where(Nomination.state == NominationState.WAITING, Nomination.lapses_at <= now)
    return list(db.session.scalars(past))


def _whole() -> Select[Nomination]:
    asked = joinedload(Nomination.call_asked)
    return select(Nomination).options(
        asked.joinedload(CallAsked.organisation), _role(asked.joinedload(CallAsked.call))
    )


def _role(path: Any) -> Any:
    role = path.joinedload(Call.role_version).joinedload(RoleVersion.role_profile)
    return role.options(joinedload(RoleProfile.programme), joinedload(RoleProfile.group))
