"""What is asked for: role profiles in their versions, and the calls that carry them out."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.columns import Code, Key, Words, belongs_to, tie
from recruit.models.groups import Group
from recruit.models.organisations import Contact, Organisation
from recruit.models.programmes import Programme


class Facet(StrEnum):
    SKILLS = "skills"
    LIVED = "lived"
    COMMUNITIES = "communities"


class Rung(StrEnum):
    """How much say people have: the ladder of co-production, from the lowest step up."""

    TOLD = "told"
    ASKED = "asked"
    INVOLVED = "involved"
    DECIDING_TOGETHER = "deciding together"
    IN_THE_LEAD = "in the lead"


class RoleProfile(db.Model):
    """One role of one group; what it says is in its versions."""

    __tablename__ = "role_profile"

    id: Mapped[Key]
    programme_id: Mapped[UUID] = belongs_to("programme.id")
    group_id: Mapped[UUID] = belongs_to("group.id")
    slug: Mapped[Code] = mapped_column(unique=True)
    is_open: Mapped[bool]
    closes_on: Mapped[date | None]

    programme: Mapped[Programme] = tie()
    group: Mapped[Group] = tie()
    versions: Mapped[list["RoleVersion"]] = tie(back_populates="role_profile", order_by="RoleVersion.number")


class RoleVersion(db.Model):
    """A role profile as it read at one time; a call and a shortlist keep the one they began with."""

    __tablename__ = "role_version"
    __table_args__ = (db.UniqueConstraint("role_profile_id", "number"),)

    id: Mapped[Key]
    role_profile_id: Mapped[UUID] = belongs_to("role_profile.id")
    number: Mapped[int]
    title: Mapped[Words]
    lead: Mapped[str] = mapped_column(String(400))
    decides: Mapped[str] = mapped_column(Text)
    rung: Mapped[Rung]
    hours_meetings: Mapped[float]
    hours_reading: Mapped[float]
    term_months: Mapped[int]
    notice: Mapped[str] = mapped_column(String(200))
    payment: Mapped[str] = mapped_column(Text)
    expenses: Mapped[str] = mapped_column(Text)
    support: Mapped[str] = mapped_column(Text)
    choosing: Mapped[str] = mapped_column(Text)
    breadth: Mapped[float]
    weight_skills: Mapped[float]
    weight_lived: Mapped[float]
    weight_connections: Mapped[float]
    weight_availability: Mapped[float]
    weight_gap: Mapped[float]

    role_profile: Mapped[RoleProfile] = tie(back_populates="versions")
    criteria: Mapped[list["Criterion"]] = tie(
        back_populates="role_version", order_by="Criterion.position", cascade="all, delete-orphan"
    )


class Criterion(db.Model):
    """One thing a role asks for, from the taxonomies, and how much it counts."""

    __tablename__ = "criterion"
    __table_args__ = (db.UniqueConstraint("role_version_id", "facet", "code"),)

    id: Mapped[Key]
    role_version_id: Mapped[UUID] = belongs_to("role_version.id")
    position: Mapped[int]
    facet: Mapped[Facet]
    code: Mapped[Code]
    weight: Mapped[float]
    is_essential: Mapped[bool]
    perspectives: Mapped[list[str]]
    words: Mapped[Words]

    role_version: Mapped[RoleVersion] = tie(back_populates="criteria")


class Call(db.Model):
    """A role profile sent to organisations: a request for names."""

    __tablename__ = "call"

    id: Mapped[Key]
    role_version_id: Mapped[UUID] = belongs_to("role_version.id")
    opened_at: Mapped[datetime]
    closes_on: Mapped[date | None]

    role_version: Mapped[RoleVersion] = tie()
    asked: Mapped[list["CallAsked"]] = tie(back_populates="call")

    def is_open_on(self, day: date) -> bool:
        return self.closes_on is None or day <= self.closes_on


class CallAsked(db.Model):
    """One organisation that was asked in a call; its link speaks for this row."""

    __tablename__ = "call_asked"
    __table_args__ = (db.UniqueConstraint("call_id", "organisation_id"),)

    id: Mapped[Key]
    call_id: Mapped[UUID] = belongs_to("call.id")
    organisation_id: Mapped[UUID] = belongs_to("organisation.id")
    contact_id: Mapped[UUID | None] = belongs_to("contact.id", when_gone="SET NULL")
    asked_at: Mapped[datetime]

    call: Mapped[Call] = tie(back_populates="asked")
    organisation: Mapped[Organisation] = tie()
    contact: Mapped[Contact | None] = tie()


class Answer(StrEnum):
    """What an organisation says instead of a name."""

    NOT_US = "not us"
    WRONG_PERSON = "wrong person"
    NEXT_YEAR = "next year"
    STOP = "stop"


class CallAnswer(db.Model):
    """What one organisation answered to a call; the last word counts."""

    __tablename__ = "call_answer"

    id: Mapped[Key]
    call_asked_id: Mapped[UUID] = belongs_to("call_asked.id", unique=True)
    answer: Mapped[Answer]
    answered_at: Mapped[datetime]

    call_asked: Mapped[CallAsked] = tie()


class Arrival(db.Model):
    """How many came to the page of a role through one organisation's link or poster, on one day."""

    __tablename__ = "arrival"
    __table_args__ = (db.UniqueConstraint("role_profile_id", "organisation_id", "on"),)

    id: Mapped[Key]
    role_profile_id: Mapped[UUID] = belongs_to("role_profile.id")
    organisation_id: Mapped[UUID] = belongs_to("organisation.id")
    on: Mapped[date]
    times: Mapped[int]
