"""How well suggested tags agree with a careful reader: micro-F1, forbidden tags, and whose experience it is."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from ..judging import Tag
from ..tags import suggest

TEXTS = Path(__file__).parent / "texts"
Text = Mapping[str, Any]


def texts_in(name: str, *, beginning: str = "") -> list[Text]:
    """The texts of one file whose id begins so, each with the tags a careful reader gave it."""
    found: list[Text] = json.loads((TEXTS / name).read_text(encoding="utf-8"))
    return [text for text in found if text["id"].startswith(beginning)]


def measured(texts: Iterable[Text], suggester: Callable[[str], list[Tag]] = suggest) -> dict[str, Any]:
    """Counts over all texts together; an optional tag counts neither for nor against.

    f1, precision, recall and perspective are shares; forbidden and slips name the texts.
    """
    right = wrong = missed = 0
    forbidden, slips, same = [], [], []
    for each in texts:
        tags = suggester(each["text"])
        truth, found, optional = wanted(each), {code_of(tag) for tag in tags}, set(each["optional"])
        extra, lacking = found - truth - optional, truth - found - optional
        right += len(found & truth - optional)
        wrong += len(extra)
        missed += len(lacking)
        if extra or lacking:
            slips.append((each["id"], sorted(extra), sorted(lacking)))
        forbidden += [(each["id"], tag) for tag in each["must_not"] if is_broken(tag, tags)]
        same += perspectives_agree(each, tags)
    return {
        "f1": 2 * right / (2 * right + wrong + missed),
        "precision": right / (right + wrong),
        "recall": right / (right + missed),
        "perspective": sum(same) / len(same) if same else 1.0,
        "forbidden": forbidden,
        "slips": slips,
    }


def perspectives_agree(each: Text, tags: Iterable[Tag]) -> list[bool]:
    """For each experience that was found: whether it is whose the reader says, and nobody else's."""
    agree = []
    for code, perspective in each["lived"]:
        given = [tag.perspective for tag in tags if (tag.facet, tag.code) == ("lived", code)]
        truths = [one for other, one in each["lived"] if other == code]
        if given:
            agree.append(perspective in given and len(set(given)) <= len(truths))
    return agree


def code_of(tag: Tag) -> str:
    """A tag as facet:code."""
    return f"{tag.facet}:{tag.code}"


def wanted(each: Text) -> set[str]:
    """The tags a careful reader gave the text, as facet:code."""
    lived = {f"lived:{code}" for code, _ in each["lived"]}
    communities = {f"communities:{code}" for code, _ in each["communities"]}
    return {f"skills:{code}" for code in each["skills"]} | lived | communities


def is_broken(rule: str, tags: Iterable[Tag]) -> bool:
    """Whether a tag the reader forbids was given: facet:code, with a perspective or "strong" after it."""
    facet, code, *rest = rule.split(":")
    same = [tag for tag in tags if tag.facet == facet and code in ("*", tag.code)]
    if rest == ["strong"]:
        return any(tag.confidence > 0.8 for tag in same)
    return any(not rest or tag.perspective == rest[0] for tag in same)
