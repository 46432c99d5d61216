"""What people can do, what they lived through and whom they reach: the tags and their words."""

from functools import cache
from typing import Any

from recruit.reference.files import list_from

SKILLS, LIVED, COMMUNITIES = FACETS = ("skills", "lived", "communities")

_LIST_OF = {SKILLS: "skills", LIVED: "lived_experience", COMMUNITIES: "communities"}

PERSPECTIVES = {
    "self": "It happened to me",
    "carer_family": "I looked after someone, or it is in my family",
    "bereaved": "I lost someone",
}

LINKS = {"member": "I belong", "active": "I am active", "leader": "I lead or organise"}

QUALITIES = {
    "commitment_to_shared_vision": "Shares the vision",
    "beyond_single_issue": "Looks beyond a single issue",
    "willing_to_challenge": "Willing to challenge",
    "listens_and_weighs": "Listens and weighs",
    "reaches_consensus": "Reaches agreement",
    "time_to_read_and_attend": "Has time to read and to come",
}


@cache
def _tags(facet: str) -> dict[str, dict[str, Any]]:
    return {tag["code"]: tag for tag in list_from("taxonomies")[_LIST_OF[facet]]}


def version() -> str:
    return list_from("taxonomies")["version"]


def codes(facet: str) -> tuple[str, ...]:
    return tuple(_tags(facet))


def has(facet: str, code: str) -> bool:
    return facet in FACETS and code in _tags(facet)


def label(facet: str, code: str) -> str:
    """What staff read."""
    return _tags(facet)[code]["label"]


def plain_label(facet: str, code: str) -> str:
    """What a person ticks."""
    return _tags(facet)[code]["plain_question_label"]


def plain_choices(facet: str) -> list[tuple[str, str]]:
    return [(code, plain_label(facet, code)) for code in codes(facet)]


def synonyms(facet: str, code: str) -> tuple[str, ...]:
    return tuple(_tags(facet)[code]["synonyms"])


def found(words: str) -> list[tuple[str, str]]:
    """(facet, code) of every tag that is called so, in the order of the lists; nothing for no words."""
    sought = words.casefold().strip()
    if not sought:
        return []
    return [
        (facet, code)
        for facet in FACETS
        for code, tag in _tags(facet).items()
        if any(sought in name.casefold() for name in _names(tag))
    ]


def _names(tag: dict[str, Any]) -> list[str]:
    return [tag["plain_question_label"], tag["label"], *tag["synonyms"]]


def tag_id(facet: str, code: str) -> str:
    return f"{facet}:{code}"


def facet_and_code(tag: str) -> tuple[str, str]:
    """The two halves of a tag id; a bare word such as `new` has no facet."""
    facet, colon, code = tag.partition(":")
    return (facet, code) if colon else ("", facet)


def tag_label(tag: str) -> str:
    """The words of a tag id; a bare word stands for itself."""
    facet, code = facet_and_code(tag)
    return label(facet, code) if has(facet, code) else code
