"""Who named whom, when and in which words; and those who never said yes."""

from dataclasses import dataclass, replace
from random import Random

from recruit.seed.names import Names
from recruit.seed.newcomers import ways_to_reach
from recruit.seed.organisations import BACKGROUNDS, OrganisationRecord
from recruit.seed.people import PersonRecord
from recruit.seed.specification import chance, drawn, happens, seed_list

LAPSE_DAYS = 28
DAYS_WAITING = (2, 9, 16, 22, 26)
LAPSED, DECLINED = 9, 8
IN_ANOTHER_SPELLING = "in another spelling"
HEALTH = "health disclosed"


@dataclass(frozen=True)
class NominationRecord:
    """One person put forward.

    `candidate` is None for who never said yes; `days_ago` replaces `named` for who still may.
    """

    key: str
    organisation: str
    name: str
    contact_way: str
    email: str | None
    phone: str | None
    post_address: str | None
    how_known: str
    relation: str
    seen_do_well: str
    candidate: str | None = None
    named: int | None = None
    days_ago: int | None = None
    ended: str | None = None
    flags: frozenset[str] = frozenset()


def nominations_of(people: tuple[PersonRecord, ...]) -> tuple[NominationRecord, ...]:
    """The nomination behind everybody who was named and said yes; two for six of them."""
    named = [person for person in people if person.named_by]
    told = iter(seed_list("clauses")["discloses_health"])
    records = [
        _nomination(person, person.named_by, "first", next(told, None) if _tells(person) else None)
        for person in named
    ]
    again = [person for person in named if person.also_named_by]
    records += [_second(person, is_misspelt=place == 0) for place, person in enumerate(again)]
    return tuple(records)


def unanswered(organisations: list[OrganisationRecord], names: Names) -> tuple[NominationRecord, ...]:
    """Nobody's candidates: nine that lapsed and eight that said no; only the journal remembers them."""
    luck = chance("unanswered")
    endings = ["lapsed"] * LAPSED + ["declined"] * DECLINED
    return tuple(
        _of_a_stranger(
            luck, f"{ending}-{place}", organisation, names, named=luck.randrange(3, 30), ended=ending
        )
        for place, (ending, organisation) in enumerate(zip(endings, organisations, strict=True))
    )


def waiting(organisations: list[OrganisationRecord], names: Names) -> tuple[NominationRecord, ...]:
    """Five named in the last four weeks who may still answer.

    Two of these nominations hold two people, and two can only be asked by telephone.
    """
    luck = chance("waiting")
    records = [
        _of_a_stranger(luck, f"waiting-{place}", organisation, names, days_ago=days, of_two=place in (1, 3))
        for place, (days, organisation) in enumerate(zip(DAYS_WAITING, organisations, strict=True))
    ]
    return (*(_without_email(record) for record in records[:2]), *records[2:])


def _without_email(record: NominationRecord) -> NominationRecord:
    return replace(record, contact_way="phone", email=None, post_address=None)


def _tells(person: PersonRecord) -> bool:
    return HEALTH in person.flags


def _nomination(
    person: PersonRecord, organisation: str, which: str, discloses: str | None = None
) -> NominationRecord:
    luck = chance("nomination", person.key, which)
    return NominationRecord(
        key=f"{person.key}-{which}",
        organisation=organisation,
        name=person.name,
        contact_way=person.contact_way,
        email=person.email,
        phone=person.phone,
        post_address=person.post_address,
        candidate=person.key,
        named=max(1, person.registered - luck.randint(2, 12)),
        flags=frozenset({HEALTH} if discloses else ()),
        **_words(luck, discloses),
    )


def _second(person: PersonRecord, *, is_misspelt: bool) -> NominationRecord:
    record = _nomination(person, person.also_named_by, "second")
    if not is_misspelt:
        return record
    first, family = person.name.split(" ", 1)
    return replace(
        _without_email(record),
        name=f"{first} {family[:-1]}{family[-1] * 2}",
        phone="07700 900199",
        flags=frozenset({IN_ANOTHER_SPELLING}),
    )


def _of_a_stranger(
    luck: Random,
    key: str,
    organisation: OrganisationRecord,
    names: Names,
    *,
    of_two: bool = False,
    **ends: object,
) -> NominationRecord:
    name = names.fresh(luck, drawn(luck, BACKGROUNDS), luck.choice(("female", "male")))
    reached = ways_to_reach(luck, name, organisation.area or "elsewhere", is_older=happens(luck, 0.4))
    if reached["contact_way"] == "through someone":
        reached["contact_way"] = "phone"
    reached.pop("through_whom", None)
    first, family = name.split(" ", 1)
    return NominationRecord(
        key=key,
        organisation=organisation.key,
        name=f"{first} and Robin {family}" if of_two else name,
        flags=frozenset({"two people"} if of_two else ()),
        **({"post_address": None} | reached),
        **_words(luck),
        **ends,
    )


def _words(luck: Random, discloses: str | None = None) -> dict[str, str]:
    clauses = seed_list("clauses")
    example = luck.choice(clauses["seen_do_well"])
    return {
        "how_known": luck.choice(clauses["how_known"]),
        "relation": drawn(
            luck, {"none": 0.8, "works for us": 0.05, "paid at times": 0.05, "family or friend": 0.1}
        ),
        "seen_do_well": f"{example} {discloses}" if discloses else example,
    }
