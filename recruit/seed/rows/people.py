"""The candidates, with everything they told us about themselves."""

from uuid import UUID

from recruit.models.candidates import (
    Candidate,
    Connection,
    Consent,
    ContactWay,
    FreeTime,
    HoursBand,
    HoursPer,
    LayStatus,
    Link,
    LivedExperience,
    PartOfDay,
    Perspective,
    Purpose,
    SeenBy,
    Skill,
    Statement,
    WeeksAway,
)
from recruit.models.organisations import Organisation
from recruit.seed.people import PersonRecord
from recruit.seed.rows.ledger import Ledger, row_id
from recruit.seed.story_days import PAUSE_BEGINS, PAUSE_ENDS, Calendar


def candidate_id(key: str) -> UUID:
    return row_id(Candidate, key)


def day_of_registering(person: PersonRecord, calendar: Calendar) -> int:
    return person.registered if person.joined_days_ago is None else calendar.day - person.joined_days_ago


def write_people(
    ledger: Ledger, people: list[PersonRecord], calendar: Calendar, *, paused: tuple[str, ...]
) -> None:
    """Everybody who has registered by now, numbered in the order in which they came."""
    in_order = sorted(people, key=lambda person: (day_of_registering(person, calendar), person.key))
    for number, person in enumerate(in_order, start=1):
        is_paused = person.key in paused and calendar.has_come(PAUSE_BEGINS)
        _write_person(ledger, person, number, calendar, is_paused=is_paused)
        _write_what_they_bring(ledger, person)
        _write_when_they_can(ledger, person, calendar)
        _write_consents(ledger, person, calendar)


def _write_person(
    ledger: Ledger, person: PersonRecord, number: int, calendar: Calendar, *, is_paused: bool
) -> None:
    day, told = day_of_registering(person, calendar), person.about_done
    ledger.add(
        Candidate,
        person.key,
        number=number,
        name=person.name,
        email=person.email,
        phone=person.phone,
        post_address=person.post_address,
        through_whom=person.through_whom,
        contact_way=ContactWay(person.contact_way),
        area=person.area,
        is_adult=True,
        lay_status=LayStatus(person.lay_status),
        heard=person.heard,
        registered_at=calendar.at(day, 11, number % 60),
        about_done_at=calendar.at(told, 15, number % 60)
        if told is not None and calendar.has_come(told)
        else None,
        nominated_by_id=row_id(Organisation, person.named_by) if person.named_by else None,
        hours=HoursBand(person.hours) if person.hours else None,
        hours_per=HoursPer(person.hours_per) if person.hours_per else None,
        max_workstreams=person.max_workstreams,
        school_hours_only=person.school_hours_only,
        term_time_only=person.term_time_only,
        meets_online=person.meets_online,
        meets_in_person=person.meets_in_person,
        paused_until=calendar.on(PAUSE_ENDS) if is_paused else None,
        declared_interest=person.declared_interest,
    )


def _write_what_they_bring(ledger: Ledger, person: PersonRecord) -> None:
    who = candidate_id(person.key)
    for code, strength in person.skills:
        ledger.add(Skill, f"{person.key}:{code}", candidate_id=who, code=code, strength=strength)
    for code, side, strength in person.lived:
        ledger.add(
            LivedExperience,
            f"{person.key}:{code}:{side}",
            candidate_id=who,
            code=code,
            perspective=Perspective(side),
            strength=strength,
        )
    for code, link, would_ask in person.communities:
        ledger.add(
            Connection,
            f"{person.key}:{code}",
            candidate_id=who,
            code=code,
            link=Link(link),
            would_ask=would_ask,
        )
    for question, text in person.statements:
        seen_by = SeenBy.CONTACT_ONLY if question in person.contact_only else SeenBy.PANEL
        ledger.add(
            Statement,
            f"{person.key}:{question}",
            candidate_id=who,
            field=question,
            text=text,
            seen_by=seen_by,
        )


def _write_when_they_can(ledger: Ledger, person: PersonRecord, calendar: Calendar) -> None:
    who = candidate_id(person.key)
    for weekday, part in person.free:
        ledger.add(
            FreeTime,
            f"{person.key}:{weekday}:{part}",
            candidate_id=who,
            weekday=weekday,
            part=PartOfDay(part),
        )
    for begins, ends in person.away:
        ledger.add(
            WeeksAway,
            f"{person.key}:{begins}",
            candidate_id=who,
            from_on=calendar.on(begins),
            to_on=calendar.on(ends),
        )


def _write_consents(ledger: Ledger, person: PersonRecord, calendar: Calendar) -> None:
    purposes = [Purpose.FIND_A_ROLE]
    if "many existing roles" not in person.flags:
        purposes.append(Purpose.KEEP_IN_MIND)
    if person.named_by:
        purposes.append(Purpose.TELL_NOMINATOR)
    for purpose in purposes:
        ledger.add(
            Consent,
            f"{person.key}:{purpose}",
            candidate_id=candidate_id(person.key),
            purpose=purpose,
            given_at=calendar.at(day_of_registering(person, calendar), 11, 59),
            taken_back_at=None,
        )
