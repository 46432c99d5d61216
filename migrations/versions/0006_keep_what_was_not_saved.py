"""keep what was sent after a sign-in had run out."""

import sqlalchemy as sa
from alembic import op

from recruit.storage import Instant

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unsaved_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("path", sa.String(length=400), nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.Column("kept_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidate.id"],
            name=op.f("fk_unsaved_answer_candidate_id_candidate"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unsaved_answer")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("unsaved_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unsaved_answer_candidate_id"), ["candidate_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_unsaved_answer_kept_at"), ["kept_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("unsaved_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_unsaved_answer_kept_at"))
        batch_op.drop_index(batch_op.f("ix_unsaved_answer_candidate_id"))

    op.drop_table("unsaved_answer")
