"""ask the rest."""

import sqlalchemy as sa
from alembic import op

from recruit.storage import Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SEALED = ("vault_key", "sealed_needs")


def upgrade() -> None:
    op.create_table(
        "taking_part",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("not_times", sa.String(length=600), nullable=True),
        sa.Column("other_roles", sa.String(length=600), nullable=True),
        sa.Column(
            "touches_work",
            sa.Enum(
                "no",
                "yes",
                "not sure",
                name="toucheswork",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=True,
        ),
        sa.Column("pair_wish", sa.String(length=200), nullable=True),
        sa.Column("wants_call", sa.Boolean(), nullable=True),
        sa.Column("balance_asked_at", Instant(), nullable=True),
        *_of_one_person("taking_part"),
        sqlite_strict=True,
    )
    _index("taking_part")
    for name in SEALED:
        flag = [sa.Column("asks_for_something", sa.Boolean(), nullable=False)]
        op.create_table(
            name,
            sa.Column("id", sa.Uuid(), nullable=False),
            sa.Column("candidate_id", sa.Uuid(), nullable=False),
            *(flag if name == "sealed_needs" else []),
            sa.Column("sealed", sa.LargeBinary(), nullable=False),
            sa.Column("nonce", sa.LargeBinary(), nullable=False),
            sa.Column("key_name", sa.String(length=20), nullable=False),
            *_of_one_person(name),
            sqlite_strict=True,
        )
        _index(name)


def _of_one_person(name: str) -> tuple[sa.Constraint, ...]:
    return (
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidate.id"],
            name=op.f(f"fk_{name}_candidate_id_candidate"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _index(name: str) -> None:
    with op.batch_alter_table(name, schema=None) as batch_op:
        batch_op.create_index(batch_op.f(f"ix_{name}_candidate_id"), ["candidate_id"], unique=True)


def downgrade() -> None:
    for name in ("taking_part", *SEALED):
        with op.batch_alter_table(name, schema=None) as batch_op:
            batch_op.drop_index(batch_op.f(f"ix_{name}_candidate_id"))
        op.drop_table(name)
