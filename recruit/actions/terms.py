"""How a term begins, ends before its time, or runs out."""

from datetime import date, datetime

from flask_babel import gettext as _
from sqlalchemy import select

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.candidates import Candidate
from recruit.models.seats import RAN_OUT, Term
from recruit.models.states import TermState, may_become


def end_term(
    term: Term, *, on: date, because: str | None, by: Account | Candidate | None, now: datetime
) -> None:
    """End a term; `on` is the first day that is not served any more."""
    if not may_become(term.state, TermState.ENDED):
        raise Refused(_("This term has ended already."))
    was = term.state
    term.state, term.ends_on, term.ended_because = TermState.ENDED, on, because
    record("term ended", term, by=by, now=now, was=was)


def begin_terms(*, today: date, now: datetime) -> int:
    """Let every planned term begin whose day has come; say how many."""
    due = select(Term).where(Term.state == TermState.PLANNED, Term.starts_on <= today, Term.ends_on > today)
    terms = list(db.session.scalars(due))
    for term in terms:
        term.state = TermState.SERVING
        record("term began", term, by=None, now=now)
    db.session.flush()
    return len(terms)


def end_terms(*, today: date, now: datetime) -> int:
    """End every term that has run out; say how many."""
    over = select(Term).where(Term.state != TermState.ENDED, Term.ends_on <= today)
    terms = list(db.session.scalars(over))
    for term in terms:
        end_term(term, on=term.ends_on, because=term.ended_because or RAN_OUT, by=None, now=now)
    db.session.flush()
    return len(terms)
