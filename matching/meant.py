"""Words that name something without meaning it: figures of speech, and buildings that only stand near."""

import re
from functools import cache

from .phrases import SPACE, compiled, expression, words_of
from .scope import Reading

LONGEST_PLACE = 60
HAS_LEFT = re.compile(
    r"(?i)\b(?:left|quit|stopped\s+going|married|wedding|christened|baptised|brought\s+up|raised)\b"
)


class Meaning:
    """What a text says without meaning it; built once and asked for each cue."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        figures = compiled(words_of("figures_of_speech"))
        self.figures = [found.span() for found in figures.finditer(reading.text)]
        self.stays_away = bool(compiled(words_of("keeps_away")).search(reading.text))

    def is_figure(self, start: int, end: int) -> bool:
        """Whether the words from start to end are part of a figure of speech."""
        return any(first < end and start < last for first, last in self.figures)

    def is_only_a_place(self, start: int, end: int) -> bool:
        """Whether a group's house is a place passed, rented or bought from, not a group one has to do with."""
        first, last = self.reading.sentence(start)
        before = self.reading.text[max(first, start - LONGEST_PLACE) : start]
        return bool(
            stands_near().search(before)
            or HAS_LEFT.search(self.reading.text[first:start])
            or buys_there().search(before)
            or building().match(self.reading.text[end:last])
        )


@cache
def stands_near() -> re.Pattern[str]:
    """Words such as "opposite the" right before a place."""
    return re.compile(rf"(?<!\w)(?:{choices('beside')}){SPACE}$")


@cache
def buys_there() -> re.Pattern[str]:
    """Words such as "buy my lunch in the" right before a place."""
    return re.compile(rf"(?<!\w)(?:{choices('buys_there')}){SPACE}$")


@cache
def building() -> re.Pattern[str]:
    """Words such as "hall" right after a place."""
    return re.compile(rf"{SPACE}(?:{choices('of_a_building')})(?!\w)")


def choices(name: str) -> str:
    """A class of phrases as one choice."""
    return "|".join(map(expression, words_of(name)))
