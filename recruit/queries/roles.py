"""What roles there are, and how they read now."""

from datetime import date
from uuid import UUID

from sqlalchemy import Select, exists, or_, select
from sqlalchemy.orm import aliased, joinedload, selectinload
from sqlalchemy.sql.elements import ColumnElement

from recruit.extensions import db
from recruit.models.groups import Group, GroupKind
from recruit.models.programmes import Programme
from recruit.models.roles import Call, RoleProfile, RoleVersion
from recruit.models.shortlists import Shortlist


def open_roles(today: date) -> list[RoleProfile]:
    """What anyone can put themselves forward for today."""
    return _roles(
        select(RoleProfile).where(
            RoleProfile.is_open, or_(RoleProfile.closes_on.is_(None), RoleProfile.closes_on >= today)
        )
    )


def roles_of(programme: Programme) -> list[RoleProfile]:
    return _roles(select(RoleProfile).where(RoleProfile.programme_id == programme.id))


def role_of(programme: Programme, role_id: UUID) -> RoleProfile | None:
    return db.session.scalar(
        _whole(select(RoleProfile).where(RoleProfile.id == role_id)).where(
            RoleProfile.programme_id == programme.id
        )
    )


def role_to_change(programme: Programme, role_id: UUID) -> RoleProfile | None:
    """The role, held until the transaction ends: of two who save at once, the second sees the first's words."""
    held = select(RoleProfile.id).where(RoleProfile.id == role_id).with_for_update()
    return role_of(programme, role_id) if db.session.scalar(held) else None


def role_with_slug(slug: str) -> RoleProfile | None:
    return db.session.scalar(_whole(select(RoleProfile).where(RoleProfile.slug == slug)))


def is_in_use(version: RoleVersion) -> bool:
    """Whether a call or a shortlist began with this version."""
    return bool(
        db.session.scalar(
            select(
                or_(
                    exists().where(Call.role_version_id == version.id),
                    exists().where(Shortlist.role_version_id == version.id),
                )
            )
        )
    )


def current_title() -> ColumnElement[str]:
    """The title of a role's newest version, as a column beside RoleProfile."""
    version = aliased(RoleVersion)
    return (
        select(version.title)
        .where(version.role_profile_id == RoleProfile.id)
        .order_by(version.number.desc())
        .limit(1)
        .correlate(RoleProfile)
        .scalar_subquery()
    )


def role_titles_of(programme: Programme) -> list[tuple[UUID, str]]:
    titles = (
        select(RoleProfile.id, current_title())
        .join(Group, RoleProfile.group_id == Group.id)
        .where(RoleProfile.programme_id == programme.id)
        .order_by(Group.position)
    )
    return [(role_id, title) for role_id, title in db.session.execute(titles)]


def slugs_like(stem: str) -> set[str]:
    found = select(RoleProfile.slug).where(RoleProfile.slug.startswith(stem, autoescape=True))
    return set(db.session.scalars(found))


def advisory_group_of(programme_id: UUID) -> Group | None:
    found = select(Group).where(Group.programme_id == programme_id, Group.kind == GroupKind.ADVISORY_GROUP)
    return db.session.scalar(found.order_by(Group.position).limit(1))


def group_of(programme: Programme, group_id: UUID) -> Group | None:
    return db.session.scalar(select(Group).where(Group.id == group_id, Group.programme_id == programme.id))


def groups_of(programme: Programme) -> list[Group]:
    return list(
        db.session.scalars(select(Group).where(Group.programme_id == programme.id).order_by(Group.position))
    )


def _roles(found: Select[RoleProfile]) -> list[RoleProfile]:
    return list(
        db.session.scalars(
            found.join(RoleProfile.group)
            .order_by(Group.position, RoleProfile.slug)
            .options(joinedload(RoleProfile.group), selectinload(RoleProfile.versions))
        )
    )


def _whole(found: Select[RoleProfile]) -> Select[RoleProfile]:
    return found.options(
        joinedload(RoleProfile.group),
        joinedload(RoleProfile.programme),
        selectinload(RoleProfile.versions).selectinload(RoleVersion.criteria),
    )
