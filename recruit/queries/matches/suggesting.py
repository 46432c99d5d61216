"""Tags that somebody's own words suggest, and where in the words."""

from collections.abc import Sequence
from dataclasses import dataclass

from matching import suggest

Part = tuple[str, int | None]


@dataclass(frozen=True)
class SuggestedTag:
    """One suggestion: `side` is the perspective or the link; `number` stands beside the words on the page."""

    facet: str
    code: str
    side: str
    words: str
    number: int


def suggested_tags(text: str) -> tuple[list[SuggestedTag], list[Part]]:
    """The suggestions, and the text cut into parts: (words, number), the number None for plain words."""
    found = suggest(text)
    spans = _apart(sorted({(tag.start, tag.end) for tag in found}))
    tags: dict[tuple[str, str], SuggestedTag] = {}
    for tag in found:
        number, (start, end) = next(
            (place, span) for place, span in enumerate(spans, start=1) if span[0] <= tag.start < span[1]
        )
        key = (tag.facet, tag.code)
        side = tag.perspective or tag.link or ""
        tags.setdefault(key, SuggestedTag(tag.facet, tag.code, side, text[start:end], number))
    return list(tags.values()), _cut(text, spans)


def _apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that overlap become one, so that no word is underlined twice."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> list[Part]:
    parts: list[Part] = []
    reached = 0
    for number, (start, end) in enumerate(spans, start=1):
        parts += [(text[reached:start], None), (text[start:end], number)]
        reached = end
    return [part for part in [*parts, (text[reached:], None)] if part[0]]
