"""Who can sign in, and who is signed in."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from recruit.extensions import db, links
from recruit.models.accounts import Account, AccountPower, Attempt, SignedIn, SignInLink
from recruit.models.candidates import Candidate

IDLE = {True: timedelta(minutes=30), False: timedelta(hours=2)}
AT_MOST = timedelta(hours=12)


def people_at(email: str) -> list[Account | Candidate]:
    """Everyone who is reached at an address; a couple may share one."""
    accounts = select(Account).where(Account.email == email, Account.closed_at.is_(None))
    candidates = select(Candidate).where(Candidate.email == email).order_by(Candidate.number)
    return [*db.session.scalars(accounts), *db.session.scalars(candidates)]


def link_with_token(token: str) -> SignInLink | None:
    return db.session.scalar(select(SignInLink).where(SignInLink.token_hash == links.fingerprint(token)))


def links_asked_for_in(browser: str, *, now: datetime) -> list[SignInLink]:
    asked = select(SignInLink).where(
        SignInLink.browser_hash == links.fingerprint(browser),
        SignInLink.used_at.is_(None),
        SignInLink.expires_at > now,
    )
    return list(db.session.scalars(asked))


def session_with(secret: str, *, now: datetime) -> SignedIn | None:
    """The session a cookie speaks for, with its person and powers, unless it is over."""
    found = db.session.scalar(
        select(SignedIn)
        .where(SignedIn.secret_hash == links.fingerprint(secret), SignedIn.ended_at.is_(None))
        .options(
            joinedload(SignedIn.candidate),
            joinedload(SignedIn.account)
            .selectinload(Account.powers)
            .options(joinedload(AccountPower.programme), joinedload(AccountPower.group)),
        )
    )
    if found is None or found.started_at < now - AT_MOST:
        return None
    if found.seen_at < now - IDLE[found.account_id is not None]:
        return None
    if found.account is not None and found.account.closed_at is not None:
        return None
    return found


def candidate_once_behind(secret: str) -> UUID | None:
    """Whose session this was until it ran out; one that somebody ended was nobody's."""
    return db.session.scalar(
        select(SignedIn.candidate_id).where(
            SignedIn.secret_hash == links.fingerprint(secret), SignedIn.ended_at.is_(None)
        )
    )


def tries_since(key: str, *, since: datetime) -> int:
    tried = select(func.count(Attempt.id)).where(
        Attempt.key_hash == links.fingerprint(key), Attempt.at > since
    )
    return db.session.scalar(tried) or 0
