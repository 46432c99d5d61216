"""make tables for meetings, papers, hours, expenses, bad weeks, and what people ask of us."""

import sqlalchemy as sa
from alembic import op

from recruit.storage import Instant

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))

    op.create_table(
        "bad_week",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("until", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidate.id"],
            name=op.f("fk_bad_week_candidate_id_candidate"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bad_week")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("bad_week", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bad_week_candidate_id"), ["candidate_id"], unique=True)

    op.create_table(
        "calendar_feed",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidate.id"],
            name=op.f("fk_calendar_feed_candidate_id_candidate"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feed")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("calendar_feed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_feed_candidate_id"), ["candidate_id"], unique=True)

    op.create_table(
        "concern",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("named_person_id", sa.Uuid(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("somebody_may_be_hurt", sa.Boolean(), nullable=False),
        sa.Column("told_at", Instant(), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["answered_by_id"],
            ["account.id"],
            name=op.f("fk_concern_answered_by_id_account"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidate.id"],
            name=op.f("fk_concern_candidate_id_candidate"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_concern_group_id_group"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["named_person_id"],
            ["account.id"],
            name=op.f("fk_concern_named_person_id_account"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_concern_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concern")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("concern", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_concern_answered_by_id"), ["answered_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_concern_candidate_id"), ["candidate_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_concern_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_concern_named_person_id"), ["named_person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_concern_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "expense",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("candidate_id", sa.Uuid(), nullable=True),
        sa.Column("payee_number", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("pence", sa.Integer(), nullable=False),
        sa.Column("spent_on", sa.Date(), nullable=False),
        sa.Column("claimed_at", Instant(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("paid_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidate.id"],
            name=op.f("fk_expense_candidate_id_candidate"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["paid_by_id"], ["account.id"], name=op.f("fk_expense_paid_by_id_account"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_expense_programme_id_programme"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expense")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("expense", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_expense_candidate_id"), ["candidate_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_expense_paid_by_id"), ["paid_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_expense_programme_id"), ["programme_id"], unique=False)

    op.create_table(
        "apology",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("said_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidate.id"],
            name=op.f("fk_apology_candidate_id_candidate"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_apology_meeting_id_meeting"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_apology")),
        sa.UniqueConstraint("candidate_id", "meeting_id", name=op.f("uq_apology_candidate_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("apology", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_apology_candidate_id"), ["candidate_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_apology_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "hours_spent",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("in_meeting", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("travelling", sa.Integer(), nullable=False),
        sa.Column("noted_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidate.id"],
            name=op.f("fk_hours_spent_candidate_id_candidate"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_hours_spent_meeting_id_meeting"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hours_spent")),
        sa.UniqueConstraint("candidate_id", "meeting_id", name=op.f("uq_hours_spent_candidate_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("hours_spent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hours_spent_candidate_id"), ["candidate_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hours_spent_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "paper",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("url", sa.String(length=400), nullable=True),
        sa.Column("added_at", Instant(), nullable=False),
        sa.Column("added_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["account.id"], name=op.f("fk_paper_added_by_id_account"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_paper_meeting_id_meeting"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("paper", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_paper_added_by_id"), ["added_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_paper_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "second_look",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("candidacy_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["answered_by_id"],
            ["account.id"],
            name=op.f("fk_second_look_answered_by_id_account"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["candidacy_id"],
            ["candidacy.id"],
            name=op.f("fk_second_look_candidacy_id_candidacy"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second_look")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("second_look", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_second_look_answered_by_id"), ["answered_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_second_look_candidacy_id"), ["candidacy_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("second_look", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_second_look_candidacy_id"))
        batch_op.drop_index(batch_op.f("ix_second_look_answered_by_id"))

    op.drop_table("second_look")
    with op.batch_alter_table("paper", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_paper_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_paper_added_by_id"))

    op.drop_table("paper")
    with op.batch_alter_table("hours_spent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_hours_spent_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_hours_spent_candidate_id"))

    op.drop_table("hours_spent")
    with op.batch_alter_table("apology", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_apology_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_apology_candidate_id"))

    op.drop_table("apology")
    with op.batch_alter_table("expense", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_expense_programme_id"))
        batch_op.drop_index(batch_op.f("ix_expense_paid_by_id"))
        batch_op.drop_index(batch_op.f("ix_expense_candidate_id"))

    op.drop_table("expense")
    with op.batch_alter_table("concern", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_concern_programme_id"))
        batch_op.drop_index(batch_op.f("ix_concern_named_person_id"))
        batch_op.drop_index(batch_op.f("ix_concern_group_id"))
        batch_op.drop_index(batch_op.f("ix_concern_candidate_id"))
        batch_op.drop_index(batch_op.f("ix_concern_answered_by_id"))

    op.drop_table("concern")
    with op.batch_alter_table("calendar_feed", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calendar_feed_candidate_id"))

    op.drop_table("calendar_feed")
    with op.batch_alter_table("bad_week", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bad_week_candidate_id"))

    op.drop_table("bad_week")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_column("version")
