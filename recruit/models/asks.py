"""What a person asks of another person here: look again at a decision, or hear that something is wrong."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate
from recruit.models.columns import Key, belongs_to, tie
from recruit.models.groups import Group
from recruit.models.programmes import Programme


class SecondLook(db.Model):
    """A decision that somebody asked a different person to look at again."""

    __tablename__ = "second_look"

    id: Mapped[Key]
    candidacy_id: Mapped[UUID] = belongs_to("candidacy.id")
    words: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime]
    promised_on: Mapped[date]
    answer: Mapped[str | None] = mapped_column(Text)
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[UUID | None] = belongs_to("account.id", when_gone="SET NULL")

    candidacy: Mapped[Candidacy] = tie()
    answered_by: Mapped[Account | None] = tie()


class Concern(db.Model):
    """Something is wrong: read by the named person and administrators only; the workstream may stay unsaid."""

    __tablename__ = "concern"

    id: Mapped[Key]
    candidate_id: Mapped[UUID] = belongs_to("candidate.id")
    programme_id: Mapped[UUID] = belongs_to("programme.id")
    group_id: Mapped[UUID | None] = belongs_to("group.id", when_gone="SET NULL")
    named_person_id: Mapped[UUID | None] = belongs_to("account.id", when_gone="SET NULL")
    words: Mapped[str] = mapped_column(Text)
    somebody_may_be_hurt: Mapped[bool]
    told_at: Mapped[datetime]
    promised_on: Mapped[date]
    notes: Mapped[str] = mapped_column(Text, default="")
    answer: Mapped[str | None] = mapped_column(Text)
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[UUID | None] = belongs_to("account.id", when_gone="SET NULL")

    candidate: Mapped[Candidate] = tie()
    group: Mapped[Group | None] = tie()
    programme: Mapped[Programme] = tie()
    named_person: Mapped[Account | None] = tie(foreign_keys="Concern.named_person_id")
    answered_by: Mapped[Account | None] = tie(foreign_keys="Concern.answered_by_id")
