"""The whole demo population: sixty organisations, three waves of people, and how each of them got here."""

from dataclasses import dataclass
from functools import cache

from recruit.reference.personas import NOMINATING_ORGANISATION, PERSONAS
from recruit.seed.cast import the_core
from recruit.seed.defects import with_defects
from recruit.seed.latecomers import the_fresh_strength, the_hope_for_w5, the_newcomer
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
    taken = {person.name for person in (*core, the_hope_for_w5(), the_fresh_strength())} | {
        each.name for each in PERSONAS
    }
    names = Names(taken)
    places, silent, may_answer = _first_call(organisations, core)
    first = people_of_a_wave(1, "P", places, names=names, begins=8, days=34)
    first = with_defects(first, organisations)
    second = people_of_a_wave(
        2, "S", _sought_out(organisations, 2, SECOND_WAVE_NAMED, 24), names=names, begins=SECOND_WAVE, days=20
    )
    third = people_of_a_wave(
        3, "T", _sought_out(organisations, 3, THIRD_WAVE_NAMED, 14), names=names, begins=THIRD_WAVE, days=28
    )
    people = (*core, *first, the_newcomer(), *second, the_fresh_strength(), *third, the_hope_for_w5())
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
