"""The same experience once more, of another person: "so did my father", "my mother died of it"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .judging import Tag
from .scope import KIN, KIN_WORDS, SELF, Reading

REACH = 160
ALWAYS_ONES_OWN = ("unpaid_carer", "parent_carer", "migrant_access", "bereavement_eol", "harm_complaint")
OF_KIN = rf"(?:my|our)\s+(?:late\s+|best\s+|own\s+|dear\s+)?(?P<kin>{KIN_WORDS})"
AGAIN = re.compile(
    rf"\bso\s+(?:did|do|does|has|have|had|was|is)\s+{OF_KIN}\b"
    rf"|\b(?P<losing>lost\s+)?{OF_KIN.replace('?P<kin>', '?P<of_it>')}"
    r"\s+(?:too\s+|also\s+)?(?:(?:has|had|have|got|died|through|to|with|of|from|in)\s+){1,2}(?:it|one|the\s+same)\b",
    re.IGNORECASE,
)
AND_ME = re.compile(
    r"^(?:\W+\w+){0,8}?\W+(?:before\s+me|like\s+me|and\s+me|and\s+so\s+(?:do|have|did|am)\s+i)\b",
    re.IGNORECASE,
)
IN_THE_FAMILY = re.compile(r"^\s+runs?\s+in\s+(?:the|my|our)\s+family\b", re.IGNORECASE)


def echoed(tag: Tag, reading: Reading) -> Iterator[Tag]:
    """The tag again for each other person whom the words after it give the same experience."""
    if tag.facet != "lived" or tag.code in ALWAYS_ONES_OWN:
        return
    after = reading.text[tag.end : tag.end + REACH]
    sentence = reading.text[tag.end : reading.sentence(tag.start)[1]][:REACH]
    if IN_THE_FAMILY.match(sentence):
        yield replace(tag, perspective="carer_family")
    if reading.whose(tag.start, tag.end).who == KIN and AND_ME.match(sentence):
        yield replace(tag, perspective=SELF)
    for found in AGAIN.finditer(after):
        kin = (found["kin"] or found["of_it"]).lower()
        has_died = found["losing"] or kin in reading.dead or "died" in found.group().lower()
        yield replace(tag, perspective="bereaved" if has_died else "carer_family")
