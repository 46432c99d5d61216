"""How a person vanishes: every row of theirs, and their name wherever we wrote it; paid money stays without them."""

import json
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, or_, select, update

from recruit.actions.candidates_leaving import withdraw_candidate
from recruit.actions.journal import record
from recruit.actions.vault import erase_answers
from recruit.extensions import db
from recruit.models.candidates import Candidate, Draft
from recruit.models.costs import Expense
from recruit.models.nominations import Nomination
from recruit.models.states import NominationState
from recruit.queries.leaving import candidacies_to_end
from recruit.queries.refreshes import terms_of_candidate
from recruit.queries.register import OUR_WORDS
from recruit.queries.same_person import numbers_in, plain_name

TAKEN_OUT = "[name taken out]"
# Shorter than this, a word of somebody's could be a word of anybody's.
SHORTEST_NAME = 4


def erase_candidate(candidate: Candidate, *, today: date, now: datetime) -> None:
    """End all they hold with us, ask who could follow, and leave no trace but what must stay."""
    if candidacies_to_end(candidate.id) or terms_of_candidate(candidate.id):
        withdraw_candidate(candidate, because=None, by=candidate, today=today, now=now)
    leave_no_trace(candidate, now=now)


def leave_no_trace(candidate: Candidate, *, now: datetime) -> None:
    """Delete a person with all that hangs on them; the journal keeps ids that lead to nobody."""
    record("candidate erased", candidate, by=None, now=now)
    erase_answers(candidate)
    _let_money_stay_alone(candidate)
    _forget_drafts(candidate)
    _forget_what_was_said_before_a_yes(candidate)
    secrets = [each for each in (candidate.name, candidate.email, candidate.phone) if each]
    candidate_id = candidate.id
    db.session.flush()
    db.session.expunge_all()
    db.session.execute(delete(Candidate).where(Candidate.id == candidate_id))
    _take_out([each for each in secrets if len(each) >= SHORTEST_NAME])


def _let_money_stay_alone(candidate: Candidate) -> None:
    """What was paid stays six years as an amount, a day and a number; what was not is given up."""
    theirs = Expense.candidate_id == candidate.id
    db.session.execute(delete(Expense).where(theirs, Expense.paid_on.is_(None)))
    db.session.execute(update(Expense).where(theirs).values(what="", candidate_id=None))


def _forget_drafts(candidate: Candidate) -> None:
    """A registration that is not finished may hold the same person."""
    marks = [candidate.id.hex, *(each for each in (candidate.email, candidate.phone) if each)]
    for draft in db.session.scalars(select(Draft)):
        told = json.dumps(draft.answers, ensure_ascii=False)
        if any(mark in told for mark in marks):
            db.session.delete(draft)


def _forget_what_was_said_before_a_yes(candidate: Candidate) -> None:
    """Somebody may have named them once more; the message about it goes with it."""
    waiting = select(Nomination).where(Nomination.state == NominationState.WAITING)
    for nomination in db.session.scalars(waiting):
        if plain_name(nomination.name) == plain_name(candidate.name) and _is_reached_alike(
            nomination, candidate
        ):
            db.session.execute(delete(Nomination).where(Nomination.id == nomination.id))


def _is_reached_alike(nomination: Nomination, candidate: Candidate) -> bool:
    same_email = bool(nomination.email) and nomination.email == candidate.email
    return same_email or bool(numbers_in(nomination.phone) & numbers_in(candidate.phone))


def _take_out(secrets: Sequence[str]) -> None:
    """Their name, address and number out of what we wrote to and about others."""
    for model, columns in OUR_WORDS:
        holds = [
            getattr(model, column).contains(each, autoescape=True) for column in columns for each in secrets
        ]
        for row in db.session.scalars(select(model).where(or_(*holds))):
            for column in columns:
                setattr(row, column, _without(getattr(row, column), secrets))
    db.session.flush()


def _without(words: Any, secrets: Sequence[str]) -> Any:
    if not words:
        return words
    whole = "|".join(re.escape(each) for each in secrets)
    return re.sub(rf"(?<!\w)(?:{whole})(?!\w)", TAKEN_OUT, words)
