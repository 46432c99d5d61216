"""Telling whoever put somebody forward how it went: once, and only when that person agreed to it."""

from datetime import datetime

from flask_babel import gettext as _

from recruit.messages.nominations import nominator_told
from recruit.models.candidacies import Candidacy
from recruit.models.states import Decision
from recruit.queries.nominees import nominations_to_tell


def tell_nominators(candidacy: Candidacy, decision: Decision, *, now: datetime) -> None:
    """The outcome in a sentence; never a reason, which is for the person alone."""
    outcomes = {
        Decision.CHOSEN: _("They were chosen."),
        Decision.NEXT_IN_LINE: _("They are next in line: they can start as soon as a seat is free."),
        Decision.NOT_THIS_TIME: _("They were not chosen this time."),
    }
    for nomination in nominations_to_tell(candidacy.candidate_id, candidacy.role_profile_id):
        nomination.outcome_told_at = now
        nominator_told(nomination, outcomes[decision], now=now)
