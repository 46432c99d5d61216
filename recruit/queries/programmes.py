"""Which programme a page speaks for."""

from sqlalchemy import select

from recruit.extensions import db
from recruit.models.groups import Group
from recruit.models.programmes import Programme


def service_contact() -> Programme | None:
    """The programme above all others: whom the public can call."""
    return db.session.scalars(select(Programme).where(Programme.parent_id.is_(None)).limit(1)).first()


def programmes() -> list[Programme]:
    return list(db.session.scalars(select(Programme).order_by(Programme.name, Programme.id)))


def programme_called(name: str) -> Programme | None:
    return db.session.scalar(select(Programme).where(Programme.name == name))


def workstream_called(name: str, programme: Programme) -> Group | None:
    found = select(Group).where(Group.programme_id == programme.id, Group.name == name)
    return db.session.scalar(found)
