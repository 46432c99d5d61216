"""The charities, practices, councils and groups that are asked to put people forward."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Mapped

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

    contacts: Mapped[list["Contact"]] = tie(back_populates="organisation")
    reaches: Mapped[list["Reach"]] = tie(back_populates="organisation")


class Contact(db.Model):
    """The person at an organisation whom we write to."""

    __tablename__ = "contact"

    id: Mapped[Key]
    organisation_id: Mapped[UUID] = belongs_to("organisation.id")
    name: Mapped[Words]
    email: Mapped[Email | None]
    phone: Mapped[Phone | None]

    organisation: Mapped[Organisation] = tie(back_populates="contacts")


class Reach(db.Model):
    """A community or experience whose people an organisation knows."""

    __tablename__ = "reach"
    __table_args__ = (db.UniqueConstraint("organisation_id", "code"),)

    id: Mapped[Key]
    organisation_id: Mapped[UUID] = belongs_to("organisation.id")
    code: Mapped[Code]

    organisation: Mapped[Organisation] = tie(back_populates="reaches")
