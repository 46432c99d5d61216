"""A break: nobody is asked for anything until it is over."""

from datetime import date, datetime

from recruit.actions.journal import record
from recruit.models.candidates import Candidate


def pause_until(candidate: Candidate, until: date, *, now: datetime) -> None:
    candidate.paused_until = until
    record("candidate paused", candidate, by=candidate, now=now)


def come_back(candidate: Candidate, *, now: datetime) -> None:
    """End a break early; somebody who takes none is not noted."""
    if candidate.paused_until is not None:
        candidate.paused_until = None
        record("candidate came back", candidate, by=candidate, now=now)
