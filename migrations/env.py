"""How a change of tables is applied: in one transaction."""

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app
from sqlalchemy.engine import Connection

from recruit.storage import Base, Instant, changing_tables


def render_item(kind: str, item: object, autogen: AutogenContext) -> str | bool:
    """Write our own column type into a migration together with the import that it needs."""
    if kind == "type" and isinstance(item, Instant):
        autogen.imports.add("from recruit.storage import Instant")
        return "Instant()"
    return False


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        compare_type=True,
        render_item=render_item,
    )
    with context.begin_transaction():
        context.run_migrations()


with current_app.extensions["migrate"].db.engine.connect() as connection, changing_tables(connection):
    run(connection)
