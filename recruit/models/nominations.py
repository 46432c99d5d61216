"""Somebody put forward who has not yet said yes, and what was said about them."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.candidates import Candidate, ContactWay, Link
from recruit.models.columns import Code, Email, Key, Phone, Words, belongs_to, tie
from recruit.models.roles import CallAsked, Facet
from recruit.models.states import NominationState


class Relation(StrEnum):
    """What the nominator is to the nominee."""

    NONE = "none"
    WORKS_FOR_US = "works for us"
    PAID_AT_TIMES = "paid at times"
    FAMILY_OR_FRIEND = "family or friend"


class Nomination(db.Model):
    """Who was named, by which organisation, and what was said; gone after 28 days without a yes."""

    __tablename__ = "nomination"

    id: Mapped[Key]
    call_asked_id: Mapped[UUID] = belongs_to("call_asked.id")
    candidate_id: Mapped[UUID | None] = belongs_to("candidate.id")
    state: Mapped[NominationState]
    named_at: Mapped[datetime]
    lapses_at: Mapped[datetime] = mapped_column(index=True)
    name: Mapped[Words]
    contact_way: Mapped[ContactWay]
    email: Mapped[Email | None]
    phone: Mapped[Phone | None]
    post_address: Mapped[str | None] = mapped_column(String(400))
    nominator_name: Mapped[Words]
    how_known: Mapped[str] = mapped_column(String(400))
    relation: Mapped[Relation]
    seen_do_well: Mapped[str] = mapped_column(Text)
    is_trustee: Mapped[bool] = mapped_column(default=False)
    tells_health: Mapped[bool] = mapped_column(default=False)
    shows_health: Mapped[bool] = mapped_column(default=False)
    reminders: Mapped[int] = mapped_column(default=0)
    had_more_time: Mapped[bool] = mapped_column(default=False)
    outcome_told_at: Mapped[datetime | None]

    call_asked: Mapped[CallAsked] = tie()
    candidate: Mapped[Candidate | None] = tie()
    endorsements: Mapped[list["Endorsement"]] = tie(
        back_populates="nomination", cascade="all, delete-orphan", passive_deletes=True
    )

    @property
    def through_whom(self) -> str:
        """Whoever cannot be reached directly is reached through the one who named them."""
        return self.nominator_name

    @property
    def holds_back(self) -> bool:
        """What was written tells of somebody's health, and they have not said that staff may read it."""
        return self.tells_health and not self.shows_health


class Endorsement(db.Model):
    """One strength with its example, or one community with its link, that a nominator vouches for."""

    __tablename__ = "endorsement"
    __table_args__ = (UniqueConstraint("nomination_id", "facet", "code"),)

    id: Mapped[Key]
    nomination_id: Mapped[UUID] = belongs_to("nomination.id")
    facet: Mapped[Facet]
    code: Mapped[Code]
    example: Mapped[str] = mapped_column(String(600), default="")
    link: Mapped[Link | None]

    nomination: Mapped[Nomination] = tie(back_populates="endorsements")
