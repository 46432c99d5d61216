"""let people come back to a form: who is written to about it, and until when a code opens it."""

import sqlalchemy as sa
from alembic import op

from recruit.storage import Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.add_column(sa.Column("phone_code_until", Instant(), nullable=True))
        batch_op.create_index(batch_op.f("ix_draft_phone_code_until"), ["phone_code_until"], unique=False)

    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.add_column(sa.Column("draft_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_message_draft_id"), ["draft_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_message_draft_id_draft"), "draft", ["draft_id"], ["id"], ondelete="CASCADE"
        )


def downgrade() -> None:
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_message_draft_id_draft"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_message_draft_id"))
        batch_op.drop_column("draft_id")

    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_draft_phone_code_until"))
        batch_op.drop_column("phone_code_until")
