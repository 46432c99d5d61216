"""The faults that are planted on purpose, so that the product can be seen to find them."""

from dataclasses import replace

from recruit.seed.newcomers import SKILLS_OF_THE_ADVISORY_GROUP
from recruit.seed.organisations import OrganisationRecord
from recruit.seed.people import PersonRecord
from recruit.seed.profiles import BACKED
from recruit.seed.specification import chance, seed_list
from recruit.seed.texts import one_line

NAMED_TWICE, HEALTH_DISCLOSED, ONE_LINE, UNDECLARED, SKILLED_WITHOUT_HOURS = 6, 3, 7, 4, 5


def with_defects(
    people: tuple[PersonRecord, ...], organisations: tuple[OrganisationRecord, ...]
) -> tuple[PersonRecord, ...]:
    """The same people in the same order; each fault falls on somebody else."""
    changed = {person.key: person for person in people}
    order = [person.key for person in people]
    chance("defects").shuffle(order)
    named = [key for key in order if changed[key].named_by]
    twice, told = named[:NAMED_TWICE], named[NAMED_TWICE : NAMED_TWICE + HEALTH_DISCLOSED]
    rest = [key for key in order if key not in (*twice, *told)]
    for key in twice:
        changed[key] = _named_twice(changed[key], organisations)
    for key in told:
        changed[key] = _flagged(changed[key], "health disclosed")
    for place, key in enumerate(rest[:ONE_LINE]):
        changed[key] = _flagged(
            changed[key], "one line", statements=one_line(chance("one line", place), place)
        )
    rest = rest[ONE_LINE:]
    for place, key in enumerate(rest[:UNDECLARED]):
        changed[key] = _undeclared(changed[key], place)
    for key in rest[UNDECLARED : UNDECLARED + SKILLED_WITHOUT_HOURS]:
        changed[key] = _skilled_without_hours(changed[key])
    return tuple(changed[person.key] for person in people)


def _flagged(person: PersonRecord, flag: str, **changes: object) -> PersonRecord:
    return replace(person, flags=person.flags | {flag}, **changes)


def _named_twice(person: PersonRecord, organisations: tuple[OrganisationRecord, ...]) -> PersonRecord:
    near = [each.key for each in organisations if each.area == person.area and each.key != person.named_by]
    others = near or [each.key for each in organisations if each.key != person.named_by]
    return _flagged(person, "named twice", also_named_by=chance("named twice", person.key).choice(others))


def _undeclared(person: PersonRecord, place: int) -> PersonRecord:
    said = seed_list("clauses")["undeclared"][place]
    texts = dict(person.statements)
    texts["skills_text"] = f"{said} {texts.get('skills_text', '')}".strip()
    return _flagged(person, "undeclared interest", statements=tuple(texts.items()), declared_interest=None)


def _skilled_without_hours(person: PersonRecord) -> PersonRecord:
    skills = dict(person.skills) | dict.fromkeys(SKILLS_OF_THE_ADVISORY_GROUP, BACKED)
    return _flagged(
        person,
        "skilled without the hours",
        skills=tuple(sorted(skills.items())),
        strategic="strong",
        hours="under 4",
        hours_per="month",
    )
