"""Who is in a wave before anybody says a word: borough, age, sex, background, work, and who named them."""

from dataclasses import dataclass
from random import Random

from recruit.reference.areas import BOROUGHS, ELSEWHERE
from recruit.reference.census import count_of
from recruit.seed.organisations import OrganisationRecord
from recruit.seed.specification import drawn, happens, specification, spread

DRAWN_BY_THE_CENTRE = {"westminster": 1.5, "hammersmith-and-fulham": 1.5}
SEEDED_GAP = {"hounslow": 0.6, "hillingdon": 0.6}
FROM_ELSEWHERE = 0.03
NEAR_WHO_NAMED_THEM = 0.6
OLDER, YOUNGER = {"65-74", "75-84", "85+"}, {"18-24", "25-34", "35-44"}
STRONG_IF_WHITE, STRONG_IF_NOT = 0.248, 0.133
WEIGHTS = "age_band (nominated pool, deliberately older than population)"


@dataclass(frozen=True)
class Sketch:
    """The bare outline of one person."""

    area: str
    age: str
    sex: str
    ethnic_group: str
    strategic: str
    employment: str
    organisation: OrganisationRecord | None

    @property
    def kind(self) -> str:
        return self.organisation.kind if self.organisation else ""

    @property
    def is_older(self) -> bool:
        return self.age in OLDER

    @property
    def is_younger(self) -> bool:
        return self.age in YOUNGER


def sketches(luck: Random, named_by: list[OrganisationRecord | None]) -> list[Sketch]:
    """One outline for each place of the wave; None stands for somebody who came on their own."""
    marginals, count = specification()["person_marginals"], len(named_by)
    areas = spread(luck, area_weights(), count)
    ages = spread(luck, marginals[WEIGHTS], count)
    sexes = spread(luck, marginals["sex"], count)
    groups = spread(luck, marginals["ethnic_group_5"], count)
    return [
        _sketch(luck, organisation, *outline)
        for organisation, *outline in zip(named_by, areas, ages, sexes, groups, strict=True)
    ]


def area_weights() -> dict[str, float]:
    """Adults in the census, more of them near the central venue, fewer where the gap is planted."""
    weights = {
        code: count_of(name, "population", "adults 18+")
        * DRAWN_BY_THE_CENTRE.get(code, 1)
        * SEEDED_GAP.get(code, 1)
        for code, name in BOROUGHS.items()
    }
    return weights | {ELSEWHERE: sum(weights.values()) * FROM_ELSEWHERE}


def _sketch(
    luck: Random, organisation: OrganisationRecord | None, area: str, age: str, sex: str, group: str
) -> Sketch:
    if organisation and organisation.area and happens(luck, NEAR_WHO_NAMED_THEM):
        area = organisation.area
    return Sketch(
        area=area,
        age=age,
        sex=sex,
        ethnic_group=group,
        strategic=_strategic(luck, organisation, group),
        employment=_employment(luck, age),
        organisation=organisation,
    )


def _strategic(luck: Random, organisation: OrganisationRecord | None, group: str) -> str:
    if organisation and organisation.kind == "faith_or_community" and happens(luck, 0.7):
        return "none"
    strong = STRONG_IF_WHITE if group == "White" else STRONG_IF_NOT
    return drawn(luck, {"strong": strong, "some": 0.35, "none": 0.65 - strong})


def _employment(luck: Random, age: str) -> str:
    if age in OLDER:
        return "retired" if happens(luck, 0.93) else "carer full time"
    if age in YOUNGER:
        if happens(luck, 0.8):
            return "student" if age == "18-24" or happens(luck, 0.1) else "in work"
        return luck.choice(("carer full time", "not working (health)"))
    retired = 0.35 if age == "55-64" else 0.0
    return drawn(
        luck,
        {"retired": retired, "in work": 0.3, "carer full time": 0.2, "not working (health)": 0.25},
    )
