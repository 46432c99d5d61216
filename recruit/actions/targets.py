"""What a programme wants among those who serve: set, changed and taken away."""

from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import select

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.programmes import Programme, Target
from recruit.queries.targets import FAMILIES
from recruit.storage import insert_once, new_id


def set_target(
    programme: Programme, family: str, code: str, *, wanted: int, weight: float, by: Account, now: datetime
) -> Target:
    """Want so many people of one kind; the same kind again changes what was wanted."""
    if code not in FAMILIES.get(family, ()):
        raise Refused(_("This cannot be a target. Choose something from the list."))
    key = {"programme_id": programme.id, "family": family, "code": code}
    insert_once(db.session, Target, id=new_id(), wanted=wanted, weight=weight, **key)
    target = db.session.scalars(select(Target).filter_by(**key)).one()
    target.wanted, target.weight = wanted, weight
    record("target set", target, by=by, now=now, wanted=wanted, weight=weight)
    return target


def remove_target(target: Target, *, by: Account, now: datetime) -> None:
    record("target removed", target, by=by, now=now, wanted=target.wanted)
    db.session.delete(target)
