"""Whose sentence it is: sentences, negation, wishes, and the person each word is about."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from .phrases import words_of
from .sentences import sentences_of

SELF, KIN, NOBODY = "self", "kin", "nobody"

CLAUSE_ENDS = re.compile(
    r"[;:()]|\b(?:(?<!anything )but|because|since|although|though|after|until|unless|when|while"
    r"|(?<!asked )(?<!asks )(?<!ask )if|except|due|so|only"
    r"|beyond|besides|apart\s+from|other\s+than)\b"
    r"|\bcomma\b|(?<!think )(?<!thought )(?<!assume )(?<!assumed )(?<!mean )(?<!say )"
    r"(?=\bi(?:'m|'ve|m|ve|\s+(?:am|was|have|had|can|know|run|do|used))\b)"
    r"|\band\s+(?=(?:i|i'm|im|ive|i've|my|he|she|we|they|now|still|also|have|had|am|was|live|use)\b)"
    r"|,(?!\s*(?:an?|or|nor|any)\b)(?!\s*(?!(?:i|my|we|he|she|they)\b)(?:[\w'-]+\s+){1,3}or\b)"
)
NOT = re.compile(
    r"\b(?:not|no|never|none|nor|neither|without|cannot|\w+n't|dont|cant|isnt|wasnt|havent|hasnt|hadnt|didnt"
    r"|doesnt|aint|wont|rather than|instead of|free of|free from"
    r"|nobody|no-one|no\s+one|hardly|barely|far\s+from|yet\s+to|avoid(?:s|ed|ing)?|lack(?:s|ed|ing)?|anything\s+but|ruled\s+out|tested\s+(?:me\s+)?for"
    r"|(?:used\s+to\s+think|thought|worried|feared)\s+(?:that\s+)?(?:it\s+was|i\s+had|i\s+was|it\s+might\s+be)"
    r"|(?:ask|asks|asked)\s+(?:me\s+)?(?:if|whether)"
    r"|(?:people|they|everyone|everybody|some|others|neighbours|friends|family|strangers|folk|colleagues|kids)"
    r"\s+(?:always\s+)?(?:assume|think|thought|assumed|believe|believed))\b"
    r"(?!\s+(?:be\s+|being\s+)?(?:mind|only|just|afraid|scared|frightened|shy|stop\w*|fail\w*|miss\w*|tire[ds]?|doubt|longer|stranger"
    r"|worried|bothered)\b)"
)
WISH = re.compile(
    r"\b(?:(?:would|'d|should)\s+(?:like|love|want|be|make|prefer)|want(?:s|ed)?\s+to|hop(?:e|es|ing)\s+to|wish(?:es)?\s+to"
    r"|interest(?:ed)?\s+in|looking\s+to|learn(?:ing)?\s+(?:how\s+)?(?:to|about)|could\s+(?:be|become)|needs?\s+(?:an?|to|two|the|some)"
    r"|looking\s+for|book|please\s+(?:send|book)|experience\s+of\s+being\s+(?:sent|given)|keen\s+to\s+(?:learn|try)"
    r"|hate[sd]?|loathe|dislike|useless|hopeless|rubbish|dream(?:ed|t)\s+of|could\s+have\s+been|if\s+i\s+(?:were|was)|leave"
    r"|(?<!not )(?<!never )(?<!nor )(?<!n't )(?:scared|afraid|frightened|terrified|nervous)\s+of"
    r"|failed\s+as|you\s+need)\b"
)
DENIED_AFTER = re.compile(
    r"^[^.!?;,]{0,30}\b(?:(?:is|are)\s+(?:beyond|lost\s+on)\s+me|bores?\s+me|(?:is|are|was)\s*(?:not|n't)\s+(?:my\s+thing|for\s+me|me)"
    r"|(?:came\s+back|was|were)\s+(?:negative|clear)|false\s+alarm)\b",
    re.IGNORECASE,
)
REACH_IN_WORDS = 7
NEAR_MARKS = 40

KIN_WORDS = "|".join(sorted(map(re.escape, words_of("kin")), key=len, reverse=True))
BARE_KIN = (
    "mum|mam|mom|mother|mummy|dad|father|daddy|husband|hubby|wife|nan|nana|gran|grandma|grandmother|granny|"
    "grandad|grandpa|grandfather|son|daughter|mammy|nain|taid|papa|mama|baba|amma|ammi|abbu|hubbys|grandparents"
)
OF_SOMEBODY = (
    r"(?:my|our|his|her|their|one|an?)\s+(?:(?:own|late|dear|best|old|older|elder|eldest|younger|youngest|"
    r"elderly|little|big|only|first|second|disabled|autistic|teenage|step|twin|grown-up|adult|poor)\s+){0,2}"
)
NOT_KIN = (
    r"(?!\s+(?:of\s+(?:\w+\s+)?(?:twins?|two|three|four|five|six|\d|an?\b)|hospital|services?|centre)"
    r"|'s\s+(?:centre|hospital|services?))"
)
NOT_FAMILY = "|".join(map(re.escape, words_of("not_family")))
MARKS = re.compile(
    rf"(?P<other>\b(?:my|our|the|an?)\s+(?:(?!my\b|our\b)[\w'-]+\s+){{0,2}}?(?:{NOT_FAMILY})(?=(?:\s+(?!i\b|my\b|me\b)[\w'-]+){{0,3}}?"
    r"(?:'s|\s+(?:is|was|has|had|got|who|says|said))\b))|"
    rf"(?P<kin>\b(?:{OF_SOMEBODY}(?P<owned>{KIN_WORDS})s?|(?P<bare>{BARE_KIN}))\b{NOT_KIN})"
    r"|(?P<named>\bour\s+(?-i:[A-Z][a-z]+)(?=(?:'s|\s+(?:is|was|has|had|got))\b)|\bone\s+of\s+the\s+twins|\bthe\s+(?:younger|older)\s+one)"
    r"|(?P<I>\b(?:i|i'm|im|i've|ive|i'd|i'll|me|myself|my|our|we|we're|we've)\b)"
    r"|(?P<he>\b(?:he|she|him|his|her|he's|she's|hes|shes|himself|herself)\b)",
    re.IGNORECASE,
)
UNNAMED = "relative"
OF_MY_KIN = re.compile(
    rf"\s+(?:(?:that|which|of|in|for|took|killed|claimed)\s+)?(?:my|our)\s+(?:late\s+)?(?P<kin>{KIN_WORDS})\b"
    r"|\s+(?:took|killed)\s+(?:him|her|them)\b",
    re.IGNORECASE,
)
AS_KIN_OF = re.compile(
    rf"\b(?:(?P<parent>mother|father|mum|mam|dad|parent)|married|{KIN_WORDS})\s+(?:of|to)\s+(?:an?|the|two|three)\s+"
    r"(?:(?!and\b|my\b|i\b)[\w'-]+\s+){0,3}$",
    re.IGNORECASE,
)
SELF_AS_KIN = re.compile(
    r"(?:\b(?:i\s+am|i'm|im|as|being|i\s+was|am)\s+(?:an?\s+)?(?:\w+\s+)?$)", re.IGNORECASE
)
NOMINATES = re.compile(
    r"\b(?:nominat\w*|nominee|put(?:ting)?\s+(?:her|him|them|\w+)?\s*forward|propos(?:e|ing)\s+[A-Z]|recommend"
    r"|[Pp]lease\s+consider\s+[A-Z]|(?:modest|shy|busy)\s+to\s+apply"
    r"|suggest(?:ing)?\s+(?:Mr|Mrs|Ms|Miss|Dr|[A-Z]))"
)
I_AM = re.compile(r"(?:i\s+(?:am|was|have\s+been|work\s+as)|i'm|im|i've\s+been)\b", re.IGNORECASE)
SPEAKS_FOR = re.compile(
    rf"\b(?:my|our)\s+(?P<first>{KIN_WORDS})\s+(?:is|was)\s+(?:saying|telling|dictating|speaking)\b"
    rf"|\b(?:writing|filling|typing|putting|doing)\s+(?:\w+\s+){{0,5}}?(?:for|on\s+behalf\s+of)\s+my\s+(?P<second>{KIN_WORDS})\b"
    rf"|\bon\s+behalf\s+of\s+my\s+(?P<third>{KIN_WORDS})\b",
    re.IGNORECASE,
)
DEAD = re.compile(
    rf"\blate\s+(?P<late>{KIN_WORDS})\b|\blost\s+(?:my|our|her|his)\s+(?:\w+\s+)?(?P<lost>{KIN_WORDS})\b"
    rf"|\b(?P<died>{KIN_WORDS})\b(?:\s+(?!and\b|has\b|is\b)[\w']+){{0,6}}?\s+(?:died|passed\s+away|passed\s+on)\b"
    rf"|\b(?P<suicide>{KIN_WORDS})\s+(?:took|had\s+taken)\s+(?:his|her|their)\s+own\s+life\b"
    rf"|\b(?:took|killed|claimed)\s+(?:my|our)\s+(?P<taken>{KIN_WORDS})\b"
    rf"|\b(?:death|loss|funeral)\s+of\s+(?:my|our|her|his)\s+(?P<death>{KIN_WORDS})\b",
    re.IGNORECASE,
)
WIDOWED = re.compile(r"\b(?:he|she)\s+(?:has\s+|had\s+)?(?:died|passed\s+away|passed\s+on)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Whose:
    """Who a word is about: self, somebody of the family (and whether they have died), or nobody who counts."""

    who: str
    kin: str = ""
    has_died: bool = False


class Reading:
    """A text cut into sentences, with the people in it; built once and asked for each cue."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = sentences_of(text) or [(0, 0)]
        self.starts = [start for start, _ in self.sentences]
        self.marks = [mark for mark in MARKS.finditer(text) if not self._is_self_as_kin(mark)]
        self.places = [mark.start() for mark in self.marks]
        self.others = sum(bool(mark["he"]) for mark in self.marks)
        self.own = sum(bool(mark["I"]) for mark in self.marks)
        self.is_nomination = bool(NOMINATES.search(text))
        spoken = SPEAKS_FOR.search(text)
        self.spoken_for = next((word.lower() for word in spoken.groups() if word), "") if spoken else ""
        self.dead = {next(word for word in found.groups() if word).lower() for found in DEAD.finditer(text)}
        for found in WIDOWED.finditer(text):
            if kin := self._kin_before(found.start()):
                self.dead.add(kin)

    def sentence(self, place: int) -> tuple[int, int]:
        """Start and end of the sentence that holds the place."""
        return self.sentences[max(bisect_right(self.starts, place) - 1, 0)]

    def before(self, start: int) -> str:
        """The sentence as far as the place, in small letters."""
        return self.text[self.sentence(start)[0] : start].lower()

    def is_denied(self, start: int) -> bool:
        """Whether a "not" of the same clause reaches the place."""
        first, last = self.sentence(start)
        if DENIED_AFTER.match(self.text[start:last]):
            return True
        sentence = self.text[first:last].lower()
        ends = (found.end() for found in CLAUSE_ENDS.finditer(sentence))
        clause_start = max((end for end in ends if end <= start - first), default=0)
        return reaches(NOT, sentence[clause_start : start - first])

    def is_wished(self, start: int) -> bool:
        """Whether the place is something hoped for, needed or offered as praise, not something done."""
        clause = re.split(r"[;:()]|\bbut\b|,", self.before(start))[-1]
        return reaches(WISH, clause)

    def whose(self, start: int, end: int) -> Whose:
        """The person that the words from start to end are about."""
        first, last = self.sentence(start)
        if after := OF_MY_KIN.match(self.text[end:last]):
            return self._of_kin((after["kin"] or UNNAMED).lower())
        if as_kin := AS_KIN_OF.search(self.text[first:start]):
            return self._of_kin("child" if as_kin["parent"] else UNNAMED)
        nearest = bisect_right(self.places, start) - 1
        if nearest < 0 or self.places[nearest] < first:
            return Whose(SELF)
        return self._of_mark(self.marks[nearest], start, last)

    def _of_mark(self, mark: re.Match[str], start: int, sentence_end: int) -> Whose:
        if mark["other"]:
            return Whose(SELF if self.is_nomination or self.spoken_for else NOBODY)
        if mark["kin"]:
            return self._of_kin(kin_of(mark))
        if mark["named"]:
            return self._of_kin(UNNAMED)
        if mark["I"]:
            between = self.text[mark.start() : start]
            names_itself = self.is_nomination and I_AM.match(between) and not NOMINATES.search(between)
            return Whose(NOBODY if self.spoken_for or names_itself else SELF)
        if self.is_nomination or self.spoken_for:
            return Whose(SELF)
        kin = self._kin_before(mark.start()) or self._kin_between(mark.end(), sentence_end)
        return self._of_kin(kin) if kin else self._of_nobody_named()

    def _of_nobody_named(self) -> Whose:
        """A "he" without a name is the person put forward where the text is mostly about him, else a relative."""
        return Whose(SELF) if self.others > self.own else self._of_kin(UNNAMED)

    def _of_kin(self, kin: str) -> Whose:
        if kin == self.spoken_for:
            return Whose(SELF)
        return Whose(KIN, kin, kin in self.dead)

    def _kin_before(self, place: int) -> str:
        earlier = reversed(self.marks[: bisect_left(self.places, place)][-NEAR_MARKS:])
        return next((kin_of(mark) for mark in earlier if mark["kin"]), "")

    def _kin_between(self, start: int, end: int) -> str:
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        return next((kin_of(mark) for mark in self.marks[first:last] if mark["kin"]), "")

    def _is_self_as_kin(self, mark: re.Match[str]) -> bool:
        return bool(mark["kin"] and SELF_AS_KIN.search(self.text[max(0, mark.start() - 60) : mark.start()]))


def kin_of(mark: re.Match[str]) -> str:
    """The word for the relative, in small letters."""
    return (mark["owned"] or mark["bare"]).lower()


def reaches(cue: re.Pattern[str], clause: str) -> bool:
    """Whether the last such cue of the clause stands near enough to its end."""
    ends = [found.end() for found in cue.finditer(clause)]
    return bool(ends) and len(clause[ends[-1] :].split()) <= REACH_IN_WORDS
