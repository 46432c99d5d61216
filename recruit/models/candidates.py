"""A person who said yes, and what they told us about themselves."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.columns import Code, Email, Key, Phone, Words, belongs_to, tie
from recruit.models.groups import Meeting
from recruit.models.organisations import Organisation


class ContactWay(StrEnum):
    EMAIL = "email"
    TEXT = "text"
    PHONE = "phone"
    POST = "post"
    THROUGH_SOMEONE = "through someone"


class LayStatus(StrEnum):
    NO = "no"
    NOW = "now"
    IN_THE_PAST = "in the past"
    NOT_SURE = "not sure"


class HoursBand(StrEnum):
    UNDER_4 = "under 4"
    FROM_4_TO_8 = "4 to 8"
    FROM_9_TO_12 = "9 to 12"
    FROM_13_TO_16 = "13 to 16"
    MORE = "more"
    NOT_SURE = "not sure"


class HoursPer(StrEnum):
    WEEK = "week"
    MONTH = "month"


class Perspective(StrEnum):
    SELF = "self"
    CARER_FAMILY = "carer_family"
    BEREAVED = "bereaved"


class Link(StrEnum):
    MEMBER = "member"
    ACTIVE = "active"
    LEADER = "leader"


class PartOfDay(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class DateReply(StrEnum):
    CAN = "can"
    WITH_HELP = "with help"
    CANNOT = "cannot"


class SeenBy(StrEnum):
    PANEL = "panel"
    CONTACT_ONLY = "contact only"


class Purpose(StrEnum):
    """What a person agreed that we may do."""

    FIND_A_ROLE = "find a role"
    KEEP_IN_MIND = "keep in mind"
    TELL_NOMINATOR = "tell nominator"


class Candidate(db.Model):
    """Anyone who said yes, or registered themselves; a person is a record, not an address."""

    __tablename__ = "candidate"

    id: Mapped[Key]
    number: Mapped[int] = mapped_column(unique=True)
    name: Mapped[Words]
    email: Mapped[Email | None] = mapped_column(index=True)
    phone: Mapped[Phone | None]
    post_address: Mapped[str | None] = mapped_column(String(400))
    through_whom: Mapped[str | None] = mapped_column(String(200))
    contact_way: Mapped[ContactWay]
    area: Mapped[Code | None]
    is_adult: Mapped[bool]
    lay_status: Mapped[LayStatus]
    heard: Mapped[Code | None]
    registered_at: Mapped[datetime]
    about_done_at: Mapped[datetime | None]
    nominated_by_id: Mapped[UUID | None] = belongs_to("organisation.id", when_gone="SET NULL")
    hours: Mapped[HoursBand | None]
    hours_per: Mapped[HoursPer | None]
    max_workstreams: Mapped[int] = mapped_column(default=1)
    school_hours_only: Mapped[bool | None]
    term_time_only: Mapped[bool | None]
    meets_online: Mapped[bool | None]
    meets_in_person: Mapped[bool | None]
    paused_until: Mapped[date | None]
    declared_interest: Mapped[str | None] = mapped_column(String(600))
    version: Mapped[int] = mapped_column(default=1)

    nominated_by: Mapped[Organisation | None] = tie()
    lived_experience: Mapped[list["LivedExperience"]] = tie(cascade="all, delete-orphan")
    skills: Mapped[list["Skill"]] = tie(cascade="all, delete-orphan")
    connections: Mapped[list["Connection"]] = tie(cascade="all, delete-orphan")
    statements: Mapped[list["Statement"]] = tie(cascade="all, delete-orphan")
    free_times: Mapped[list["FreeTime"]] = tie(cascade="all, delete-orphan")
    date_replies: Mapped[list["MeetingReply"]] = tie(cascade="all, delete-orphan")
    weeks_away: Mapped[list["WeeksAway"]] = tie(cascade="all, delete-orphan")
    consents: Mapped[list["Consent"]] = tie(cascade="all, delete-orphan")

    __mapper_args__ = {"version_id_col": version}

    def is_paused_on(self, day: date) -> bool:
        return self.paused_until is not None and self.paused_until > day


class LivedExperience(db.Model):
    """Something a person lived through, and from which side; only what they kept themselves."""

    __tablename__ = "lived_experience"
    __table_args__ = (db.UniqueConstraint("candidate_id", "code", "perspective"),)

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    code: Mapped[Code]
    perspective: Mapped[Perspective]
    strength: Mapped[float]


class Skill(db.Model):
    """Something a person can do: ticked, backed by an example, or confirmed by reviewers."""

    __tablename__ = "skill"
    __table_args__ = (db.UniqueConstraint("candidate_id", "code"),)

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    code: Mapped[Code]
    strength: Mapped[float]


class Connection(db.Model):
    """A community that a person reaches, and how."""

    __tablename__ = "connection"
    __table_args__ = (db.UniqueConstraint("candidate_id", "code"),)

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    code: Mapped[Code]
    link: Mapped[Link]
    would_ask: Mapped[bool]


class Statement(db.Model):
    """What a person wrote in answer to one open question."""

    __tablename__ = "statement"
    __table_args__ = (db.UniqueConstraint("candidate_id", "field"),)

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    field: Mapped[Code]
    text: Mapped[str] = mapped_column(Text)
    seen_by: Mapped[SeenBy]


class FreeTime(db.Model):
    """A part of the week in which a person can come to meetings (0 is Monday)."""

    __tablename__ = "free_time"
    __table_args__ = (db.UniqueConstraint("candidate_id", "weekday", "part"),)

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    weekday: Mapped[int]
    part: Mapped[PartOfDay]


class MeetingReply(db.Model):
    """What a person said about one dated meeting; it outweighs the weekly grid."""

    __tablename__ = "meeting_reply"
    __table_args__ = (db.UniqueConstraint("candidate_id", "meeting_id"),)

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    meeting_id: Mapped[UUID] = belongs_to("meeting.id")
    reply: Mapped[DateReply]

    meeting: Mapped[Meeting] = tie()


class WeeksAway(db.Model):
    """Days on which a person is away, both included."""

    __tablename__ = "weeks_away"

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    from_on: Mapped[date]
    to_on: Mapped[date]


class Consent(db.Model):
    """A thing a person agreed to, when, and when they took it back."""

    __tablename__ = "consent"

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    purpose: Mapped[Purpose]
    given_at: Mapped[datetime]
    taken_back_at: Mapped[datetime | None]


class Draft(db.Model):
    """A registration that is not finished; it goes when it is handed in, or after sixty days."""

    __tablename__ = "draft"

    id: Mapped[Key]
    answers: Mapped[dict[str, Any]]
    nomination_id: Mapped[UUID | None] = belongs_to("nomination.id")
    touched_at: Mapped[datetime] = mapped_column(index=True)
    phone_code_until: Mapped[datetime | None] = mapped_column(index=True)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def name(self) -> str:
        return str(self.given("name").get("name", ""))

    @property
    def email(self) -> str | None:
        """Where they can be written to, once they have said so themselves."""
        is_theirs = self.answers.get("contact_way", {}).get("key")
        contact = self.given("contact_way")
        return contact["email"] if is_theirs and ContactWay.EMAIL in contact["contact_ways"] else None

    def given(self, step: str) -> dict[str, Any]:
        return dict(self.answers.get(step, {}).get("given", {}))


class UnsavedAnswer(db.Model):
    """What somebody sent after their sign-in had run out, until they are back and press once more."""

    __tablename__ = "unsaved_answer"

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    path: Mapped[str] = mapped_column(String(400))
    typed: Mapped[dict[str, Any]]
    kept_at: Mapped[datetime] = mapped_column(index=True)
