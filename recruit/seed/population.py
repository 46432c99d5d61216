"""The whole demo population: sixty organisations, three waves of people, and how each of them got here."""

from dataclasses import dataclass
from functools import cache

from recruit.reference.personas import NOMINATING_ORGANISATION, PERSONAS, persona
from recruit.seed.cast import the_core
from recruit.seed.defects import with_defects
from recruit.seed.names import Names
from recruit.seed.newcomers import people_of_a_wave
from recruit.seed.nominations import (
    DAYS_WAITING,
    DECLINED,
    LAPSED,
    NominationRecord,
    nominations_of,
    unanswered,
    waiting,
)
from recruit.seed.organisations import OrganisationRecord, names_given, the_organisations
from recruit.seed.people import PersonRecord
from recruit.seed.specification import chance, specification
from recruit.seed.story_days import SECOND_WAVE, THIRD_WAVE

NEWCOMER = "P999"
HOPE_FOR_W5 = "T901"
SECOND_WAVE_NAMED, THIRD_WAVE_NAMED = 18, 9
OFTEN_UNHEARD = ("faith_or_community", "charity", "education")


@dataclass(frozen=True)
class Population:
    """Everybody in the story, and every nomination that was made in it."""

    organisations: tuple[OrganisationRecord, ...]
    people: tuple[PersonRecord, ...]
    nominations: tuple[NominationRecord, ...]

    def wave(self, number: int) -> tuple[PersonRecord, ...]:
        return tuple(person for person in self.people if person.wave == number)

    def person(self, key: str) -> PersonRecord:
        return next(person for person in self.people if person.key == key)


@cache
def the_population() -> Population:
    organisations = the_organisations()
    core = the_core()
    names = Names({person.name for person in core} | {each.name for each in PERSONAS})
    places, silent, may_answer = _first_call(organisations, core)
    first = people_of_a_wave(1, "P", places, names=names, begins=8, days=34)
    first = with_defects(first, organisations)
    second = people_of_a_wave(
        2, "S", _sought_out(organisations, 2, SECOND_WAVE_NAMED, 25), names=names, begins=SECOND_WAVE, days=20
    )
    third = people_of_a_wave(
        3, "T", _sought_out(organisations, 3, THIRD_WAVE_NAMED, 14), names=names, begins=THIRD_WAVE, days=28
    )
    people = (*core, *first, the_newcomer(), *second, *third, the_hope_for_w5())
    return Population(
        organisations=organisations,
        people=people,
        nominations=(*nominations_of(people), *unanswered(silent, names), *waiting(may_answer, names)),
    )


def _first_call(
    organisations: tuple[OrganisationRecord, ...], core: tuple[PersonRecord, ...]
) -> tuple[list[OrganisationRecord | None], list[OrganisationRecord], list[OrganisationRecord]]:
    """Who named the people who said yes, those who did not, and those who may yet."""
    counts = specification()["funnel"]["counts"]
    by_core = [person.named_by for person in core]
    at_least = {key: by_core.count(key) for key in by_core}
    given = names_given(organisations, at_least, counts["of_which_nominated"] - len(DAYS_WAITING))
    places = [each for each in organisations for _ in range(given[each.key] - at_least.get(each.key, 0))]
    luck = chance("first call")
    luck.shuffle(places)
    silent = [places.pop() for _ in range(LAPSED + DECLINED)]
    alone = counts["of_which_self_registered"] - 1
    may_answer = [
        each for each in organisations if each.kind == "charity" and each.name != NOMINATING_ORGANISATION
    ]
    return [*places, *[None] * alone], silent, luck.sample(may_answer, len(DAYS_WAITING))


def _sought_out(
    organisations: tuple[OrganisationRecord, ...], wave: int, named: int, count: int
) -> list[OrganisationRecord | None]:
    """Later waves come through the groups whose people had not been heard."""
    sources = [each for each in organisations if each.kind in OFTEN_UNHEARD]
    return [*chance("sought out", wave).choices(sources, k=named), *[None] * (count - named)]


def the_newcomer() -> PersonRecord:
    """Registered this week: the first stage is done, "About you" is not."""
    who = persona("newcomer")
    return PersonRecord(
        key=NEWCOMER,
        wave=1,
        name=who.name,
        sex="male",
        age="35-44",
        ethnic_group="White",
        employment="in work",
        strategic="none",
        area="ealing",
        named_by=None,
        heard="poster",
        email=who.email,
        phone="07700 900177",
        contact_way="email",
        registered=0,
        joined_days_ago=3,
    )


def the_hope_for_w5() -> PersonRecord:
    """Waits for a decision: chosen, she could sit on the fifth workstream beside its lonely partner."""
    return PersonRecord(
        key=HOPE_FOR_W5,
        wave=3,
        name="Ifrah Warsame",
        sex="female",
        age="25-34",
        ethnic_group="Black",
        employment="in work",
        strategic="some",
        area="brent",
        named_by="ORG53",
        email="ifrah.warsame@example.org",
        phone="07700 900188",
        contact_way="text",
        registered=THIRD_WAVE + 6,
        about_done=THIRD_WAVE + 8,
        skills=(("challenge", 0.8), ("consensus", 0.5), ("digital_data", 0.8), ("strategic", 0.5)),
        lived=(("hearing_loss", "carer_family", 0.8), ("parent_carer", "self", 0.8)),
        communities=(("parents_families", "leader", True), ("somali_horn", "leader", True)),
        free=((3, "evening"), (4, "morning")),
        hours="13 to 16",
        hours_per="month",
        meets_online=True,
        meets_in_person=True,
        statements=(
            ("lived_text", "My son is deaf. I book, I sign, I explain, and I do it again at the next desk."),
            (
                "skills_text",
                "I work with data for a bus company, and I made the rota for our mothers' circle: forty women, "
                "one phone each. When the first rota was unfair they told me, and we made the second one together.",
            ),
        ),
    )
