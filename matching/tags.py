"""Tags that a text suggests, with the words that led to them; a person keeps, removes or adds."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .echoes import echoed
from .judging import Tag, tags_of
from .meant import Meaning
from .phrases import cues, words_of
from .reading import BadInput, shown
from .scope import Reading
from .spelling import Corrected, corrected

LONGEST = 20_000
FOLLOWS = 0.6

LONG_TERM = ("diabetes", "heart_stroke", "respiratory", "kidney", "blood_disorder", "neuro", "hiv")
OF_A_CHILD = (
    "diabetes", "respiratory", "cancer", "kidney", "blood_disorder", "neuro", "learning_disability",
    "autism_nd", "physical_disability", "sight_loss", "hearing_loss", "heart_stroke",
)  # fmt: skip


def suggest(text: str) -> list[Tag]:
    """Tags that the text states about its writer, or about the person it puts forward.

    A word that is denied, wished for, somebody else's, a title, a place, a greeting or a language
    gives no tag of its own. Nothing written gives nothing. The tags come in the order of their words.
    Raises BadInput for what is not text, or is longer than 20,000 letters.
    """
    if not isinstance(text, str):
        raise BadInput(f"text: must be text, not {shown(text)}")
    if len(text) > LONGEST:
        raise BadInput(f"text: must be at most {LONGEST} letters, not {len(text)}")
    right = corrected(text)
    reading = Reading(right.text)
    meaning = Meaning(reading)
    found = [tag for cue in cues() for tag in tags_of(cue, reading, meaning)]
    work = [tag for tag in found if tag.code == "professional_background"]
    found = [tag for tag in found if not is_a_job(tag, work)]
    found += [again for tag in found for again in echoed(tag, reading)]
    found += what_follows(found, reading)
    return [
        as_written(tag, right, text) for tag in sorted(best_of(found), key=lambda tag: (tag.start, tag.code))
    ]


def is_a_job(tag: Tag, work: Iterable[Tag]) -> bool:
    """Whether the words of an experience are part of the name of somebody's work in health or care."""
    return tag.facet == "lived" and any(job.start < tag.end and tag.start < job.end for job in work)


def what_follows(found: Iterable[Tag], reading: Reading) -> Iterator[Tag]:
    """Tags that no words name but that others together mean."""
    lived = [tag for tag in found if tag.facet == "lived"]
    own = [tag for tag in lived if tag.code in LONG_TERM and tag.perspective == "self"]
    if len({tag.code for tag in own}) > 1:
        yield replace(own[-1], code="ltc_multiple", confidence=FOLLOWS)
    children = words_of("child")
    for tag in lived:
        whose = reading.whose(tag.start, tag.end)
        if tag.code in OF_A_CHILD and whose.kin in children and not whose.has_died:
            yield replace(tag, code="parent_carer", perspective="self", confidence=FOLLOWS)


def best_of(found: Iterable[Tag]) -> list[Tag]:
    """One tag for each code and perspective; of links the strongest counts, of the same the surest and first."""
    links = ("leader", "active", "member", None)
    best: dict[tuple[str, str, str | None], Tag] = {}
    for tag in sorted(found, key=lambda tag: (links.index(tag.link), -tag.confidence, tag.start)):
        best.setdefault((tag.facet, tag.code, tag.perspective), tag)
    return list(best.values())


def as_written(tag: Tag, right: Corrected, text: str) -> Tag:
    """The tag with its words as the person wrote them, less sure where a spelling was put right."""
    start, end = right.written(tag.start, tag.end)
    written = text[start:end]
    same = written.replace("’", "'").replace("‘", "'") == tag.evidence
    confidence = tag.confidence if same else round(tag.confidence * 0.9, 3)
    return replace(tag, start=start, end=end, evidence=written, confidence=confidence)
