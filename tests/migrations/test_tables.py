"""The tables that migrations make are the tables that the models describe."""

from enum import StrEnum

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from flask_migrate import downgrade, upgrade

from recruit.app import create_app
from recruit.extensions import db
from recruit.models.candidates import Candidate, Skill
from recruit.storage import changing_tables
from tests.conftest import ENGINES, SECRET, new_database
from tests.makers import a_candidate, a_programme


@pytest.fixture(params=ENGINES)
def migrated(request, tmp_path, worker_id):
    url = f"sqlite:///{tmp_path / 'migrated.sqlite'}"
    if request.param == "postgresql":
        url = new_database(f"alongside_migrated_{worker_id}")
    app = create_app(TESTING=True, SECRET_KEY=SECRET, SQLALCHEMY_DATABASE_URI=url)
    with app.app_context():
        upgrade()
        yield app
        db.session.remove()
        db.engine.dispose()


def test_migrated_tables_are_those_of_the_models(migrated):
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        differences = compare_metadata(context, db.metadata)

    assert differences == []


def test_every_status_may_be_stored(migrated):
    columns = [
        (table, column)
        for table in db.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, sa.Enum)
    ]

    refused = [
        f"{table.name}.{column.name} refuses {member}"
        for table, column in columns
        for member in column.type.enum_class
        if not _is_accepted(table, column, member)
    ]

    assert len(columns) > 20
    assert refused == []


def _is_accepted(table, column, member: StrEnum):
    """Ask the database's own check constraint, without needing a whole row."""
    checks = sa.inspect(db.engine).get_check_constraints(table.name)
    return any(
        column.name in check["sqltext"] and f"'{member.value}'" in check["sqltext"] for check in checks
    )


@pytest.mark.parametrize("down_to", ["-1", "0001", "base"])
def test_steps_down_and_up_again_leave_the_same_tables(migrated, down_to):
    before = set(sa.inspect(db.engine).get_table_names())

    downgrade(revision=down_to)
    upgrade()

    assert set(sa.inspect(db.engine).get_table_names()) == before


def test_a_rebuilt_parent_keeps_its_children(migrated):
    a_programme()
    candidate = a_candidate(skills={"finance": 0.5, "chairing": 0.8})
    candidate_id = candidate.id
    db.session.commit()
    db.session.remove()

    _rebuild_candidates()

    left = sa.select(sa.func.count()).select_from(Skill).where(Skill.candidate_id == candidate_id)
    assert db.session.scalar(left) == 2


def test_rows_go_with_their_parent_again_after_a_change_of_tables(migrated):
    a_programme()
    candidate = a_candidate(skills={"finance": 0.5})
    db.session.commit()

    db.session.execute(sa.delete(Candidate).where(Candidate.id == candidate.id))

    assert db.session.scalar(sa.select(sa.func.count()).select_from(Skill)) == 0


def _rebuild_candidates():
    with db.engine.connect() as connection, changing_tables(connection):
        context = MigrationContext.configure(connection, opts={"render_as_batch": True})
        with Operations(context).batch_alter_table("candidate", recreate="auto") as batch:
            batch.alter_column("name", type_=sa.String(300), existing_type=sa.String(200))
