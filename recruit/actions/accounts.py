"""Who is let in to work with us, and who is shown out."""

from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import delete, select, update

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.models.accounts import Account, AccountPower, Power, SignedIn
from recruit.models.groups import Group
from recruit.models.programmes import Programme


def add_account(
    *,
    name: str,
    email: str,
    power: Power,
    programme: Programme,
    by: Account | None,
    now: datetime,
    group: Group | None = None,
) -> Account:
    """Give somebody a power in a programme; an address that is known gets the power added."""
    if (power is Power.HOST) != (group is not None):
        raise Refused(_("A host looks after one workstream: choose it"))
    account = db.session.scalar(select(Account).where(Account.email == email.lower()))
    if account is None:
        account = Account(name=name, email=email.lower(), powers=[])
        db.session.add(account)
        db.session.flush()
    if _holds(account, power, programme, group):
        raise Refused(_("This person can do that already."))
    account.closed_at = None
    db.session.add(AccountPower(account_id=account.id, power=power, programme=programme, group=group))
    record("account given a power", account, by=by, now=now, power=power.value)
    return account


def _holds(account: Account, power: Power, programme: Programme, group: Group | None) -> bool:
    held = select(AccountPower.id).where(
        AccountPower.account_id == account.id,
        AccountPower.power == power,
        AccountPower.programme_id == programme.id,
        AccountPower.group_id == (group.id if group else None),
    )
    return db.session.scalar(held) is not None


def close_account(account: Account, *, programme: Programme, by: Account, now: datetime) -> None:
    """Show somebody out of a programme; with their last power every session of theirs ends at once."""
    if account.id == by.id:
        raise Refused(_("You cannot close your own account: ask another administrator"))
    here = (AccountPower.account_id == account.id, AccountPower.programme_id == programme.id)
    db.session.execute(delete(AccountPower).where(*here))
    record("account closed", account, by=by, now=now)
    left = select(AccountPower.id).where(AccountPower.account_id == account.id).limit(1)
    if db.session.scalar(left) is not None:
        return
    account.closed_at = now
    db.session.execute(
        update(SignedIn)
        .where(SignedIn.account_id == account.id, SignedIn.ended_at.is_(None))
        .values(ended_at=now)
    )
