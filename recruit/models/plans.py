"""A draft set of terms, the choices staff made in it, and the offers that follow."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.candidates import Candidate
from recruit.models.columns import Key, Words, belongs_to, tie
from recruit.models.groups import Group
from recruit.models.programmes import Programme
from recruit.models.seats import Seat
from recruit.models.states import OfferState, PlanState


class ChoiceKind(StrEnum):
    LOCK = "lock"
    FORBID = "forbid"
    OVERRIDE = "override"


class Plan(db.Model):
    """Who would sit where from one day on; `solved` is the last answer of the matching engine."""

    __tablename__ = "plan"

    id: Mapped[Key]
    programme_id: Mapped[UUID] = belongs_to("programme.id")
    name: Mapped[Words]
    state: Mapped[PlanState]
    starts_on: Mapped[date]
    made_at: Mapped[datetime]
    made_by_id: Mapped[UUID | None] = belongs_to("account.id", when_gone="SET NULL")
    published_at: Mapped[datetime | None]
    solved: Mapped[dict[str, Any]]
    version: Mapped[int] = mapped_column(default=1)

    programme: Mapped[Programme] = tie()
    choices: Mapped[list["PlanChoice"]] = tie(
        back_populates="plan", order_by="PlanChoice.at", cascade="all, delete-orphan"
    )
    offers: Mapped[list["Offer"]] = tie(back_populates="plan")

    __mapper_args__ = {"version_id_col": version}


class PlanChoice(db.Model):
    """A lock, a forbid or an override by a named person, with its reason and its price."""

    __tablename__ = "plan_choice"
    __table_args__ = (db.UniqueConstraint("plan_id", "group_id", "candidate_id"),)

    id: Mapped[Key]
    plan_id: Mapped[UUID] = belongs_to("plan.id")
    group_id: Mapped[UUID] = belongs_to("group.id")
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    kind: Mapped[ChoiceKind]
    reason: Mapped[str] = mapped_column(String(600))
    price: Mapped[float]
    at: Mapped[datetime]
    by_id: Mapped[UUID | None] = belongs_to("account.id", when_gone="SET NULL")

    plan: Mapped[Plan] = tie(back_populates="choices")
    group: Mapped[Group] = tie()
    candidate: Mapped[Candidate] = tie()
    by: Mapped[Account | None] = tie()


class Offer(db.Model):
    """The question put to a person: would you take this seat?"""

    __tablename__ = "offer"

    id: Mapped[Key]
    plan_id: Mapped[UUID | None] = belongs_to("plan.id", when_gone="SET NULL")
    refresh_proposal_id: Mapped[UUID | None] = belongs_to("refresh_proposal.id", when_gone="SET NULL")
    seat_id: Mapped[UUID] = belongs_to("seat.id")
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    state: Mapped[OfferState]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    made_at: Mapped[datetime]
    lapses_at: Mapped[datetime] = mapped_column(index=True)
    answered_at: Mapped[datetime | None]
    declined_because: Mapped[str | None] = mapped_column(String(600))

    plan: Mapped[Plan | None] = tie(back_populates="offers")
    seat: Mapped[Seat] = tie()
    candidate: Mapped[Candidate] = tie()
