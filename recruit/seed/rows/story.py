"""The whole story as rows, told until the day of its calendar."""

from recruit.queries.matches.planning import Solved
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
from recruit.seed.rows.people import day_of_registering, write_people
from recruit.seed.rows.places import write_groups, write_organisations, write_programme, write_staff
from recruit.seed.rows.serving import write_serving
from recruit.seed.story_days import Calendar


def the_story(calendar: Calendar, solved: Solved) -> Ledger:
    """`solved` is the plan that was published; it is not needed before that day."""
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
    registered = {person.key: day_of_registering(person, calendar) for person in people}
    write_candidacies(ledger, funnel, registered, calendar)
    write_workshops(ledger, funnel, present, calendar)
    write_shortlists(ledger, funnel, calendar)
    write_waivers(ledger, _without_the_essential(people), calendar)
    write_memberships(ledger, funnel, present, calendar)
    write_serving(ledger, calendar, solved)
    write_journal(ledger, present, calendar)
    write_messages(ledger, present, calendar)
    return ledger


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
