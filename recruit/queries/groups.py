"""The groups of a programme beside its workstreams, and what a new one must not repeat."""

from sqlalchemy import func, select

from recruit.extensions import db
from recruit.models.groups import Group, GroupKind
from recruit.models.programmes import Programme


def is_named(programme: Programme, name: str) -> bool:
    """Whether a group of the programme bears this name, however it is written."""
    names = db.session.scalars(select(Group.name).where(Group.programme_id == programme.id))
    return name.casefold() in {each.casefold() for each in names}


def last_position_in(programme: Programme) -> int:
    last = select(func.max(Group.position)).where(Group.programme_id == programme.id)
    return db.session.scalar(last) or 0


def groups_beside_workstreams(programme: Programme) -> list[Group]:
    """The advisory group, the forum, the governing body: people belong to them without a seat of their own."""
    beside = (
        select(Group)
        .where(Group.programme_id == programme.id, Group.kind != GroupKind.WORKSTREAM)
        .order_by(Group.position)
    )
    return list(db.session.scalars(beside))
