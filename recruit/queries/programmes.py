"""Which programme a page speaks for."""

from sqlalchemy import select

from recruit.extensions import db
from recruit.models.programmes import Programme


def service_contact() -> Programme | None:
    """The programme above all others: whom the public can call."""
    return db.session.scalars(select(Programme).where(Programme.parent_id.is_(None)).limit(1)).first()
