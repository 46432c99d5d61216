"""The sixty organisations, the people there whom we write to, and who answers a call."""

from dataclasses import dataclass
from random import Random

from recruit.reference.areas import area_code
from recruit.reference.personas import NOMINATING_ORGANISATION, persona
from recruit.seed.names import a_name
from recruit.seed.specification import chance, drawn, happens, specification

ANSWERS = {
    "charity": 0.55,
    "gp_practice_ppg": 0.45,
    "adult_social_care_director": 0.75,
    "local_champion": 0.9,
    "faith_or_community": 0.4,
    "commissioner": 1.0,
    "nhs_provider": 0.8,
    "research": 1.0,
    "education": 0.5,
}
AFTER_A_REMINDER = 0.5
NAMES_GIVEN = {1: 0.45, 2: 0.3, 3: 0.15, 4: 0.05, 5: 0.03, 6: 0.02}
BACKGROUNDS = {
    "british": 5,
    "irish": 1,
    "caribbean": 1,
    "african": 1,
    "gujarati": 1,
    "punjabi": 1,
    "arab": 0.5,
}


@dataclass(frozen=True)
class OrganisationRecord:
    """One nominating organisation; `area` is None where it works across all boroughs."""

    key: str
    name: str
    kind: str
    area: str | None
    reach: tuple[str, ...]
    contact_name: str
    contact_email: str | None
    contact_phone: str


def the_organisations() -> tuple[OrganisationRecord, ...]:
    luck = chance("organisations")
    return tuple(_organisation(raw, luck) for raw in specification()["organisations"])


def _organisation(raw: dict, luck: Random) -> OrganisationRecord:
    name = a_name(luck, drawn(luck, BACKGROUNDS), luck.choice(("female", "male")))
    address = f"{raw['id'].lower()}@example.org"
    if raw["name"] == NOMINATING_ORGANISATION:
        name, address = persona("nominator").name, persona("nominator").email
    return OrganisationRecord(
        key=raw["id"],
        name=raw["name"],
        kind=raw["type"],
        area=area_code(raw["borough"]) if raw["borough"] else None,
        reach=tuple(raw["reach"]),
        contact_name=name,
        contact_email=address,
        contact_phone=f"020 7946 {luck.randrange(100, 1000):04d}",
    )


def names_given(
    organisations: tuple[OrganisationRecord, ...], at_least: dict[str, int], total: int
) -> dict[str, int]:
    """How many people each organisation puts forward in the first call; the sum is `total`."""
    luck = chance("answers to the first call")
    given = {each.key: at_least.get(each.key, 0) for each in organisations}
    for each in organisations:
        if _answers(each.kind, luck):
            given[each.key] = max(given[each.key], drawn(luck, NAMES_GIVEN))
    while sum(given.values()) != total:
        key = luck.choice(sorted(given))
        if sum(given.values()) < total and 0 < given[key] < 6:
            given[key] += 1
        elif sum(given.values()) > total and given[key] > max(1, at_least.get(key, 0)):
            given[key] -= 1
    return given


def _answers(kind: str, luck: Random) -> bool:
    return happens(luck, ANSWERS[kind]) or happens(luck, AFTER_A_REMINDER)
