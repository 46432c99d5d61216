"""How well tags are suggested: micro-F1, forbidden tags, and whose experience it is."""

import json
from pathlib import Path

from matching.tags import suggest

TEXTS = Path(__file__).parent / "texts"


def texts_in(name, *, beginning=""):
    found = json.loads((TEXTS / name).read_text(encoding="utf-8"))
    return [text for text in found if text["id"].startswith(beginning)]


def measured(texts):
    right = wrong = missed = perspectives = same_perspective = 0
    forbidden, slips = [], []
    for each in texts:
        tags = suggest(each["text"])
        truth = wanted(each)
        optional = {tag.replace("lived_experience:", "lived:") for tag in each["optional"]}
        found = {f"{tag.facet}:{tag.code}" for tag in tags}
        right += len(found & truth - optional)
        wrong += len(found - truth - optional)
        missed += len(truth - found - optional)
        if found - truth - optional or truth - found - optional:
            slips.append((each["id"], sorted(found - truth - optional), sorted(truth - found - optional)))
        forbidden += [(each["id"], tag) for tag in each["must_not"] if is_broken(tag, tags)]
        for code, perspective in each["lived"]:
            given = [tag.perspective for tag in tags if (tag.facet, tag.code) == ("lived", code)]
            truths = [one for other, one in each["lived"] if other == code]
            if given:
                perspectives += 1
                same_perspective += perspective in given and len(given) <= len(truths)
    return {
        "f1": 2 * right / (2 * right + wrong + missed),
        "precision": right / (right + wrong),
        "recall": right / (right + missed),
        "perspective": same_perspective / perspectives,
        "forbidden": forbidden,
        "slips": slips,
    }


def wanted(each):
    lived = {f"lived:{code}" for code, _ in each["lived"]}
    communities = {f"communities:{code}" for code, _ in each["communities"]}
    return {f"skills:{code}" for code in each["skills"]} | lived | communities


def is_broken(rule, tags):
    facet, code, *perspective = rule.split(":")
    if perspective and perspective[0] == "strong":
        return any((tag.facet, tag.code) == (facet, code) and tag.confidence > 0.8 for tag in tags)
    return any(
        tag.facet == facet
        and code in ("*", tag.code)
        and (not perspective or tag.perspective == perspective[0])
        for tag in tags
    )
