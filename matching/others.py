"""Experiences named for a group, a team, a place of work or people met there, and so nobody's own."""

import re

from .scope import Reading

ALWAYS_SELF = ("unpaid_carer", "parent_carer", "migrant_access")

OF_OTHERS = re.compile(
    r"\b(?:people|persons?|patients?|those|others|members|famil(?:y|ies)|clients|anyone|anybody|everyone|everybody|someone"
    r"|somebody|residents|women|men|mothers|mums|dads|parents|elders|children|kids|lads|carers|housebound|visits?)\s+"
    r"(?:(?:with|who|of|living|have|had|has|in|the|are|were|and|get|got|become|became|go|going)\s+){0,4}$|\b(?:visits?|visited|visiting)\s+(?:the\s+)?$"
    r"|\b(?:work(?:s|ed|ing)?|job|post|nurse|research|campaign\w*|fundrais\w*|volunteer\w*)\s+(?:at|in|on|for|with|into|about)\s+(?:\w+\s+){0,3}$"
)
GROUPS_OWN = re.compile(
    r"^\s+(?:\w+\s+)?(?:society|charity|charities|group|groups|association|trust|network|nurses?|unit|team|patients|services?"
    r"|research|support\s+group|branch|club|panel|forum|awareness|campaign|drop-in|centre|alliance|foundation|board|committee)\b"
)
AT_WORK = re.compile(r"\b(?:agency|paid|wards|shifts|nhs|job|career|years on|staff|retired (?:ward|nurse))\b")
HAS = re.compile(r"\b(?:i have|i've got|i've|i had|i live|diagnosed|my own|it is me|suffer|myself)\b")
WORKS_THERE = re.compile(
    r"\b(?:worker|assistant|manager|officer|nurse|teacher|domestic|cleaner|porter|receptionist|secretary|matron|volunteer"
    r"|consultant|advis[eo]r|lecturer|researcher|driver|cook|warden|sister|doctor|therapist|tutor|coordinator|administrator)"
    r"\s+(?:on|in|at|of|for)\s+(?!my\b)(?:(?!my\b|have\b|with\b|and\b)[\w'-]+\s+){0,4}$"
    r"|\b(?:manage[sd]?|managing|ran|run|own(?:ed)?)\s+(?:an?|the|two|three)\s+(?:\w+\s+){0,2}$"
)
TRADES_IN = re.compile(
    r"\b(?:sell|sells|sold|selling|fix|fixes|fixed|repair\w*|supply|supplied|design\w*)\s+(?:\w+\s+){0,2}$"
    r"|\b(?:article|film|book|programme|documentary|leaflet|play|paper|thesis|dissertation|talk|poem|ramps|money|funds)"
    r"\s+(?:about|on|for)\s+(?:\w+\s+){0,3}$"
)
KINDS_OF_PEOPLE = re.compile(
    r"^\s+(?:people|persons|adults|children|kids|residents|clients|pupils|students|passengers)\b"
)


def is_of_others(code: str, start: int, end: int, reading: Reading, of_kin: bool) -> bool:
    """Whether the words stand for a group, a team, a place of work or people met there."""
    before, after = reading.before(start), reading.text[end : reading.sentence(start)[1]].lower()
    if WORKS_THERE.search(before) or TRADES_IN.search(before):
        return True
    if KINDS_OF_PEOPLE.match(after) and not of_kin:
        return True
    if code in ALWAYS_SELF:
        return bool(AT_WORK.search(before)) and not HAS.search(before.replace("i have been", ""))
    if OF_OTHERS.search(before) or GROUPS_OWN.match(after):
        return True
    return bool(AT_WORK.search(before)) and not HAS.search(before.replace("i have been", ""))
