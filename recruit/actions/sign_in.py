"""How a person comes in and goes out: a link and a typed code, used once."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import update

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db, links
from recruit.messages.sign_in import sign_in_link
from recruit.models.accounts import Account, Attempt, SignedIn, SignInLink
from recruit.models.candidates import Candidate
from recruit.queries.people_who_sign_in import links_asked_for_in, people_at, tries_since

LIVES = timedelta(minutes=10)
MOST_TRIES = 5
MOST_REQUESTS = 5


def limit(key: str, *, at_most: int, within: timedelta, now: datetime) -> None:
    """Count one try; refuse when there were too many, whoever asks and whether or not we know them."""
    if tries_since(key, since=now - within) >= at_most:
        raise Refused(_("That was too many tries. Wait a few minutes, then try again, or call us."))
    db.session.add(Attempt(key_hash=links.fingerprint(key), at=now))


def request_sign_in(email: str, *, browser: str, now: datetime) -> None:
    """Write to everyone at this address; nobody can learn from here whether it is known."""
    limit(f"sign in {email}", at_most=MOST_REQUESTS, within=timedelta(minutes=15), now=now)
    for person in people_at(email):
        token, code = secrets.token_urlsafe(32), f"{secrets.randbelow(10**6):06d}"
        token_hash = links.fingerprint(token)
        link = SignInLink(
            **{f"{person.__tablename__}_id": person.id},
            token_hash=token_hash,
            code_hash=links.fingerprint(token_hash, code),
            browser_hash=links.fingerprint(browser),
            expires_at=now + LIVES,
        )
        db.session.add(link)
        sign_in_link(person, token=token, code=code, programme_id=None, now=now)
    db.session.flush()


def sign_in_with_code(code: str, *, browser: str, now: datetime) -> str | None:
    """Open the session whose code was typed in the browser that asked.

    Returns the secret for its cookie; None when the code is wrong, and the try is counted.
    """
    for link in _that_may_be_tried(links_asked_for_in(browser, now=now)):
        if _is_code_of(link, code):
            return _use(link, now=now)
    return None


def sign_in_with_link(link: SignInLink, *, browser: str, code: str, now: datetime) -> str | None:
    """Open the session of a link; another browser than the one that asked needs the code as well."""
    if link.is_for(browser):
        return _use(link, now=now)
    may_try = _that_may_be_tried([link])
    return _use(link, now=now) if may_try and _is_code_of(link, code) else None


def _that_may_be_tried(asked: list[SignInLink]) -> list[SignInLink]:
    """Count one try of each link before it is looked at: of many tries at once, five are heard."""
    counted = update(SignInLink).where(
        SignInLink.id.in_([link.id for link in asked]), SignInLink.tries < MOST_TRIES
    )
    heard = set(
        db.session.scalars(
            counted.values(tries=SignInLink.tries + 1)
            .returning(SignInLink.id)
            .execution_options(synchronize_session=False)
        )
    )
    return [link for link in asked if link.id in heard]


def _is_code_of(link: SignInLink, code: str) -> bool:
    return link.code_hash == links.fingerprint(link.token_hash, code)


def _use(link: SignInLink, *, now: datetime) -> str | None:
    """Consume the link in one statement: of two that come at once, one is first."""
    used = db.session.execute(
        update(SignInLink)
        .where(SignInLink.id == link.id, SignInLink.used_at.is_(None), SignInLink.expires_at > now)
        .values(used_at=now)
        .returning(SignInLink.id)
        .execution_options(synchronize_session=False)
    )
    if used.first() is None:
        return None
    return open_session(account_id=link.account_id, candidate_id=link.candidate_id, now=now)


def open_session(*, account_id: UUID | None = None, candidate_id: UUID | None = None, now: datetime) -> str:
    secret = secrets.token_urlsafe(32)
    session = SignedIn(
        account_id=account_id,
        candidate_id=candidate_id,
        secret_hash=links.fingerprint(secret),
        started_at=now,
        seen_at=now,
    )
    db.session.add(session)
    db.session.flush()
    by = db.session.get(Account, account_id) if account_id else db.session.get(Candidate, candidate_id)
    record("signed in", session, by=by, now=now)
    return secret


def end_session(session: SignedIn, *, now: datetime) -> None:
    session.ended_at = now
    record("signed out", session, by=session.account or session.candidate, now=now)
