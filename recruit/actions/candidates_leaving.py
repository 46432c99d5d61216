"""How a person leaves: everything they held ends, and somebody is proposed for what falls empty."""

from datetime import date, datetime

from flask_babel import gettext as _

from recruit.actions.candidacies import step
from recruit.actions.journal import record
from recruit.actions.memberships import leave_group
from recruit.actions.offers import cancel_offer
from recruit.actions.refreshes import ask_for_refresh
from recruit.actions.refusals import Refused
from recruit.actions.terms import end_term
from recruit.extensions import db
from recruit.messages.refreshes import withdrawal_noted
from recruit.models.accounts import Account
from recruit.models.candidates import Candidate
from recruit.models.seats import Term
from recruit.models.states import Stage
from recruit.queries.leaving import (
    candidacies_to_end,
    consents_standing,
    memberships_to_end,
    programme_left_by,
)
from recruit.queries.plans import open_offers_to
from recruit.queries.refreshes import terms_of_candidate


def withdraw_candidate(
    candidate: Candidate, *, because: str | None, by: Candidate | Account, today: date, now: datetime
) -> None:
    """End all that a person holds with us, and ask the worker who could take their seats."""
    candidacies = candidacies_to_end(candidate.id)
    terms = terms_of_candidate(candidate.id)
    if not candidacies and not terms:
        raise Refused(_("You have withdrawn already."))
    for candidacy in candidacies:
        candidacy.withdrew_because = because
        step(candidacy, Stage.WITHDRAWN, by=by, now=now)
    for offer in open_offers_to(candidate.id):
        cancel_offer(offer, by=by, now=now)
    for membership in memberships_to_end(candidate.id):
        leave_group(membership, today=today)
    for consent in consents_standing(candidate.id):
        consent.taken_back_at = now
    for term in terms:
        end_term(term, on=max(today, term.starts_on), because=because, by=by, now=now)
    record("candidate withdrew", candidate, by=by, now=now, seats=len(terms))
    programme = programme_left_by(candidate.id)
    withdrawal_noted(candidate, programme=programme, terms=terms, now=now)
    _ask_for_successors(terms, today=today, now=now)


def leave_seat(
    term: Term, *, because: str | None, by: Candidate | Account, today: date, now: datetime
) -> None:
    """Step down from one seat and stay with us; the worker is asked who could follow."""
    end_term(term, on=max(today, term.starts_on), because=because, by=by, now=now)
    _ask_for_successors([term], today=today, now=now)


def _ask_for_successors(terms: list[Term], *, today: date, now: datetime) -> None:
    """One proposal a programme: it covers every seat that is empty there."""
    db.session.flush()
    last_of = {term.seat.group.programme: term for term in terms}
    for programme, term in last_of.items():
        ask_for_refresh(programme, because_term=term, about=term, today=today, now=now)
