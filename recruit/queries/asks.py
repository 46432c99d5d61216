"""What people asked of us: a second look, or somebody to hear that something is wrong."""

from uuid import UUID

from sqlalchemy import Select, and_, or_, select, true
from sqlalchemy.orm import joinedload

from recruit.extensions import db
from recruit.models.accounts import Account, AccountPower, Power
from recruit.models.asks import Concern, SecondLook
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate
from recruit.models.groups import Group
from recruit.models.programmes import Programme
from recruit.models.roles import RoleProfile
from recruit.models.shortlists import ShortlistEntry


def looks_of(candidate: Candidate) -> list[SecondLook]:
    """What somebody asked to have looked at again, the newest first."""
    found = _looks().where(Candidacy.candidate_id == candidate.id)
    return list(db.session.scalars(found.order_by(SecondLook.asked_at.desc())))


def look_open_for(candidacy: Candidacy) -> SecondLook | None:
    waits = select(SecondLook).where(
        SecondLook.candidacy_id == candidacy.id, SecondLook.answered_at.is_(None)
    )
    return db.session.scalar(waits)


def looks_waiting(programme: Programme) -> list[SecondLook]:
    found = _looks().where(RoleProfile.programme_id == programme.id, SecondLook.answered_at.is_(None))
    return list(db.session.scalars(found.order_by(SecondLook.promised_on)))


def look_in(programme: Programme, look_id: UUID) -> SecondLook | None:
    found = _looks().where(RoleProfile.programme_id == programme.id, SecondLook.id == look_id)
    return db.session.scalar(found)


def decision_about(candidacy: Candidacy) -> ShortlistEntry | None:
    """What was decided last about somebody for this role, by whom and why."""
    newest = (
        select(ShortlistEntry)
        .where(ShortlistEntry.candidacy_id == candidacy.id, ShortlistEntry.decision.is_not(None))
        .order_by(ShortlistEntry.decided_at.desc())
        .limit(1)
        .options(joinedload(ShortlistEntry.decided_by))
    )
    return db.session.scalar(newest)


def coordinators_of(programme_id: UUID) -> list[Account]:
    return _holders(Power.COORDINATOR, programme_id)


def named_person_of(programme_id: UUID, group: Group | None) -> Account | None:
    """Who hears that something is wrong: an administrator outside the workstream, outside all if none is said."""
    hosts = select(AccountPower.account_id).where(AccountPower.power == Power.HOST)
    if group is not None:
        hosts = hosts.where(AccountPower.group_id == group.id)
    inside = set(db.session.scalars(hosts))
    outside = [each for each in _holders(Power.ADMINISTRATOR, programme_id) if each.id not in inside]
    return next(iter(outside), None)


def concerns_of(candidate: Candidate) -> list[Concern]:
    found = select(Concern).where(Concern.candidate_id == candidate.id).order_by(Concern.told_at.desc())
    return list(db.session.scalars(found.options(joinedload(Concern.named_person))))


def concerns_for(account: Account, programme: Programme) -> list[Concern]:
    """What an administrator may read: nothing about a workstream that they host themselves.

    What names no workstream may be about any: whoever hosts one reads it only where nobody else can.
    """
    return list(db.session.scalars(_readable(account, programme)))


def concern_for(account: Account, programme: Programme, concern_id: UUID) -> Concern | None:
    return db.session.scalar(_readable(account, programme).where(Concern.id == concern_id))


def _readable(account: Account, programme: Programme) -> Select[Concern]:
    own = select(AccountPower.group_id).where(
        AccountPower.account_id == account.id,
        AccountPower.power == Power.HOST,
        AccountPower.group_id.is_not(None),
    )
    unsaid = ~own.exists() if named_person_of(programme.id, None) else true()
    return (
        select(Concern)
        .where(
            Concern.programme_id == programme.id,
            or_(and_(Concern.group_id.is_(None), unsaid), Concern.group_id.not_in(own)),
        )
        .order_by(Concern.answered_at.is_not(None), Concern.promised_on)
        .options(
            joinedload(Concern.candidate),
            joinedload(Concern.group),
            joinedload(Concern.programme),
            joinedload(Concern.named_person),
        )
    )


def _looks() -> Select[SecondLook]:
    candidacy = joinedload(SecondLook.candidacy)
    role = candidacy.joinedload(Candidacy.role_profile)
    return (
        select(SecondLook)
        .join(Candidacy, SecondLook.candidacy_id == Candidacy.id)
        .join(RoleProfile, Candidacy.role_profile_id == RoleProfile.id)
        .options(
            candidacy.joinedload(Candidacy.candidate),
            role.joinedload(RoleProfile.programme),
            role.selectinload(RoleProfile.versions),
        )
    )


def _holders(power: Power, programme_id: UUID) -> list[Account]:
    found = (
        select(Account)
        .join(AccountPower, AccountPower.account_id == Account.id)
        .where(
            AccountPower.power == power,
            AccountPower.programme_id == programme_id,
            Account.closed_at.is_(None),
        )
        .order_by(Account.name)
        .distinct()
    )
    return list(db.session.scalars(found))
