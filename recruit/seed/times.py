"""When a person can come, and how much time they have."""

from random import Random

from recruit.seed.marginals import Sketch
from recruit.seed.specification import drawn, happens, specification

WEEKDAYS, WEEKEND = range(5), range(5, 7)
BAND_OF = {"4": "under 4", "8": "4 to 8", "12": "9 to 12", "16": "13 to 16", "20+": "more"}


def free_times(luck: Random, who: Sketch, *, is_parent: bool) -> tuple[tuple[int, str], ...]:
    parts: set[tuple[int, str]] = set()
    if is_parent or happens(luck, _daytime(who)):
        kept = [day for day in WEEKDAYS if happens(luck, 0.6)]
        parts |= {(day, part) for day in kept for part in ("morning", "afternoon") if happens(luck, 0.8)}
    if happens(luck, _evening(who)):
        parts |= {(day, "evening") for day in WEEKDAYS if happens(luck, 0.7)}
    if happens(luck, 0.25):
        parts |= {(day, luck.choice(("morning", "afternoon"))) for day in WEEKEND}
    return tuple(sorted(parts or {(luck.choice(WEEKDAYS), "morning")}))


def hours_offered(luck: Random, *, is_carer: bool) -> tuple[str | None, str | None]:
    """The band a person ticked, by the week or the month; a few are not sure, which is not known."""
    if happens(luck, 0.04):
        return "not sure", "month"
    if is_carer and happens(luck, 0.8):
        return BAND_OF[luck.choice(("4", "8"))], "month"
    band = BAND_OF[drawn(luck, specification()["person_marginals"]["hours_per_month"])]
    if band == "9 to 12" and happens(luck, 0.2):
        return "under 4", "week"
    return band, "month"


def ways_to_meet(luck: Random, who: Sketch) -> tuple[bool, bool]:
    """Online, in person, or both."""
    online = happens(luck, 0.8 if who.is_younger else 0.5)
    return online, (not online) or happens(luck, 0.65 if who.is_younger else 0.9)


def weeks_away(luck: Random) -> tuple[tuple[int, int], ...]:
    """A holiday or a stay in hospital, for one in four."""
    if not happens(luck, 0.25):
        return ()
    begins = luck.randrange(100, 460)
    return ((begins, begins + luck.choice((6, 13, 20))),)


def _daytime(who: Sketch) -> float:
    if who.is_older:
        return 0.95
    return {"in work": 0.25, "student": 0.4}.get(who.employment, 0.8)


def _evening(who: Sketch) -> float:
    if who.employment == "in work" or who.is_younger:
        return 0.75
    return 0.2 if who.is_older else 0.4
