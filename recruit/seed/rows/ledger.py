"""Rows gathered first and written at once, each with an id that its name decides."""

from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import insert
from sqlalchemy.orm import Session

from recruit.extensions import db
from recruit.seed.specification import specification

_HERE = UUID("6f1a3c52-0d0e-5b52-9a43-2b1f7d1c9e10")


def row_id(model: type, name: object) -> UUID:
    return uuid5(_HERE, f"{specification()['seed']}/{model.__tablename__}/{name}")


class Ledger:
    """What will be written: parents before children, many rows in one statement."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {}
        self._models: dict[str, type] = {}

    def add(self, model: type, name: object, /, **columns: Any) -> UUID:
        table, identity = model.__tablename__, row_id(model, name)
        self._models[table] = model
        self.rows.setdefault(table, []).append({"id": identity, **columns})
        return identity

    def write(self, session: Session) -> None:
        for table in db.metadata.sorted_tables:
            if table.name in self.rows:
                session.execute(insert(self._models[table.name]), self.rows[table.name])
