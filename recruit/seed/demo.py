"""Makes the demo: the story of the model case, told until today."""

from datetime import date, datetime

from recruit.actions.vault import seal_answers
from recruit.extensions import db
from recruit.models.candidates import Candidate
from recruit.models.vault import BalanceUse
from recruit.seed.equality_answers import equality_answers
from recruit.seed.funnel import the_funnel
from recruit.seed.people import PersonRecord
from recruit.seed.population import the_population
from recruit.seed.rows.asking import write_calls, write_roles
from recruit.seed.rows.choosing import (
    write_candidacies,
    write_memberships,
    write_shortlists,
    write_waivers,
    write_workshops,
)
from recruit.seed.rows.journal import write_journal
from recruit.seed.rows.ledger import Ledger
from recruit.seed.rows.messages import write_messages
from recruit.seed.rows.naming import write_nominations
from recruit.seed.rows.people import candidate_id, write_people
from recruit.seed.rows.places import write_groups, write_organisations, write_programme, write_staff
from recruit.seed.rows.serving import write_serving
from recruit.seed.story_days import Calendar, Moment


def make_demo(today: date, now: datetime, *, at: str = Moment.TODAY) -> None:
    """Fill an empty database; `at="before pairs"` stops when fifteen are chosen and nobody sits anywhere."""
    calendar = Calendar(today, now, Moment(at))
    population, funnel, ledger = the_population(), the_funnel(), Ledger()
    people = people_here(calendar)
    present = {person.key for person in people}
    write_programme(ledger)
    write_organisations(ledger, population.organisations)
    write_groups(ledger, calendar)
    write_staff(ledger)
    write_roles(ledger, calendar)
    write_calls(ledger, population, calendar)
    write_people(ledger, people, calendar, paused=funnel.paused)
    write_nominations(ledger, population, present, calendar)
    write_candidacies(ledger, funnel, present, calendar)
    write_workshops(ledger, funnel, present, calendar)
    write_shortlists(ledger, funnel, calendar)
    write_waivers(ledger, _without_the_essential(people), calendar)
    write_memberships(ledger, funnel, present, calendar)
    write_serving(ledger, calendar)
    write_journal(ledger, present, calendar)
    write_messages(ledger, present, calendar)
    ledger.write(db.session)
    _seal_equality_answers(people)


def people_here(calendar: Calendar) -> list[PersonRecord]:
    """Everybody who has registered by now, but for the two who asked to be deleted."""
    return [
        person
        for person in the_population().people
        if calendar.has_come(person.registered) and person.key not in the_funnel().erased
    ]


def _without_the_essential(people: list[PersonRecord]) -> list[str]:
    """Two who were next in line although they had not ticked what the role must have."""
    waived = [each.person for each in the_funnel().decisions(1) if each.decision == "next in line"]
    lacking = {person.key for person in people if "challenge" not in person.skill_codes}
    return [key for key in waived if key in lacking][:2]


def _seal_equality_answers(people: list[PersonRecord]) -> None:
    for person in people:
        given = equality_answers(person)
        if given is not None:
            answers, for_balance = given
            use = BalanceUse.COUNT_AND_BALANCE if for_balance else BalanceUse.COUNT_ONLY
            seal_answers(db.session.get_one(Candidate, candidate_id(person.key)), answers, use)
