"""How a workshop is planned, so that invitations can name it."""

from datetime import datetime

from flask_babel import gettext as _

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.roles import RoleProfile
from recruit.models.workshops import Workshop
from recruit.queries.workshops import workshops_ahead_of


def plan_workshop(
    role: RoleProfile, *, starts_at: datetime, minutes: int, place: str, by: Account, now: datetime
) -> Workshop:
    """A workshop of a role; whoever is invited from now on hears of the next one."""
    if starts_at <= now:
        raise Refused(_("That time has passed. Choose a later one."))
    if any(each.starts_at == starts_at for each in workshops_ahead_of(role, now=now)):
        raise Refused(_("There is a workshop of this role at that time already."))
    workshop = Workshop(role_profile_id=role.id, starts_at=starts_at, minutes=minutes, place=place)
    db.session.add(workshop)
    record("workshop planned", workshop, by=by, now=now, minutes=minutes)
    return workshop
