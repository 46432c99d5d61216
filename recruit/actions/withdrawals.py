"""Somebody steps back for good: their roles, seats and questions end with them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from recruit.actions.journal import record
from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate
from recruit.models.groups import Membership
from recruit.models.plans import Offer
from recruit.models.seats import Term
from recruit.models.states import OfferState, Stage, TermState, may_become


def withdraw_candidate(candidate: Candidate, *, because: str, today: date, now: datetime) -> list[Term]:
    """End every candidacy, term, membership and open offer of a person; say which terms ended early."""
    for candidacy in _all_of(Candidacy, candidate):
        if may_become(candidacy.stage, Stage.WITHDRAWN):
            candidacy.stage, candidacy.stage_since = Stage.WITHDRAWN, now
            candidacy.withdrew_because = because
            record("candidacy withdrawn", candidacy, by=candidate, now=now)
    for offer in _all_of(Offer, candidate):
        if may_become(offer.state, OfferState.CANCELLED):
            offer.state, offer.answered_at = OfferState.CANCELLED, now
            record("offer cancelled", offer, by=candidate, now=now)
    for membership in _all_of(Membership, candidate):
        if membership.left_on is None or membership.left_on > today:
            membership.left_on = today
    ended = [term for term in _all_of(Term, candidate) if may_become(term.state, TermState.ENDED)]
    for term in ended:
        term.state, term.ended_because = TermState.ENDED, because
        term.ends_on = max(term.starts_on, min(term.ends_on, today))
        record("term ended", term, by=candidate, now=now)
    record("candidate withdrew", candidate, by=candidate, now=now, terms=len(ended))
    return ended


def _all_of(table: Any, candidate: Candidate) -> list[Any]:
    return list(db.session.scalars(select(table).where(table.candidate_id == candidate.id)))
