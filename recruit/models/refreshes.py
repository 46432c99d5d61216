"""Who could fill what is or will be empty, everyone else kept."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.columns import Key, belongs_to, tie
from recruit.models.programmes import Programme
from recruit.models.seats import Term
from recruit.models.states import ProposalState


class RefreshProposal(db.Model):
    """Made when a seat falls empty; `points` is the curve of 0, 1, 2 ... changes, a plan at each."""

    __tablename__ = "refresh_proposal"

    id: Mapped[Key]
    programme_id: Mapped[UUID] = belongs_to("programme.id")
    because_term_id: Mapped[UUID | None] = belongs_to("term.id", when_gone="SET NULL")
    state: Mapped[ProposalState]
    made_at: Mapped[datetime]
    starts_on: Mapped[date]
    points: Mapped[list[dict[str, Any]]] = mapped_column(db.JSON)
    chosen_changes: Mapped[int | None]
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[UUID | None] = belongs_to("account.id", when_gone="SET NULL")
    reason: Mapped[str | None] = mapped_column(String(1000))
    version: Mapped[int] = mapped_column(default=1)

    programme: Mapped[Programme] = tie()
    because_term: Mapped[Term | None] = tie()
    decided_by: Mapped[Account | None] = tie()

    __mapper_args__ = {"version_id_col": version}
