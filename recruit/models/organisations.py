"""The charities, practices, councils and groups that are asked to put people forward."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.columns import Code, Email, Key, Phone, Words, belongs_to, tie


class OrganisationKind(StrEnum):
    ADULT_SOCIAL_CARE_DIRECTOR = "adult_social_care_director"
    LOCAL_CHAMPION = "local_champion"
    GP_PRACTICE_PPG = "gp_practice_ppg"
    CHARITY = "charity"
    FAITH_OR_COMMUNITY = "faith_or_community"
    COMMISSIONER = "commissioner"
    NHS_PROVIDER = "nhs_provider"
    RESEARCH = "research"
    EDUCATION = "education"


class Organisation(db.Model):
    """A nominating organisation."""

    __tablename__ = "organisation"

    id: Mapped[Key]
    name: Mapped[Words]
    kind: Mapped[OrganisationKind]
    area: Mapped[Code | None]
    asks_from: Mapped[date | None]
    stopped_on: Mapped[date | None]

    contacts: Mapped[list["Contact"]] = tie(back_populates="organisation", order_by="Contact.comes_second")
    reaches: Mapped[list["Reach"]] = tie(back_populates="organisation")

    @property
    def contact(self) -> "Contact | None":
        """Whom we write to: the first who has not told us that they are the wrong person."""
        return next((each for each in self.contacts if each.left_on is None), None)

    def may_be_asked_on(self, day: date) -> bool:
        """They have not told us to stop, nor to come back later than this."""
        return self.stopped_on is None and (self.asks_from is None or self.asks_from <= day)


class Contact(db.Model):
    """The person at an organisation whom we write to; a colleague to whom a request was passed comes second."""

    __tablename__ = "contact"

    id: Mapped[Key]
    organisation_id: Mapped[UUID] = belongs_to("organisation.id")
    name: Mapped[Words]
    email: Mapped[Email | None]
    phone: Mapped[Phone | None]
    comes_second: Mapped[bool] = mapped_column(default=False)
    left_on: Mapped[date | None]

    organisation: Mapped[Organisation] = tie(back_populates="contacts")


class Reach(db.Model):
    """A community or experience whose people an organisation knows."""

    __tablename__ = "reach"
    __table_args__ = (db.UniqueConstraint("organisation_id", "code"),)

    id: Mapped[Key]
    organisation_id: Mapped[UUID] = belongs_to("organisation.id")
    code: Mapped[Code]

    organisation: Mapped[Organisation] = tie(back_populates="reaches")
