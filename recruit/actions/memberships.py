"""How a person joins a group that has no seats, and leaves it."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from recruit.extensions import db
from recruit.models.groups import Membership


def join_group(group_id: UUID, candidate_id: UUID, *, on: date) -> None:
    """Belong from a day on; whoever left on the very day they joined belongs again."""
    same_day = select(Membership).where(
        Membership.group_id == group_id,
        Membership.candidate_id == candidate_id,
        Membership.joined_on == on,
    )
    before = db.session.scalar(same_day)
    if before is not None:
        before.left_on = None
    else:
        db.session.add(Membership(group_id=group_id, candidate_id=candidate_id, joined_on=on))


def leave_group(membership: Membership, *, today: date) -> None:
    """Belong until today; a membership that has not begun was none."""
    if membership.joined_on > today:
        db.session.delete(membership)
    else:
        membership.left_on = today
