"""What the worker does by itself: messages to deliver, and rules that run by the clock."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from recruit.actions.groups import hold_meetings
from recruit.actions.messages import release_after_bad_week
from recruit.actions.nominations import lapse_nominations, remind_nominees
from recruit.actions.offers import lapse_offers
from recruit.actions.refreshes import PROPOSE, ask_for_refreshes, propose_refresh
from recruit.actions.registrations import forget_old_drafts
from recruit.actions.retention import forget_candidates, forget_spent
from recruit.actions.terms import begin_terms, end_terms
from recruit.extensions import db
from recruit.messages.delivery import deliver, give_up
from recruit.messages.tray import DELIVER, RELEASE
from recruit.models.jobs import ask
from recruit.models.programmes import Programme
from recruit.models.seats import Term
from recruit.queries.matches.refreshing import refresh_worked_out
from recruit.storage import reading

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    return datetime.now(LONDON).date()


def deliver_message(message_id: str) -> None:
    deliver(UUID(message_id), now=now())


def release_message(message_id: str) -> None:
    release_after_bad_week(UUID(message_id), now=now())


def give_up_message(message_id: str, because: str) -> None:
    give_up(UUID(message_id), because=because)


def propose(programme_id: str, because_term_id: str | None) -> None:
    """Work out a refresh while everybody else may write, then lay it before staff."""
    with reading(db.session):
        _, term = _programme_and_term(programme_id, because_term_id)
        found = refresh_worked_out(UUID(programme_id), because_term=term, today=today())
    programme, term = _programme_and_term(programme_id, because_term_id)
    propose_refresh(programme, found, because_term=term, now=now())


def _programme_and_term(programme_id: str, term_id: str | None) -> tuple[Programme, Term | None]:
    """A term may be gone: whoever held it may have been erased since."""
    term = db.session.get(Term, UUID(term_id)) if term_id else None
    return db.session.get_one(Programme, UUID(programme_id)), term


# The rules that run by the clock: each is a job of its own, once an hour, whoever asks for it.
CHORES: dict[str, Callable[[], object]] = {
    "lapse-nominations": lambda: lapse_nominations(now=now()),
    "remind-nominees": lambda: remind_nominees(now=now()),
    "lapse-offers": lambda: lapse_offers(now=now()),
    "end-terms": lambda: end_terms(today=today(), now=now()),
    "begin-terms": lambda: begin_terms(today=today(), now=now()),
    "propose-refreshes": lambda: ask_for_refreshes(today=today(), now=now()),
    "hold-meetings": lambda: hold_meetings(now=now()),
    "forget-candidates": lambda: forget_candidates(now=now()),
    "forget-spent": lambda: forget_spent(now=now()),
    "forget-old-drafts": lambda: forget_old_drafts(now=now()),
}

# What a job of each kind does, and what is done when it has failed for good.
HANDLERS: dict[str, Callable[..., object]] = {
    DELIVER: deliver_message,
    RELEASE: release_message,
    PROPOSE: propose,
    **CHORES,
}
WHEN_DEAD: dict[str, Callable[..., None]] = {DELIVER: give_up_message}


def ask_for_chores() -> None:
    """Write down what is due this hour; keys make it safe to ask twice."""
    hour = now().replace(minute=0, second=0, microsecond=0)
    for chore in CHORES:
        ask(chore, f"{chore}:{hour:%Y-%m-%dT%H}", run_at=hour)
    db.session.commit()


def run(kind: str, payload: dict[str, Any]) -> None:
    HANDLERS[kind](**payload)


def bury(kind: str, payload: dict[str, Any], because: str) -> None:
    if kind in WHEN_DEAD:
        WHEN_DEAD[kind](**payload, because=because)
