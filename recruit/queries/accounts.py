"""Who works in a programme, and what they may do there."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from recruit.extensions import db
from recruit.models.accounts import Account, AccountPower, Power
from recruit.models.groups import Group
from recruit.models.programmes import Programme


def accounts_of(programme: Programme) -> list[Account]:
    """Every open account with a power in this programme, with all its powers there."""
    here = select(AccountPower.account_id).where(AccountPower.programme_id == programme.id)
    found = (
        select(Account)
        .where(Account.id.in_(here), Account.closed_at.is_(None))
        .order_by(Account.name)
        .options(
            selectinload(Account.powers.and_(AccountPower.programme_id == programme.id)).joinedload(
                AccountPower.group
            )
        )
    )
    return list(db.session.scalars(found))


def account_of(programme: Programme, account_id: UUID) -> Account | None:
    here = select(AccountPower.account_id).where(AccountPower.programme_id == programme.id)
    return db.session.scalar(select(Account).where(Account.id == account_id, Account.id.in_(here)))


def groups_hosted_by(account: Account) -> list[Group]:
    """The workstreams that a host looks after."""
    found = (
        select(Group)
        .join(AccountPower, AccountPower.group_id == Group.id)
        .where(AccountPower.account_id == account.id, AccountPower.power == Power.HOST)
        .order_by(Group.position)
        .options(joinedload(Group.programme))
    )
    return list(db.session.scalars(found))
