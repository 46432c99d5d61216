"""Why a total is what it is, and what exactly would change it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from .availability import DOES_NOT_FIT, PARTS_OF_DAY
from .evidence import EvidenceLine
from .ranking import Entry
from .records import REACH, Person, Role
from .scoring import BACKED, CONFIRMED, RoleScorer
from .tags import suggest

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Contribution:
    """Points of the total that one tag of one score gives, and the lines that speak for it."""

    score: str
    tag: str
    points: float
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Counterfactual:
    """One change, and what it would come to, worked out by scoring the changed person again.

    kind: skill, lived, community, meetings, hours or waive; about: the tag or the time in words;
    gain: points of the total, or None where there is no total before or after;
    opens: whether it would take away the last obstacle (dates that do not fit, an essential missing);
    mends: whether it would take away one obstacle at least;
    person: the changed record itself, so that the promise can be checked.
    """

    kind: str
    about: str
    person: Person
    total: float | None
    gain: float | None
    fit: str
    to_look_at: tuple[str, ...]
    opens: bool
    mends: bool

    @property
    def text(self) -> str:
        """The promise in plain English."""
        promises = []
        if self.opens:
            promises.append("make you eligible")
        elif self.mends:
            promises.append("take one hurdle away")
        if self.gain and round(self.gain, 1):
            promises.append(f"add {self.gain:.1f} points")
        return f"{self.about} would {' and '.join(promises) or 'change nothing'}"


@dataclass(frozen=True)
class Explanation:
    """One person's total for one role: what adds up to it, the evidence and what would change it."""

    entry: Entry
    contributions: tuple[Contribution, ...]
    evidence: tuple[EvidenceLine, ...]
    counterfactuals: tuple[Counterfactual, ...]


def explain(scorer: RoleScorer, person: Person, *, when: Mapping[str, datetime] | None = None) -> Explanation:
    """Explain a person's total by a fitted scorer.

    when: the local start of each meeting by id; an id such as "2027-01-12T10" needs none.
    Contributions come greatest first, and so do the changes; changes are of one thing at a time, against
    the pool the scorer has learnt from. Nobody is told to fall ill: lived experience changes only in
    how well it is backed.
    """
    entry = scorer.entry(person)
    changes = (
        counterfactual(scorer, entry, kind=kind, about=about, changed=changed)
        for kind, about, changed in changes_of(scorer.role, person, entry, when or {})
    )
    worthwhile = [change for change in changes if change.mends or (change.gain or 0.0) > 0]
    return Explanation(
        entry=entry,
        contributions=contributions_by_tag(entry),
        evidence=entry.evidence,
        counterfactuals=tuple(
            sorted(worthwhile, key=lambda each: (not each.opens, not each.mends, -(each.gain or 0.0)))
        ),
    )


def contributions_by_tag(entry: Entry) -> tuple[Contribution, ...]:
    """Each score's points of the total, divided among its parts; they add up to the total."""
    spoken = {line.line: tags_in(line) for line in entry.evidence}
    found = [
        Contribution(
            score=name,
            tag=tag,
            points=points * entry.contributions[name] / (entry.scores[name] or 1.0),
            evidence=tuple(line for line, tags in spoken.items() if tag in tags),
        )
        for name, parts in entry.parts.items()
        if name in entry.contributions
        for tag, points in parts.items()
    ]
    return tuple(sorted(found, key=lambda each: -each.points))


def tags_in(line: EvidenceLine) -> set[str]:
    """What a line speaks for: the tags its words suggest, and text where it shares words with a criterion."""
    return {f"{tag.facet}:{tag.code}" for tag in suggest(line.line)} | ({"text"} if line.terms else set())


def counterfactual(
    scorer: RoleScorer, entry: Entry, *, kind: str, about: str, changed: Person
) -> Counterfactual:
    """Score the changed person and say what came of it."""
    after = scorer.entry(changed)
    gain = None if entry.total is None or after.total is None else after.total - entry.total
    return Counterfactual(
        kind=kind,
        about=about,
        person=changed,
        total=after.total,
        gain=gain,
        fit=after.fit,
        to_look_at=after.to_look_at,
        opens=not is_open(entry) and is_open(after),
        mends=obstacles(after) < obstacles(entry),
    )


def obstacles(entry: Entry) -> int:
    """How many essentials are to look at, and one more for dates or hours that do not fit."""
    return len(entry.to_look_at) + (entry.fit == DOES_NOT_FIT)


def is_open(entry: Entry) -> bool:
    """Whether nothing stands in the way of a place."""
    return obstacles(entry) == 0


Change = tuple[str, str, Person]


def changes_of(role: Role, person: Person, entry: Entry, when: Mapping[str, datetime]) -> Iterator[Change]:
    """Every single change worth trying, as its kind, what it is about and the person changed."""
    yield from skill_changes(role, person)
    yield from lived_changes(role, person)
    yield from community_changes(role, person)
    yield from meeting_changes(role, person, when)
    if person.hours is not None and person.hours < role.hours:
        yield "hours", f"{role.hours:g} hours a month", replace(person, hours=role.hours)
    for tag in entry.to_look_at:
        yield "waive", f"waiving {tag}", replace(person, waived=(*person.waived, tag))


def skill_changes(role: Role, person: Person) -> Iterator[Change]:
    """A wanted or essential skill backed by an example, or confirmed where it is backed already."""
    if person.skills is None:
        return
    essential = (tag.partition(":")[2] for tag in role.essential if tag.startswith("skills:"))
    for code in dict.fromkeys([*role.skills, *essential]):
        strength = person.skills.get(code, 0.0)
        if strength < CONFIRMED:
            better = BACKED if strength < BACKED else CONFIRMED
            yield "skill", f"skills:{code}", replace(person, skills={**person.skills, code: better})


def lived_changes(role: Role, person: Person) -> Iterator[Change]:
    """A wanted lived experience that the person has, backed by an example or confirmed."""
    for place, lived in enumerate(person.lived or ()):
        if lived.code in role.lived and 0 < lived.strength < CONFIRMED:
            better = replace(lived, strength=BACKED if lived.strength < BACKED else CONFIRMED)
            others = person.lived or ()
            changed = (*others[:place], better, *others[place + 1 :])
            yield "lived", f"lived:{lived.code}", replace(person, lived=changed)


def community_changes(role: Role, person: Person) -> Iterator[Change]:
    """One step nearer to a community that the person knows: asking others, being active, leading."""
    steps = list(REACH)
    for code, reach in (person.communities or {}).items():
        if (code in role.communities or role.breadth) and reach != steps[-1]:
            nearer = steps[steps.index(reach) + 1]
            changed = {**(person.communities or {}), code: nearer}
            yield "community", f"communities:{code} ({nearer})", replace(person, communities=changed)


def meeting_changes(role: Role, person: Person, when: Mapping[str, datetime]) -> Iterator[Change]:
    """The missed meetings of one weekday and part of the day, all at once."""
    if person.meetings is None:
        return
    missed: dict[str, list[str]] = defaultdict(list)
    for meeting in role.meetings:
        starts_at = when.get(meeting) or day_and_hour(meeting)
        if meeting not in person.meetings and starts_at is not None:
            missed[time_in_words(starts_at)].append(meeting)
    for words, meetings in missed.items():
        yield "meetings", words, replace(person, meetings=(*person.meetings, *meetings))


def day_and_hour(meeting: str) -> datetime | None:
    """The start that an id such as "2027-01-12T10" spells out; None for any other id."""
    try:
        return datetime.fromisoformat(meeting)
    except ValueError:
        return None


def time_in_words(starts_at: datetime) -> str:
    """The weekday and part of the day, such as "Tuesday mornings"."""
    begun = [name for name, (first, _) in PARTS_OF_DAY.items() if first <= starts_at.time()]
    return f"{WEEKDAYS[starts_at.weekday()]} {begun[-1]}s"
