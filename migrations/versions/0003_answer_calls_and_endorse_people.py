"""Let organisations answer a call otherwise, and vouch for people."""

import sqlalchemy as sa
from alembic import op

from recruit.storage import Instant

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "arrival",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("role_profile_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_arrival_organisation_id_organisation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["role_profile_id"],
            ["role_profile.id"],
            name=op.f("fk_arrival_role_profile_id_role_profile"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrival")),
        sa.UniqueConstraint(
            "role_profile_id", "organisation_id", "on", name=op.f("uq_arrival_role_profile_id")
        ),
        sqlite_strict=True,
    )
    with op.batch_alter_table("arrival", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_arrival_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_arrival_role_profile_id"), ["role_profile_id"], unique=False)

    op.create_table(
        "call_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("call_asked_id", sa.Uuid(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "not us",
                "wrong person",
                "next year",
                "stop",
                name="answer",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("answered_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["call_asked_id"],
            ["call_asked.id"],
            name=op.f("fk_call_answer_call_asked_id_call_asked"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_answer")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("call_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_answer_call_asked_id"), ["call_asked_id"], unique=True)

    op.create_table(
        "endorsement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("nomination_id", sa.Uuid(), nullable=False),
        sa.Column(
            "facet",
            sa.Enum(
                "skills",
                "lived",
                "communities",
                name="facet",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("example", sa.String(length=600), nullable=False),
        sa.Column(
            "link",
            sa.Enum(
                "member",
                "active",
                "leader",
                name="link",
                native_enum=False,
                create_constraint=True,
                length=30,
            ),
            nullable=True,
        ),
        sa.ForeignKeyConstraint(
            ["nomination_id"],
            ["nomination.id"],
            name=op.f("fk_endorsement_nomination_id_nomination"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_endorsement")),
        sa.UniqueConstraint("nomination_id", "facet", "code", name=op.f("uq_endorsement_nomination_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("endorsement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_endorsement_nomination_id"), ["nomination_id"], unique=False)

    op.add_column(
        "contact", sa.Column("comes_second", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("contact", sa.Column("left_on", sa.Date(), nullable=True))

    op.add_column(
        "nomination", sa.Column("is_trustee", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column(
        "nomination", sa.Column("tells_health", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column(
        "nomination", sa.Column("shows_health", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("nomination", sa.Column("reminders", sa.Integer(), nullable=False, server_default="0"))
    op.add_column(
        "nomination", sa.Column("had_more_time", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("nomination", sa.Column("outcome_told_at", Instant(), nullable=True))

    op.add_column("organisation", sa.Column("asks_from", sa.Date(), nullable=True))
    op.add_column("organisation", sa.Column("stopped_on", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("organisation", "stopped_on")
    op.drop_column("organisation", "asks_from")

    op.drop_column("nomination", "outcome_told_at")
    op.drop_column("nomination", "had_more_time")
    op.drop_column("nomination", "reminders")
    op.drop_column("nomination", "shows_health")
    op.drop_column("nomination", "tells_health")
    op.drop_column("nomination", "is_trustee")

    op.drop_column("contact", "left_on")
    op.drop_column("contact", "comes_second")

    with op.batch_alter_table("endorsement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_endorsement_nomination_id"))

    op.drop_table("endorsement")
    with op.batch_alter_table("call_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_call_answer_call_asked_id"))

    op.drop_table("call_answer")
    with op.batch_alter_table("arrival", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_arrival_role_profile_id"))
        batch_op.drop_index(batch_op.f("ix_arrival_organisation_id"))

    op.drop_table("arrival")
