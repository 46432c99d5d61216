"""What speaks for a tag and against it: each cue is judged where it stands."""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from .meant import Meaning
from .others import ALWAYS_SELF, is_of_others
from .phrases import Cue, compiled, words_of
from .scope import KIN, NOBODY, SELF, Reading, Whose

SURE, LIKELY = 0.9, 0.75
CARES = re.compile(r"(?:cares|looks|minds|carer\s+for)\b", re.IGNORECASE)
NEARBY = 240
ATTENDS = re.compile(
    r"\b(?:go|goes|went|going|come|comes|came|coming|attend\w*|belong)\s+to\s+(?:\S+\s+){0,4}$"
)

ROLE_HAS = re.compile(
    r"\b(?:am|i'm|im|is|was|were|been|be|as|became|become|former|ex|retired|qualified|registered|trained|elected|serving|worked|work"
    r"|works|he's|she's|being|me|own|our)(?:\s+(?!(?:my|his|her|their|by|with|told|see|saw|from)\b)[\w'-]+){0,3}\s*$"
)
ROLE_OF_OTHERS = re.compile(
    r"(?:\b(?:my|our|the|his|her|their|your|another|every|any|some|no|by|with|to|from|see|saw|told|asked|for)\s+(?:[\w'-]+\s+){0,2}|[A-Z][\w']+\s+"
    r"|\b(?:see|saw|seen|visit|visited|told|asked|phoned|rang|need|under)\s+(?:\S+\s+){0,6}"
    r"|\b[Ii](?:'ve|\s+have|\s+had)\s+(?:got\s+)?(?:an?)\s+(?:\w+\s+){0,2})$"
)
TITLE = re.compile(r"\b(?:Dr|Prof|Professor|Sister|Nurse|Mr|Mrs|Ms|Miss|Sir|The)\.?\s+(?:[A-Z]\w*\s+)?$")
ROLE_SPEAKS = re.compile(
    r"^(?:'s\b|\s*(?:said|says|told|tells?|came|comes?|gave|gives?|rang|phones?|phoned|visits?|nominates|recommends|yoga|lift|writes?"
    r"|wrote|asks?|asked|sees?|saw|never|always|is|was|are|were|has|had|did|does|would|will|can|could|cannot|can't|who|missed|sent|made"
    r"|\w+ed\s+(?:me|us))\b)"
)
PLACE = re.compile(
    r"^\s+(?:Road|Street|Lane|Avenue|Close|Hill|Court|Way|End|Gate|Row|Park|Green|Surgery|Medical|Practice|Health)\b"
)

LEADS = compiled(words_of("leads"))
JOINS = compiled(words_of("joins"))
LEADS_IT = re.compile(
    r"^[^.!?]{0,60}\b(?:chair|secretary|treasurer|leader|founder|lead|run|organise|facilitate)\b(?:\s+\w+){0,3}\s+(?:it|group|club|forum|society|charity|committee)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Tag:
    """One suggestion: text[start:end] is the evidence; confidence runs from 0 to 1.

    facet: skills, lived or communities; perspective (self, carer_family, bereaved) only for lived
    experience, link (member, active, leader) only for communities.
    """

    facet: str
    code: str
    perspective: str | None
    link: str | None
    start: int
    end: int
    evidence: str
    confidence: float

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return asdict(self)


def tags_of(cue: Cue, reading: Reading, meaning: Meaning) -> Iterator[Tag]:
    """The tags that one cue finds where nothing speaks against it."""
    judge = {"skills": skill_tag, "lived": lived_tag, "communities": community_tag}[cue.facet]
    for found in cue.pattern.finditer(reading.text):
        if reading.is_denied(found.start()) or is_not_meant(cue, found, meaning):
            continue
        if tag := judge(cue, found, reading):
            yield tag


def is_not_meant(cue: Cue, found: re.Match[str], meaning: Meaning) -> bool:
    """Whether the words are a figure of speech, or a house that the person only passes."""
    start, end = found.span()
    if meaning.is_figure(start, end):
        return True
    if cue.facet != "communities" or cue.kind == "phrases":
        return False
    return meaning.is_only_a_place(start, end) or (meaning.stays_away and cue.code.startswith("faith_"))


def skill_tag(cue: Cue, found: re.Match[str], reading: Reading) -> Tag | None:
    """A skill that the person has: done, not wished for, and nobody else's."""
    start, end = found.span()
    if reading.is_wished(start) or reading.whose(start, end).who != SELF:
        return None
    if cue.code == "organising" and ATTENDS.search(reading.before(start)):
        return None
    if cue.kind == "roles" and not is_held(start, end, reading.text):
        return None
    return tag_at(cue, found, confidence=SURE if cue.kind == "roles" else LIKELY)


def is_held(start: int, end: int, text: str) -> bool:
    """Whether a word such as "nurse" says what the person is or was, and is not a title or somebody met."""
    so_far = text[max(0, start - NEARBY) : start]
    before = re.split(r"[.!?;:,()]", so_far)[-1]
    has = bool(ROLE_HAS.search(before.lower()))
    if text[end : end + 2] == "'s" or (ROLE_SPEAKS.match(text[end:]) and not has):
        return False
    if TITLE.search(so_far) or re.search(r"(?i)\b(?:power|wheel|arm)\s*$", before):
        return False
    return has or not ROLE_OF_OTHERS.search(before)


def lived_tag(cue: Cue, found: re.Match[str], reading: Reading) -> Tag | None:
    """An experience with whose it is: the person's own, a relative's, or that of one who has died."""
    start, end = found.span()
    whose = reading.whose(start, end)
    if whose.who == NOBODY or is_of_others(cue.code, start, end, reading, whose.who == KIN):
        return None
    tag = tag_at(cue, found, confidence=SURE)
    if cue.code == "unpaid_carer" and whose.who == KIN and CARES.match(tag.evidence):
        return None
    if cue.code in ALWAYS_SELF:
        return None if whose.who == KIN and cue.code == "migrant_access" else replace(tag, perspective="self")
    if cue.code == "bereavement_eol":
        return bereavement(tag, whose, reading)
    return replace(tag, perspective=perspective_of(whose, cue.code, reading, start))


def perspective_of(whose: Whose, code: str, reading: Reading, start: int) -> str:
    """Self, carer_family or bereaved."""
    if whose.who == KIN:
        return "bereaved" if whose.has_died and code != "harm_complaint" else "carer_family"
    if code == "harm_complaint" and reading.dead:
        return "carer_family"
    if code == "maternity" and re.search(
        r"(?i)\b(?:dad|father|husband|partner)\s+(?:of|to)\b", reading.before(start)
    ):
        return "carer_family"
    return "self"


def bereavement(tag: Tag, whose: Whose, reading: Reading) -> Tag | None:
    """Losing somebody, or care at the end of life; a death counts where it is somebody close."""
    if reading.dead or re.match(r"(?i)widow|bereave|grie", tag.evidence):
        return replace(tag, perspective="bereaved")
    if re.search(r"(?i)\b(?:died|dies|passed|late|lost|funeral)\b", tag.evidence):
        return None
    return replace(tag, perspective="self" if whose.who == SELF else "carer_family")


def community_tag(cue: Cue, found: re.Match[str], reading: Reading) -> Tag | None:
    """A group that the person belongs to, is active in or leads."""
    start, end = found.span()
    if PLACE.match(reading.text[end:]) or reading.whose(start, end).who != SELF:
        return None
    if reading.is_wished(start) and cue.kind == "peoples":
        return None
    return tag_at(cue, found, confidence=LIKELY, link=link_of(start, end, reading))


def link_of(start: int, end: int, reading: Reading) -> str:
    """Leader, member or active, by the words around the group."""
    first, last = reading.sentence(start)
    before, within, after = reading.text[first:start], reading.text[start:end], reading.text[end:last]
    near = f"{' '.join(before.split()[-12:])} {within} {' '.join(after.split()[:8])}"
    if LEADS.search(near) or LEADS_IT.match(reading.text[last:]):
        return "leader"
    return "member" if JOINS.search(f"{' '.join(before.split()[-4:])} {within}") else "active"


def tag_at(cue: Cue, found: re.Match[str], *, confidence: float, link: str | None = None) -> Tag:
    """The tag of a cue at the words found."""
    return Tag(cue.facet, cue.code, None, link, found.start(), found.end(), found.group(), confidence)
