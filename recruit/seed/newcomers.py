"""People of a wave who are nobody's invention but chance's."""

from random import Random

from recruit.reference.areas import area_name
from recruit.seed.marginals import Sketch, sketches
from recruit.seed.names import Names, bank_for
from recruit.seed.organisations import OrganisationRecord
from recruit.seed.people import PersonRecord
from recruit.seed.profiles import communities_of, lived_by, skills_of
from recruit.seed.specification import chance, drawn, happens, seed_list
from recruit.seed.texts import statements_of
from recruit.seed.times import free_times, hours_offered, ways_to_meet, weeks_away

HEARD = {"group": 3, "health": 3, "friend": 2, "poster": 1, "online": 1, "council": 0.5}
LAY_STATUS = {"no": 0.8, "now": 0.05, "in the past": 0.12, "not sure": 0.03}
SKILLS_OF_THE_ADVISORY_GROUP = ("strategic", "challenge", "consensus", "reading_papers", "codesign")


def people_of_a_wave(
    wave: int, letter: str, named_by: list[OrganisationRecord | None], *, names: Names, begins: int, days: int
) -> tuple[PersonRecord, ...]:
    """One person for each place; whoever came on their own has no organisation."""
    luck = chance("wave", wave)
    return tuple(
        _person(
            chance("person", wave, place),
            f"{letter}{place:03d}",
            wave,
            who,
            names,
            begins + luck.randrange(days),
        )
        for place, who in enumerate(sketches(luck, named_by), start=1)
    )


def _person(luck: Random, key: str, wave: int, who: Sketch, names: Names, registered: int) -> PersonRecord:
    skills, lived, communities = (
        _not_the_best(skills_of(luck, who)),
        lived_by(luck, who),
        communities_of(luck, who),
    )
    name = names.fresh(
        luck, bank_for(luck, tuple(code for code, _, _ in communities), who.ethnic_group), who.sex
    )
    is_single = happens(luck, 0.12 if who.kind == "charity" else 0.04)
    lived_codes = {code for code, _, _ in lived}
    return PersonRecord(
        key=key,
        wave=wave,
        name=name,
        named_by=who.organisation.key if who.organisation else None,
        heard="named" if who.organisation else drawn(luck, HEARD),
        lay_status=drawn(luck, LAY_STATUS),
        registered=registered,
        about_done=registered + luck.randint(1, 9),
        skills=skills,
        lived=lived,
        communities=communities,
        declared_interest=luck.choice(seed_list("clauses")["declared"]) if happens(luck, 0.09) else None,
        statements=statements_of(
            luck,
            skills=skills,
            lived=lived,
            communities=communities,
            single_issue=is_single,
            speaks_another_language=_speaks_another(luck, who, skills),
        ),
        contact_only=("lived_text",) if happens(luck, 0.12) else (),
        flags=_flags(luck, who, is_single, "unpaid_carer" in lived_codes),
        **_as_sketched(who),
        **_time_for_it(luck, who, lived_codes),
        **ways_to_reach(luck, name, who.area, is_older=who.is_older),
    )


def _as_sketched(who: Sketch) -> dict[str, str]:
    return {
        "sex": who.sex,
        "age": who.age,
        "ethnic_group": who.ethnic_group,
        "employment": who.employment,
        "strategic": who.strategic,
        "area": who.area,
    }


def _time_for_it(luck: Random, who: Sketch, lived_codes: set[str]) -> dict[str, object]:
    is_parent = "parent_carer" in lived_codes
    hours, hours_per = hours_offered(luck, is_carer="unpaid_carer" in lived_codes)
    online, in_person = ways_to_meet(luck, who)
    return {
        "free": free_times(luck, who, is_parent=is_parent),
        "away": weeks_away(luck),
        "hours": hours,
        "hours_per": hours_per,
        "school_hours_only": is_parent and happens(luck, 0.8),
        "term_time_only": is_parent and happens(luck, 0.8),
        "meets_online": online,
        "meets_in_person": in_person,
    }


def _speaks_another(luck: Random, who: Sketch, skills: tuple[tuple[str, float], ...]) -> bool:
    return "languages" in dict(skills) or happens(luck, 0.6 if who.kind == "faith_or_community" else 0.2)


def ways_to_reach(luck: Random, name: str, area: str, *, is_older: bool) -> dict[str, str | None]:
    """An address that leads nowhere, and the way a person prefers; not everybody has e-mail."""
    phone = f"07700 900{luck.randrange(200, 1000)}"
    if happens(luck, 0.22 if is_older else 0.05):
        way = drawn(luck, {"phone": 0.5, "post": 0.3, "text": 0.1, "through someone": 0.1})
        return {
            "email": None,
            "phone": phone,
            "contact_way": way,
            "post_address": f"{luck.randrange(1, 99)} Invented Row, {area_name(area)}"
            if way == "post"
            else None,
            "through_whom": "My daughter, on the same number" if way == "through someone" else None,
        }
    address = name.lower().replace(" ", ".").replace("'", "")
    return {
        "email": f"{address}@example.org",
        "phone": phone,
        "contact_way": drawn(luck, {"email": 0.8, "text": 0.12, "phone": 0.08}),
    }


def _not_the_best(skills: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """Nobody by chance holds every skill of the advisory group: that is kept for five who lack the hours."""
    if set(SKILLS_OF_THE_ADVISORY_GROUP) <= set(dict(skills)):
        return tuple((code, strength) for code, strength in skills if code != "codesign")
    return skills


def _flags(luck: Random, who: Sketch, single_issue: bool, is_carer: bool) -> frozenset[str]:
    return frozenset(
        name
        for name, is_so in (
            ("single issue", single_issue),
            ("many existing roles", who.kind in ("commissioner", "research") and happens(luck, 0.4)),
            ("carer cover", is_carer and happens(luck, 0.5)),
        )
        if is_so
    )
