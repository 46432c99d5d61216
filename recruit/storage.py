"""How rows are kept: column types, strict tables, and transactions that wait their turn."""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import Enum as PythonEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    JSON,
    Boolean,
    Date,
    DateTime,
    Dialect,
    Double,
    Engine,
    Enum,
    Float,
    Integer,
    MetaData,
    Numeric,
    String,
    Table,
    Text,
    TypeDecorator,
    Uuid,
    event,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Session, registry, scoped_session

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
WAIT_SECONDS = 5.0

only_reading: ContextVar[bool] = ContextVar("only_reading", default=False)


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC; a naive one is refused, because nobody knows when it was."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("An instant needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _stored_values(kind: type[PythonEnum]) -> list[str]:
    return [str(member.value) for member in kind]


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    registry = registry(
        metadata=metadata,
        type_annotation_map={
            datetime: Instant(),
            UUID: Uuid(),
            dict[str, Any]: JSON(),
            list[str]: JSON(),
            PythonEnum: Enum(
                PythonEnum,
                native_enum=False,
                create_constraint=True,
                values_callable=_stored_values,
                length=30,
            ),
        },
    )


def new_id() -> UUID:
    return uuid4()


# SQLite checks the types of a STRICT table, and knows these four only.
for _kind, _sqlite_name in (
    (String, "TEXT"),
    (Text, "TEXT"),
    (Enum, "TEXT"),
    (Uuid, "TEXT"),
    (Date, "TEXT"),
    (DateTime, "TEXT"),
    (JSON, "TEXT"),
    (Boolean, "INTEGER"),
    (Float, "REAL"),
    (Double, "REAL"),
    (Numeric, "REAL"),
    (Integer, "INTEGER"),
):
    compiles(_kind, "sqlite")(lambda element, compiler, _name=_sqlite_name, **kw: _name)


@event.listens_for(Table, "after_parent_attach")
def _be_strict(table: Table, _parent: Any) -> None:
    table.dialect_options["sqlite"]["strict"] = True


_INSERT = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def insert_once(session: scoped_session[Any] | Session, table: type[DeclarativeBase], **values: Any) -> bool:
    """Insert unless the row's unique key is there already; say whether this was the first time."""
    insert = _INSERT[session.get_bind().dialect.name]
    tried = insert(table.__table__).values(**values).on_conflict_do_nothing()
    return session.execute(tried.returning(*table.__table__.primary_key)).first() is not None


def prepare_sqlite(engine: Engine) -> None:
    """Let writers queue instead of failing, and let SQLite keep what it has acknowledged."""

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=50"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        if only_reading.get():
            connection.exec_driver_sql("BEGIN")
        else:
            _begin_writing(connection)


def _begin_writing(connection: Connection) -> None:
    """Take the write lock at once: a reader that turns writer later cannot be made to wait."""
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            return
        except OperationalError as busy:
            if "locked" not in str(busy) or time.monotonic() > deadline:
                raise
            time.sleep(random.uniform(0.002, 0.02))


@contextmanager
def reading(session: scoped_session[Any]) -> Iterator[None]:
    """A transaction of its own that takes no write lock, for long work; what was not committed before is lost."""
    session.rollback()
    was = only_reading.set(True)
    try:
        yield
        session.rollback()
    finally:
        only_reading.reset(was)


@contextmanager
def changing_tables(connection: Connection) -> Iterator[None]:
    """Let tables be rebuilt: on SQLite keys are off meanwhile, or a new parent would lose its children."""
    if connection.dialect.name != "sqlite":
        yield
        connection.commit()
        return
    connection.exec_driver_sql("COMMIT")
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    yield
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise RuntimeError(f"The change of tables would leave rows without their parent: {broken[:3]}")
    connection.commit()
    # Inside a transaction the switch does nothing, and the next one has begun already.
    connection.exec_driver_sql("COMMIT")
    connection.exec_driver_sql("PRAGMA foreign_keys=ON")
