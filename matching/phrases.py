"""The lexicon: the phrases that lead to a tag, as files of their own, compiled once."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicon"
FACETS = ("skills", "lived", "communities")
GAP = r"(?:[\w'&+-]+[\s-]+){0,3}?"
SPACE = r"[\s-]+"


@dataclass(frozen=True)
class Cue:
    """What leads to one tag. kind: phrases, roles (what somebody is or was), peoples or groups (of a community)."""

    facet: str
    code: str
    kind: str
    pattern: re.Pattern[str]


@cache
def words_of(name: str) -> tuple[str, ...]:
    """One class of words of the lexicon, such as kin or group."""
    return tuple(json.loads((FOLDER / "words.json").read_text(encoding="utf-8"))[name])


@cache
def cues() -> tuple[Cue, ...]:
    """Every cue of the lexicon."""
    return tuple(cue for facet in FACETS for cue in cues_of(facet))


def cues_of(facet: str) -> list[Cue]:
    """The cues of one facet: one pattern for each tag and kind."""
    lexicon: Mapping[str, Mapping[str, list[str]]] = json.loads(
        (FOLDER / f"{facet}.json").read_text(encoding="utf-8")
    )
    found = []
    for code, kinds in lexicon.items():
        for kind, phrases in kinds.items():
            ending = people_together() if kind == "peoples" else ""
            if phrases:
                found.append(Cue(facet, code, kind, compiled(phrases, ending=ending)))
    return found


def people_together() -> str:
    """What has to follow the name of a people: a group, or people of it; a language or a place is neither."""
    nouns = "|".join(re.escape(word) for word in (*words_of("group"), *words_of("people")))
    return rf"(?:'s|s'|')?{SPACE}(?:(?!(?:and|or|in|at|to)\b)[\w']+{SPACE}){{0,1}}?(?:{nouns})(?:'s|')?(?!\w)"


def compiled(phrases: Iterable[str], *, ending: str = "") -> re.Pattern[str]:
    """One pattern that finds any of the phrases as whole words, the longest first."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<![\w'])(?:{'|'.join(map(expression, longest_first))}){ending}(?!\w)")


def expression(phrase: str) -> str:
    """A phrase as a regular expression.

    A space parts places; `|` parts the words of one place; `_` is a space within one; `*` ends a
    beginning of a word; `..` stands for up to three words; `(word)` may be missing; `{name}` is a
    class of words. A word in capitals is met in capitals only.
    """
    parts, glue = [], ""
    for place in phrase.split():
        if place == "..":
            parts.append(glue + GAP)
            glue = ""
        elif place.startswith("("):
            parts.append(f"(?:{glue}{alternatives(place[1:-1])})?")
        else:
            parts.append(glue + alternatives(place))
            glue = SPACE
    return "".join(parts)


def alternatives(place: str) -> str:
    """The words of one place of a phrase."""
    if place.startswith("{"):
        return f"(?i:{'|'.join(map(word, words_of(place[1:-1])))})"
    words = (
        word(each) if each.isupper() and len(each) > 1 else f"(?i:{word(each)})" for each in place.split("|")
    )
    return f"(?:{'|'.join(words)})"


def word(plain: str) -> str:
    """One word; a hyphen may be a space or missing, an apostrophe may be missing."""
    escaped = (
        re.escape(plain).replace(r"\-", "-").replace("-", r"[\s-]?").replace("'", "'?").replace("_", SPACE)
    )
    return escaped.replace(r"\*", r"[\w'-]*")
