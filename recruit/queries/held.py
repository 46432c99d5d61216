"""Everything we hold about one person, as they may read it."""

from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.candidates import Candidate
from recruit.models.groups import Group, Meeting
from recruit.models.organisations import Organisation
from recruit.models.programmes import Programme
from recruit.models.roles import CallAsked, RoleProfile
from recruit.models.seats import Seat
from recruit.models.workshops import Workshop
from recruit.queries.messages import SIGN_IN
from recruit.queries.people import history_of
from recruit.queries.register import rows_of, tables_of_people
from recruit.queries.roles import current_title

Row = dict[str, Any]
# Keys that lead to nothing outside, secrets, and words of staff that may speak of somebody else.
WITHHELD = {
    "browser_hash",
    "candidacy_id",
    "candidate_id",
    "code_hash",
    "contact_id",
    "id",
    "key_name",
    "nomination_id",
    "nonce",
    "notes",
    "plan_id",
    "price",
    "refresh_proposal_id",
    "sealed",
    "secret_hash",
    "shortlist_id",
    "token_hash",
    "tries",
    "version",
}
OF_THE_PLAN = {"reason"}
# Sealed for the person alone: what it says is opened beside these rows.
VAULT = {"sealed_answers", "sealed_needs", "vault_key"}


def everything_about(candidate: Candidate) -> dict[str, list[Row]]:
    """The rows of each table that are about this person; ids are turned into names."""
    found = {table.name: _rows(table, candidate.id) for table in tables_of_people()}
    names = _names(found)
    told = {name: [_told(row, names) for row in rows] for name, rows in found.items() if name not in VAULT}
    told["history"] = [
        {"at": event.at.isoformat(), "what": event.what, "by": event.name or event.by}
        for event in history_of([candidate.id, *_ids_of(candidate)], at_most=1000)
    ]
    return told


def _ids_of(candidate: Candidate) -> list[UUID]:
    """The ids of what happened to a person: the journal knows these."""
    tables = [db.metadata.tables[name] for name in ("candidacy", "term", "offer", "expense", "concern")]
    return [
        each
        for table in tables
        for each in db.session.scalars(sa.select(table.c.id).where(rows_of(table, candidate.id)))
    ]


def _rows(table: sa.Table, candidate_id: UUID) -> list[Row]:
    hidden = WITHHELD | (OF_THE_PLAN if table.name == "plan_choice" else set())
    columns = [column for column in table.c if column.name not in hidden]
    found = sa.select(*columns).where(rows_of(table, candidate_id)).order_by(table.c.id)
    if table.name == "message":
        found = found.where(table.c.kind != SIGN_IN)
    return [dict(row._mapping) for row in db.session.execute(found)] if columns else []


def _names(found: dict[str, list[Row]]) -> dict[UUID, str]:
    """What every id in these rows is called: one question for each kind of thing."""
    ids = {value for rows in found.values() for row in rows for value in row.values() if _is_id(value)}
    kinds = (
        sa.select(Account.id, Account.name),
        sa.select(Group.id, Group.name),
        sa.select(Organisation.id, Organisation.name),
        sa.select(Programme.id, Programme.name),
        sa.select(RoleProfile.id, current_title()),
        sa.select(Seat.id, Group.name).join(Group, Seat.group_id == Group.id),
        sa.select(Meeting.id, Group.name).join(Group, Meeting.group_id == Group.id),
        sa.select(Workshop.id, Workshop.place),
        sa.select(CallAsked.id, Organisation.name).join(Organisation),
    )
    names: dict[UUID, str] = {}
    for kind in kinds:
        names |= {row[0]: row[1] for row in db.session.execute(kind.where(kind.selected_columns[0].in_(ids)))}
    return names


def _told(row: Row, names: dict[UUID, str]) -> Row:
    told: Row = {}
    for column, value in row.items():
        if value is None:
            continue
        if _is_id(value):
            told[column.removesuffix("_id")] = names.get(value, "")
        else:
            told[column] = _plain(value)
    return told


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date | datetime) else value


def _is_id(value: Any) -> bool:
    return isinstance(value, UUID)
