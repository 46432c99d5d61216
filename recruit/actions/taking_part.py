"""What a person tells us once they are in: in their own words, about being there, and about needs."""

from datetime import datetime
from typing import Any

from recruit.actions.about_you import write
from recruit.actions.journal import record
from recruit.actions.vault import seal_needs
from recruit.extensions import db
from recruit.models.candidates import Candidate, SeenBy
from recruit.models.taking_part import TakingPart, TouchesWork
from recruit.queries.taking_part import SEALED, TOLD, WRITTEN, YES, taking_part_of


def tell(candidate: Candidate, question: str, given: dict[str, Any], *, now: datetime) -> None:
    """Keep the answer to one later question."""
    if question in WRITTEN:
        readers = SeenBy.CONTACT_ONLY if given["contact_only"] else SeenBy.PANEL
        write(candidate, question, given[question], readers)
    elif question in SEALED:
        seal_needs(candidate, given)
    elif question in TOLD:
        setattr(_row_of(candidate), question, given[question])
    elif question == "wants_call":
        _row_of(candidate).wants_call = given["wants_call"] == YES
    else:
        _row_of(candidate).touches_work = TouchesWork(given["touches_work"])
        candidate.declared_interest = given["interest"] or None
    record("told a later answer", candidate, by=candidate, now=now)


def note_balance_was_asked(candidate: Candidate, *, now: datetime) -> None:
    """The balance questions are put once; after that they wait until somebody wants to change them."""
    _row_of(candidate).balance_asked_at = now
    db.session.flush()


def _row_of(candidate: Candidate) -> TakingPart:
    row = taking_part_of(candidate)
    if row is None:
        row = TakingPart(candidate_id=candidate.id)
        db.session.add(row)
    return row
