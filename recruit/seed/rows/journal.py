"""What happened, as the journal has it: ids, states and days, also of those of whom nothing else is left."""

from itertools import pairwise

from recruit.models.accounts import Account
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate
from recruit.models.events import Event
from recruit.models.nominations import Nomination
from recruit.models.organisations import Organisation
from recruit.models.plans import Offer, Plan
from recruit.models.programmes import Programme
from recruit.models.roles import Call
from recruit.models.seats import Term
from recruit.models.shortlists import Shortlist
from recruit.seed.funnel import the_funnel
from recruit.seed.history import the_terms
from recruit.seed.nominations import LAPSE_DAYS, NominationRecord
from recruit.seed.population import the_population
from recruit.seed.rows.choosing import SHORTLIST_DAYS, steps_so_far
from recruit.seed.rows.ledger import Ledger, row_id
from recruit.seed.rows.naming import OPENED
from recruit.seed.rows.people import day_of_registering
from recruit.seed.story_days import FIRST_CALL, PAIRS_PUBLISHED, Calendar

BY_THEMSELVES = {"registered", "interested", "withdrawn", "paused"}
DAYS_TO_SAY_NO = 4


class Journal:
    """Writes events in the order in which they are told, for days that have come."""

    def __init__(self, ledger: Ledger, calendar: Calendar) -> None:
        self._ledger, self._calendar, self._number = ledger, calendar, 0

    def tell(
        self,
        day: int,
        what: str,
        subject: tuple[type, object],
        *,
        by: tuple[type, object] | None = None,
        **detail: object,
    ) -> None:
        if not self._calendar.has_come(day):
            return
        self._number += 1
        self._ledger.add(
            Event,
            self._number,
            at=self._calendar.at(day, 9 + self._number % 8, self._number % 60),
            what=what,
            subject=subject[0].__tablename__,
            subject_id=row_id(*subject),
            by=by[0].__tablename__ if by else "night shift",
            by_id=row_id(*by) if by else None,
            detail=detail,
        )


def write_journal(ledger: Ledger, present: set[str], calendar: Calendar) -> None:
    journal = Journal(ledger, calendar)
    journal.tell(FIRST_CALL, "programme begun", (Programme, "programme"))
    for number, day in OPENED.items():
        journal.tell(day, "call sent", (Call, number), by=(Account, "coordinator"))
    for record in the_population().nominations:
        _tell_nomination(journal, record, calendar)
    _tell_people(journal, present, calendar)
    _tell_choosing(journal)
    _tell_serving(journal)


def _tell_nomination(journal: Journal, record: NominationRecord, calendar: Calendar) -> None:
    subject, by = (Nomination, record.key), (Organisation, record.organisation)
    if record.days_ago is not None:
        journal.tell(calendar.day - record.days_ago, "nomination submitted", subject, by=by)
        return
    journal.tell(record.named, "nomination submitted", subject, by=by)
    if record.candidate:
        registered = the_population().person(record.candidate).registered
        journal.tell(registered, "nomination accepted", subject, by=(Candidate, record.candidate))
    elif record.ended == "lapsed":
        journal.tell(record.named + LAPSE_DAYS, "nomination lapsed", subject)
    else:
        journal.tell(record.named + DAYS_TO_SAY_NO, "nomination declined", subject, by=subject)


def _tell_people(journal: Journal, present: set[str], calendar: Calendar) -> None:
    erased = the_funnel().erased
    for person in the_population().people:
        if person.key in present or person.key in erased:
            day, who = day_of_registering(person, calendar), (Candidate, person.key)
            journal.tell(day, "candidate registered", who, by=who)
    for key in erased:
        day = the_population().person(key).registered + 14
        journal.tell(day, "candidate erased", (Candidate, key), by=(Candidate, key))
    for (key, role), steps in the_funnel().steps.items():
        if key in present:
            _tell_steps(journal, key, role, calendar, [None, *steps_so_far(steps, calendar)])


def _tell_steps(journal: Journal, key: str, role: str, calendar: Calendar, steps: list) -> None:
    for before, step in pairwise(steps):
        by = (Candidate, key) if step.stage in BY_THEMSELVES else (Account, "coordinator")
        detail = {"was": before.stage} if before else {}
        journal.tell(step.day, f"candidacy {step.stage}", (Candidacy, f"{key}:{role}"), by=by, **detail)


def _tell_choosing(journal: Journal) -> None:
    for number, day in SHORTLIST_DAYS.items():
        journal.tell(day, "shortlist opened", (Shortlist, number), by=(Account, "coordinator"))


def _tell_serving(journal: Journal) -> None:
    journal.tell(PAIRS_PUBLISHED, "plan published", (Plan, "first"), by=(Account, "coordinator"))
    for term in the_terms():
        if term.by_override:
            journal.tell(term.offered, "plan published", (Plan, term.key), by=(Account, "coordinator"))
        journal.tell(term.offered + 2, "offer accepted", (Offer, term.key), by=(Candidate, term.person))
        journal.tell(term.begins, "term begun", (Term, term.key))
        if term.stopped is not None:
            journal.tell(term.stopped, "term ended", (Term, term.key), by=(Candidate, term.person))
