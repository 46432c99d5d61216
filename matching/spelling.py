"""Misspelt words of the lexicon put right, with the way back to what was written."""

import re
from dataclasses import dataclass
from functools import cache

from .phrases import words_of

WORD = re.compile(r"[A-Za-z]+")
SHORTEST, LONG = 6, 9
SPOKEN_MARKS = {"full stop": ".", "new paragraph": ".", "question mark": "?"}


@dataclass(frozen=True)
class Corrected:
    """A text put right; starts and ends hold, for each letter of it, the place in what was written."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Where the letters from start to end stand in what was written."""
        return self.starts[start], self.ends[end - 1]


def corrected(text: str) -> Corrected:
    """The text with curly marks made straight and the misspelt words of the lexicon put right."""
    straight = text.replace("’", "'").replace("‘", "'")
    for spoken, mark in SPOKEN_MARKS.items():
        straight = re.sub(rf"(?i)\b{spoken}\b", mark.ljust(len(spoken)), straight)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for found in WORD.finditer(straight):
        right = spelt(found.group())
        if right == found.group():
            continue
        letters += straight[done : found.start()]
        starts += range(done, found.start())
        ends += range(done + 1, found.start() + 1)
        letters += right
        starts += [found.start()] * len(right)
        ends += [found.end()] * len(right)
        done = found.end()
    letters += straight[done:]
    starts += range(done, len(straight))
    ends += range(done + 1, len(straight) + 1)
    return Corrected("".join(letters), tuple(starts), tuple(ends))


@cache
def spelt(word: str) -> str:
    """The word of the lexicon that was meant, or the word itself where it is one, or none is near."""
    small = word.lower()
    if len(small) < SHORTEST or small in known_words() or small in alike():
        return word
    near = [(distance(small, each), each) for each in known_words() if might_be(small, each)]
    best = min(near, default=(LONG, word))
    return best[1] if best[0] <= (2 if len(small) >= LONG else 1) else word


def might_be(written: str, meant: str) -> bool:
    """Whether it is worth measuring: the same beginning, about the same length, long enough."""
    return len(meant) >= SHORTEST and written[0] == meant[0] and abs(len(written) - len(meant)) <= 2


@cache
def known_words() -> frozenset[str]:
    """Words of the lexicon that people often misspell."""
    return frozenset(words_of("often_misspelt"))


@cache
def alike() -> frozenset[str]:
    """Real words that stand near a word of the lexicon and mean something else."""
    return frozenset(words_of("alike"))


def distance(one: str, other: str) -> int:
    """How many letters were missed, added, mistaken or swapped with their neighbour.

    Source: Damerau 1964; optimal string alignment.
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, against in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
