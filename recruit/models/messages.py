"""The out-tray: anything we send, written in the same transaction as what it is about."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.candidates import ContactWay
from recruit.models.columns import Code, Key, Words, belongs_to
from recruit.models.states import MessageState


class Message(db.Model):
    """One message to one person, by the way they prefer; `address` is where it goes."""

    __tablename__ = "message"

    id: Mapped[Key]
    programme_id: Mapped[UUID | None] = belongs_to("programme.id")
    candidate_id: Mapped[UUID | None] = belongs_to("candidate.id")
    nomination_id: Mapped[UUID | None] = belongs_to("nomination.id")
    draft_id: Mapped[UUID | None] = belongs_to("draft.id")
    contact_id: Mapped[UUID | None] = belongs_to("contact.id")
    account_id: Mapped[UUID | None] = belongs_to("account.id")
    kind: Mapped[Code]
    way: Mapped[ContactWay]
    to_name: Mapped[Words]
    address: Mapped[str] = mapped_column(String(400))
    subject: Mapped[Words]
    body: Mapped[str] = mapped_column(Text)
    state: Mapped[MessageState] = mapped_column(index=True)
    written_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    failure: Mapped[str | None] = mapped_column(String(200))
