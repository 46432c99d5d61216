"""A programme, its local sites, and who looks after them."""

from uuid import UUID

from sqlalchemy.orm import Mapped

from recruit.extensions import db
from recruit.models.columns import Code, Email, Key, Phone, Words, belongs_to, tie


class Programme(db.Model):
    """A body of work with its own staff, workstreams and groups; a site is a programme within one."""

    __tablename__ = "programme"

    id: Mapped[Key]
    parent_id: Mapped[UUID | None] = belongs_to("programme.id")
    name: Mapped[Words]
    area: Mapped[Words]
    contact_name: Mapped[Words]
    contact_phone: Mapped[Phone]
    contact_email: Mapped[Email]

    targets: Mapped[list["Target"]] = tie(back_populates="programme")


class Target(db.Model):
    """How many people of one kind the programme wants among those who serve."""

    __tablename__ = "target"
    __table_args__ = (db.UniqueConstraint("programme_id", "family", "code"),)

    id: Mapped[Key]
    programme_id: Mapped[UUID] = belongs_to("programme.id")
    family: Mapped[Code]
    code: Mapped[Code]
    wanted: Mapped[int]
    weight: Mapped[float]

    programme: Mapped[Programme] = tie(back_populates="targets")
