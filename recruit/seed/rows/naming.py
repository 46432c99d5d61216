"""The nominations that stand: accepted ones, and those that may still be answered."""

from datetime import datetime, timedelta
from uuid import UUID

from recruit.models.candidates import ContactWay
from recruit.models.nominations import Nomination, Relation
from recruit.models.roles import CallAsked
from recruit.models.states import NominationState
from recruit.seed.nominations import HEALTH, LAPSE_DAYS, NominationRecord
from recruit.seed.population import Population
from recruit.seed.rows.asking import open_call
from recruit.seed.rows.ledger import Ledger, row_id
from recruit.seed.rows.people import candidate_id
from recruit.seed.story_days import FIRST_CALL, SECOND_CALL, THIRD_CALL, Calendar

REMINDED_ON = (7, 21)
OPENED = {1: FIRST_CALL, 2: SECOND_CALL, 3: THIRD_CALL}


def write_nominations(ledger: Ledger, population: Population, present: set[str], calendar: Calendar) -> None:
    """`present` are the keys of those who have a candidate's row; whoever never said yes left none."""
    contacts = {each.key: each.contact_name for each in population.organisations}
    waves = {person.key: person.wave for person in population.people}
    for record in population.nominations:
        if record.days_ago is not None or record.candidate in present:
            # The first call brought the first wave, and so on.
            number = waves.get(record.candidate, open_call(calendar))
            _write_nomination(ledger, record, number, contacts[record.organisation], calendar)


def named_at(record: NominationRecord, calendar: Calendar, number: int) -> datetime:
    day = (
        calendar.day - record.days_ago
        if record.days_ago is not None
        else max(record.named, OPENED[number] + 1)
    )
    return calendar.at(day, 12, 20)


def nomination_id(record: NominationRecord) -> UUID:
    return row_id(Nomination, record.key)


def _write_nomination(
    ledger: Ledger, record: NominationRecord, number: int, nominator: str, calendar: Calendar
) -> None:
    at = named_at(record, calendar, number)
    ledger.add(
        Nomination,
        record.key,
        call_asked_id=row_id(CallAsked, f"{number}:{record.organisation}"),
        candidate_id=candidate_id(record.candidate) if record.candidate else None,
        state=NominationState.ACCEPTED if record.candidate else NominationState.WAITING,
        named_at=at,
        lapses_at=at + timedelta(days=LAPSE_DAYS),
        name=record.name,
        contact_way=ContactWay(record.contact_way),
        email=record.email,
        phone=record.phone,
        post_address=record.post_address,
        nominator_name=nominator,
        how_known=record.how_known,
        relation=Relation(record.relation),
        seen_do_well=record.seen_do_well,
        is_trustee=False,
        tells_health=HEALTH in record.flags,
        shows_health=False,
        reminders=_reminders(record),
        had_more_time=False,
    )


def _reminders(record: NominationRecord) -> int:
    """Whoever may still answer was reminded after one week, and after three."""
    return sum(record.days_ago >= days for days in REMINDED_ON) if record.days_ago is not None else 0
