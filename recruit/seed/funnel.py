"""How far everybody got: the steps of each candidacy, with the day of each."""

from dataclasses import dataclass
from functools import cache
from random import Random

from recruit.seed.cast import LEFT_W3, LEFT_W5, PLANTED_PAIRS, RESERVES
from recruit.seed.latecomers import FRESH_STRENGTH, HOPE_FOR_W5, NEWCOMER
from recruit.seed.people import PersonRecord
from recruit.seed.population import the_population
from recruit.seed.specification import chance, drawn, specification
from recruit.seed.story_days import (
    FIRST_DECISIONS,
    LAST_DECISIONS,
    PAUSE_BEGINS,
    SECOND_SHORTLIST_OPENS,
    SHORTLIST_OPENS,
    WORKSHOP,
    WORKSHOP_INVITATIONS,
)

ADVISORY, FORUM = "advisory-group", "forum"
CORE = tuple(key for pair in PLANTED_PAIRS.values() for key in pair) + RESERVES
ERASED, PAUSED = 2, 2
NOT_ELIGIBLE = "paid to work in health or care"
# What the specification calls it, and what people tick when they leave.
REASON_OF = {"money or no payment": "money", "felt not heard": "not heard", "moved or job": "moving"}
FORUM_OF_FIRST_WAVE = 60
SECOND_ROUND = 10


@dataclass(frozen=True)
class Step:
    """A stage that was reached on a day of the story."""

    day: int
    stage: str
    because: str | None = None


@dataclass(frozen=True)
class Decided:
    """One decision on a shortlist: the round, the day, and what it was."""

    round: int
    person: str
    day: int
    decision: str


@dataclass(frozen=True)
class Funnel:
    """Who is where: keys of people for each part, steps for each candidacy."""

    withdrew: tuple[str, ...]
    erased: tuple[str, ...]
    invited: tuple[str, ...]
    attended: tuple[str, ...]
    interested: tuple[str, ...]
    second_round: tuple[str, ...]
    paused: tuple[str, ...]
    forum: tuple[str, ...]
    decided: tuple[Decided, ...]
    steps: dict[tuple[str, str], tuple[Step, ...]]

    def decisions(self, number: int) -> tuple[Decided, ...]:
        return tuple(each for each in self.decided if each.round == number)


@cache
def the_funnel() -> Funnel:
    population, luck = the_population(), chance("funnel")
    counts = specification()["funnel"]["counts"]
    first = [person for person in population.wave(1) if person.key not in (*CORE, NEWCOMER)]
    withdrew = _who_withdrew(luck, first, counts["withdrew_or_not_eligible"])
    eligible = [person for person in first if person.key not in withdrew]
    luck.shuffle(eligible)
    eligible.sort(key=lambda person: "skilled without the hours" not in person.flags)
    invited = [person.key for person in eligible[: counts["invited_to_workshop"] - len(CORE)]]
    attended = invited[: counts["attended"] - len(CORE)]
    interested = _interested(eligible, attended, counts["interested"] - len(CORE))
    second_round = _second_round()
    decided = (*_first_round(interested), *_second_decisions(second_round))
    others = [person.key for person in eligible if person.key not in interested]
    later = [person.key for person in population.people if person.wave > 1]
    funnel = Funnel(
        withdrew=withdrew,
        erased=withdrew[:ERASED],
        invited=(*CORE, *invited),
        attended=(*CORE, *attended),
        interested=(*CORE, *interested),
        second_round=second_round,
        paused=tuple(others[-PAUSED:]),
        forum=(*CORE, *interested, *others[: FORUM_OF_FIRST_WAVE - len(CORE) - len(interested)], *later),
        decided=decided,
        steps={},
    )
    funnel.steps.update(_all_steps(luck, funnel))
    return funnel


def _who_withdrew(luck: Random, people: list[PersonRecord], count: int) -> tuple[str, ...]:
    """First whoever is paid in health or care now; then chance, sparing those whom the story needs."""
    spared = {"skilled without the hours", "named twice", "health disclosed"}
    may = [person for person in people if not person.flags & spared]
    luck.shuffle(may)
    may.sort(key=lambda person: person.lay_status == "now")
    return tuple(person.key for person in may[-count:])


def _interested(eligible: list[PersonRecord], attended: list[str], count: int) -> tuple[str, ...]:
    """Two who are skilled but lack the hours, and people who want to but have less of what is asked for."""
    came = [person for person in eligible if person.key in attended]
    skilled = [person.key for person in came if "skilled without the hours" in person.flags][:2]
    others = [
        person
        for person in came
        if "skilled without the hours" not in person.flags and "digital_data" not in person.skill_codes
    ]
    others.sort(key=lambda person: (sum(strength for _, strength in person.skills), person.key))
    return (*[person.key for person in others[: count - len(skilled)]], *skilled)


def _second_round() -> tuple[str, ...]:
    """Of the later waves: two whom the story needs, and between them eight who lack what W5 must have."""
    later = [
        person
        for person in the_population().people
        if person.wave > 1
        and person.key not in (HOPE_FOR_W5, FRESH_STRENGTH)
        and "digital_data" not in person.skill_codes
    ]
    chance("second round").shuffle(later)
    later.sort(key=lambda person: "challenge" not in person.skill_codes)
    return (FRESH_STRENGTH, *[person.key for person in later[: SECOND_ROUND - 2]], HOPE_FOR_W5)


def _first_round(interested: tuple[str, ...]) -> list[Decided]:
    """Fifteen chosen, six next in line, four not this time; the last four decisions come later."""
    early = [Decided(1, key, FIRST_DECISIONS + place // 4, "chosen") for place, key in enumerate(CORE)]
    next_in_line, not_this_time = interested[:6], interested[6:]
    for place, key in enumerate(next_in_line):
        early.append(Decided(1, key, FIRST_DECISIONS + 5 if place < 4 else LAST_DECISIONS, "next in line"))
    for place, key in enumerate(not_this_time):
        early.append(Decided(1, key, FIRST_DECISIONS + 6 if place < 2 else LAST_DECISIONS, "not this time"))
    return early


def _second_decisions(second_round: tuple[str, ...]) -> list[Decided]:
    """One chosen, three next in line, two not this time; four still wait, the hope for W5 among them."""
    decisions = ("chosen", *["next in line"] * 3, *["not this time"] * 2)
    return [
        Decided(2, key, SECOND_SHORTLIST_OPENS + 6 + place, decision)
        for place, (key, decision) in enumerate(zip(second_round, decisions, strict=False))
    ]


def _all_steps(luck: Random, funnel: Funnel) -> dict[tuple[str, str], tuple[Step, ...]]:
    steps: dict[tuple[str, str], tuple[Step, ...]] = {}
    for person in the_population().people:
        if person.wave == 1 or person.key in funnel.second_round:
            steps[person.key, ADVISORY] = tuple(
                sorted(_steps(luck, person, funnel), key=lambda step: step.day)
            )
        if person.wave > 1:
            steps[person.key, FORUM] = _welcomed(person.registered)
    return steps


def _welcomed(day: int) -> tuple[Step, ...]:
    """The forum is open to all: a welcome session, and a yes."""
    return (
        Step(day, "registered"),
        Step(day + 2, "invited"),
        Step(day + 10, "attended"),
        Step(day + 11, "interested"),
    )


def _steps(luck: Random, person: PersonRecord, funnel: Funnel) -> list[Step]:
    steps = [Step(person.registered, "registered")]
    if person.key in funnel.withdrew:
        because = NOT_ELIGIBLE if person.lay_status == "now" else _reason(luck)
        return [*steps, Step(person.registered + luck.randint(3, 12), "withdrawn", because)]
    if person.key in funnel.invited:
        steps.append(Step(WORKSHOP_INVITATIONS, "invited"))
    if person.key in funnel.attended:
        steps.append(Step(WORKSHOP, "attended"))
    if person.key in funnel.interested:
        steps += [Step(WORKSHOP + luck.randint(1, 9), "interested"), Step(SHORTLIST_OPENS, "shortlisted")]
    if person.key in funnel.second_round:
        steps.append(Step(SECOND_SHORTLIST_OPENS, "shortlisted"))
    steps += [Step(each.day, each.decision) for each in funnel.decided if each.person == person.key]
    return steps + _after(person.key, funnel)


def _reason(luck: Random) -> str:
    reason = drawn(luck, specification()["attrition"]["reasons"])
    return REASON_OF.get(reason, reason)


def _after(key: str, funnel: Funnel) -> list[Step]:
    """Two of the core left, the first who was next in line moved up, and two others asked for a pause."""
    later = dict.fromkeys(funnel.paused, Step(PAUSE_BEGINS, "paused")) | {
        LEFT_W3: Step(200, "withdrawn", "time"),
        LEFT_W5: Step(250, "withdrawn", "moving"),
        funnel.interested[len(CORE)]: Step(256, "chosen"),
    }
    return [later[key]] if key in later else []
