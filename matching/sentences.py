"""Sentences: where each begins and ends, also where nobody ended them."""

import re

SENTENCE_ENDS = re.compile(r"[.!?\n;]+(?=\s|$)")
LONGEST_SENTENCE = 600


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence; together they cover the text."""
    ends = [found.end() for found in SENTENCE_ENDS.finditer(text)]
    whole = zip([0, *ends], [*ends, len(text)], strict=True)
    return [part for start, end in whole for part in parts_of(start, end, text)]


def parts_of(start: int, end: int, text: str) -> list[tuple[int, int]]:
    """A sentence that nobody ended, cut between words where it grows too long to be read as one."""
    parts = []
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE) + 1 or start + LONGEST_SENTENCE
        parts.append((start, cut))
        start = cut
    return [*parts, (start, end)] if start < end else parts
