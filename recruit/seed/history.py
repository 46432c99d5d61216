"""Who has served where: the terms of the story, and the day on which each was offered."""

from dataclasses import dataclass

from recruit.seed.cast import COVERED_THREE, LEFT_W3, LEFT_W5, PLANTED_PAIRS, TOOK_OVER_W3
from recruit.seed.story_days import PAIRS_BEGIN, PAIRS_PUBLISHED, Calendar

MONTH = 30.4375
# Seat by seat, so that the two of a pair never end within six months of each other.
FIRST_TERMS_MONTHS = {"W1": (24, 12), "W2": (24, 18), "W3": (24, 18), "W4": (24, 12), "W5": (24, 18)}
W3_EMPTY, W5_EMPTY = 200, 250
COVER_ENDS = 300


@dataclass(frozen=True)
class TermRecord:
    """One person in one seat; `stopped` is the day on which it ended before its time."""

    workstream: str
    seat: int
    person: str
    offered: int
    begins: int
    ends: int
    stopped: int | None = None
    because: str | None = None
    by_override: bool = False

    @property
    def key(self) -> str:
        return f"{self.workstream}:{self.seat}:{self.person}"

    def is_over(self, calendar: Calendar) -> bool:
        return calendar.has_come(self.stopped if self.stopped is not None else self.ends)


def the_terms() -> tuple[TermRecord, ...]:
    """Five pairs; two left; one person stood in for both on top of his own seat; one took over for good."""
    return (
        *(_first_term(workstream, seat) for workstream in PLANTED_PAIRS for seat in (1, 2)),
        TermRecord("W3", 2, COVERED_THREE, 204, 207, 390, COVER_ENDS, "time", by_override=True),
        TermRecord("W5", 2, COVERED_THREE, 252, 255, 440, COVER_ENDS, "time", by_override=True),
        TermRecord("W3", 2, TOOK_OVER_W3, 291, COVER_ENDS, COVER_ENDS + round(24 * MONTH)),
    )


def _first_term(workstream: str, seat: int) -> TermRecord:
    person = PLANTED_PAIRS[workstream][seat - 1]
    months = FIRST_TERMS_MONTHS[workstream][seat - 1]
    stopped, because = {LEFT_W3: (W3_EMPTY, "time"), LEFT_W5: (W5_EMPTY, "moving")}.get(person, (None, None))
    return TermRecord(
        workstream,
        seat,
        person,
        PAIRS_PUBLISHED,
        PAIRS_BEGIN,
        PAIRS_BEGIN + round(months * MONTH),
        stopped,
        because,
    )


def workstreams_on(terms: tuple[TermRecord, ...], person: str, day: int) -> set[str]:
    return {
        term.workstream
        for term in terms
        if term.person == person
        and term.begins <= day < (term.stopped if term.stopped is not None else term.ends)
    }
