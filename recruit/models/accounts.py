"""Who may sign in, the links they sign in with, and the sessions that follow."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db, links
from recruit.models.candidates import Candidate
from recruit.models.columns import Email, Key, Words, belongs_to, tie
from recruit.models.groups import Group
from recruit.models.programmes import Programme


class Power(StrEnum):
    COORDINATOR = "coordinator"
    REVIEWER = "reviewer"
    HOST = "host"
    ADMINISTRATOR = "administrator"


class Account(db.Model):
    """Somebody who works with us: a coordinator, a reviewer, a host or an administrator."""

    __tablename__ = "account"

    id: Mapped[Key]
    name: Mapped[Words]
    email: Mapped[Email] = mapped_column(unique=True)
    closed_at: Mapped[datetime | None]

    powers: Mapped[list["AccountPower"]] = tie(cascade="all, delete-orphan")


class AccountPower(db.Model):
    """One thing an account may do, in one programme; a host also names the group."""

    __tablename__ = "account_power"
    __table_args__ = (db.UniqueConstraint("account_id", "power", "programme_id", "group_id"),)

    id: Mapped[Key]
    account_id: Mapped[UUID] = belongs_to("account.id")
    power: Mapped[Power]
    programme_id: Mapped[UUID] = belongs_to("programme.id")
    group_id: Mapped[UUID | None] = belongs_to("group.id")

    programme: Mapped[Programme] = tie()
    group: Mapped[Group | None] = tie()


class SignInLink(db.Model):
    """A link and a typed code that open one session, once, within ten minutes."""

    __tablename__ = "sign_in_link"
    __table_args__ = (CheckConstraint("(account_id IS NULL) <> (candidate_id IS NULL)", name="one_person"),)

    id: Mapped[Key]
    account_id: Mapped[UUID | None] = belongs_to("account.id")
    candidate_id: Mapped[UUID | None] = belongs_to("candidate.id")
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    browser_hash: Mapped[str] = mapped_column(String(64), index=True)
    expires_at: Mapped[datetime] = mapped_column(index=True)
    tries: Mapped[int] = mapped_column(default=0)
    used_at: Mapped[datetime | None]

    def is_for(self, browser: str) -> bool:
        return self.browser_hash == links.fingerprint(browser)


class SignedIn(db.Model):
    """A session kept on our side, so that it can be ended from here."""

    __tablename__ = "signed_in"
    __table_args__ = (CheckConstraint("(account_id IS NULL) <> (candidate_id IS NULL)", name="one_person"),)

    id: Mapped[Key]
    account_id: Mapped[UUID | None] = belongs_to("account.id")
    candidate_id: Mapped[UUID | None] = belongs_to("candidate.id")
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    account: Mapped[Account | None] = tie()
    candidate: Mapped[Candidate | None] = tie()


class Attempt(db.Model):
    """One try at something we limit, by a hash of who tries and what."""

    __tablename__ = "attempt"

    id: Mapped[Key]
    key_hash: Mapped[str] = mapped_column(String(64), index=True)
    at: Mapped[datetime] = mapped_column(index=True)
