"""Whom a role shuts out, and which one change would win most of them back."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from .availability import share_of_hours, share_of_meetings
from .explaining import WEEKDAYS, day_and_hour
from .records import Person, Role
from .scoring import holds

MIN_ATTENDANCE = 0.6
ENOUGH_HOURS = 0.8
LET_IN, SHUT_OUT, NOT_KNOWN = "let in", "shut out", "not known"
FIELD_OF = {"skills": "skills", "lived": "lived", "communities": "communities"}


@dataclass(frozen=True)
class Loss:
    """How many people one requirement loses, how many it alone loses, and of how many it is not known.

    kind: essential, hours, meeting or meetings (the whole set); about: the tag, the hours or the meeting's id.
    """

    kind: str
    about: str
    lost: int
    alone: int
    not_known: int

    @property
    def text(self) -> str:
        """In plain English: "10 am on Tuesday 12 January 2027 loses 31 people"."""
        return f"{in_words(self.about)} loses {counted(self.lost)}"

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True)
class Change:
    """One change of the role, and how many it would let in, counted by making it.

    kind: essential, hours, meeting, meetings or online; about says it in words; won may be below nought where a
    time suits fewer people; let_in is how many the changed role lets in.
    """

    kind: str
    about: str
    won: int
    let_in: int
    role: Role

    @property
    def text(self) -> str:
        """In plain English: "without skills:finance: 12 more people could come in"."""
        more = "more" if self.won >= 0 else "fewer"
        return f"{self.about}: {counted(abs(self.won), more)} could come in"

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return {name: getattr(self, name) for name in ("kind", "about", "won", "let_in")}


@dataclass(frozen=True)
class ShutOut:
    """Whom a role lets in, shuts out, and of whom it is not known; losses and changes, the greatest first."""

    let_in: int
    shut_out: int
    not_known: int
    losses: tuple[Loss, ...]
    changes: tuple[Change, ...]

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return {
            "let_in": self.let_in,
            "shut_out": self.shut_out,
            "not_known": self.not_known,
            "losses": [each.to_dict() for each in self.losses],
            "changes": [each.to_dict() for each in self.changes],
        }


Answer = bool | None
Requirement = tuple[str, str, Callable[[Person], Answer]]


def shuts_out(
    role: Role,
    people: Iterable[Person],
    *,
    min_attendance: float = MIN_ATTENDANCE,
    alternatives: Mapping[str, Sequence[str]] | None = None,
    hours: Sequence[float] = (),
    online: Mapping[str, Sequence[str]] | None = None,
) -> ShutOut:
    """Count whom each requirement of the role loses, and whom each single change would win back.

    Everybody whose "About you" is done is counted. A person comes in who holds (or was waived) every essential,
    offers 0.8 of the hours, and can attend at least `min_attendance` (0 to 1) of the meetings. Whoever has not
    answered is not known, never lost. alternatives: other ids for a meeting, one tried at a time; hours: fewer
    hours a month to try; online: by id of a meeting, the ids of people who could come with help or online.

    >>> tuesday, evening = "2027-01-12T10", "2027-01-12T18"
    >>> pool = [Person(id=f"p{each}", about_done=True, meetings=(evening,)) for each in range(3)]
    >>> found = shuts_out(Role(meetings=(tuesday,)), pool, alternatives={tuesday: [evening]})
    >>> found.losses[0].text
    '10 am on Tuesday 12 January 2027 loses 3 people'
    >>> found.changes[0].text
    '6 pm on Tuesday 12 January 2027 instead of 10 am on Tuesday 12 January 2027: 3 more people could come in'
    """
    pool = tuple(person for person in people if person.about_done)
    now = counts_of(role, pool, min_attendance)
    changes = [
        changed(kind, about, now, other, pool_then, min_attendance)
        for kind, about, other, pool_then in changes_of(role, pool, alternatives or {}, hours, online or {})
    ]
    return ShutOut(
        let_in=now[LET_IN],
        shut_out=now[SHUT_OUT],
        not_known=now[NOT_KNOWN],
        losses=losses_of(role, pool, min_attendance),
        changes=tuple(sorted(changes, key=lambda each: -each.won)),
    )


def requirements(role: Role, min_attendance: float) -> Iterator[Requirement]:
    """Everything that may shut somebody out; each says True, False or None for not known."""
    for tag in role.essential:
        yield "essential", tag, partial(has_essential, role, tag)
    if role.hours:
        yield "hours", f"{role.hours:g} hours a month", partial(has_hours, role)
    if role.meetings:
        yield "meetings", "the whole set of meetings", partial(has_meetings, role, min_attendance)


def losses_of(role: Role, pool: Sequence[Person], min_attendance: float) -> tuple[Loss, ...]:
    """Each requirement and each single meeting, the one that loses most people first."""
    asked = list(requirements(role, min_attendance))
    answers = [[meets(person) for _, _, meets in asked] for person in pool]
    found = []
    for place, (kind, about, _) in enumerate(asked):
        lost = [row for row in answers if row[place] is False]
        alone = sum(row.count(True) == len(row) - 1 for row in lost)
        found.append(Loss(kind, about, len(lost), alone, sum(row[place] is None for row in answers)))
    unanswered = sum(person.meetings is None for person in pool)
    for meeting in role.meetings:
        lost_here = sum(person.meetings is not None and meeting not in person.meetings for person in pool)
        found.append(
            Loss("meeting", meeting, lost_here, _alone(role, pool, meeting, min_attendance), unanswered)
        )
    return tuple(sorted(found, key=lambda each: (-each.lost, each.kind == "meetings")))


def _alone(role: Role, pool: Sequence[Person], meeting: str, min_attendance: float) -> int:
    """People who would come in if they could attend this one meeting too."""
    return sum(
        standing(role, person, min_attendance) == SHUT_OUT
        and standing(role, replace(person, meetings=(*person.meetings, meeting)), min_attendance) == LET_IN
        for person in pool
        if person.meetings is not None and meeting not in person.meetings
    )


def changes_of(
    role: Role,
    pool: tuple[Person, ...],
    alternatives: Mapping[str, Sequence[str]],
    hours: Sequence[float],
    online: Mapping[str, Sequence[str]],
) -> Iterator[tuple[str, str, Role, tuple[Person, ...]]]:
    """Every single change: its kind, its words, the role changed and the pool as it would be then."""
    for tag in role.essential:
        kept = tuple(each for each in role.essential if each != tag)
        yield "essential", f"without {tag}", replace(role, essential=kept), pool
    for fewer in hours:
        if fewer < role.hours:
            yield "hours", f"{fewer:g} hours a month", replace(role, hours=fewer), pool
    for place, meeting in enumerate(role.meetings):
        for other in alternatives.get(meeting, ()):
            if other not in role.meetings:
                moved = (*role.meetings[:place], other, *role.meetings[place + 1 :])
                yield (
                    "meeting",
                    f"{in_words(other)} instead of {in_words(meeting)}",
                    replace(role, meetings=moved),
                    pool,
                )
        if helped := set(online.get(meeting, ())):
            yield (
                "online",
                f"help or online for {in_words(meeting)}",
                role,
                tuple(with_meeting(person, meeting) if person.id in helped else person for person in pool),
            )


def with_meeting(person: Person, meeting: str) -> Person:
    """The person, able to attend this meeting too; whoever has not answered stays not known."""
    if person.meetings is None or meeting in person.meetings:
        return person
    return replace(person, meetings=(*person.meetings, meeting))


def changed(
    kind: str, about: str, now: Mapping[str, int], role: Role, pool: Sequence[Person], min_attendance: float
) -> Change:
    """Make the change and count again."""
    let_in = counts_of(role, pool, min_attendance)[LET_IN]
    return Change(kind, about, let_in - now[LET_IN], let_in, role)


def counts_of(role: Role, pool: Sequence[Person], min_attendance: float) -> dict[str, int]:
    """How many are let in, shut out, and not known."""
    counts = dict.fromkeys((LET_IN, SHUT_OUT, NOT_KNOWN), 0)
    for person in pool:
        counts[standing(role, person, min_attendance)] += 1
    return counts


def standing(role: Role, person: Person, min_attendance: float) -> str:
    """Shut out by anything that is known, let in where all is known, otherwise not known."""
    answers = [meets(person) for _, _, meets in requirements(role, min_attendance)]
    if False in answers:
        return SHUT_OUT
    return NOT_KNOWN if None in answers else LET_IN


def has_essential(role: Role, tag: str, person: Person) -> Answer:
    """Whether the person holds an essential or was waived it; None where they have not answered."""
    if tag in person.waived or holds(role, person, tag):
        return True
    return None if getattr(person, FIELD_OF.get(tag.partition(":")[0], "groups")) is None else False


def has_hours(role: Role, person: Person) -> Answer:
    """Whether the hours are enough; None where they are not known."""
    share = share_of_hours(role.hours, person.hours)
    return None if share is None else share >= ENOUGH_HOURS


def has_meetings(role: Role, min_attendance: float, person: Person) -> Answer:
    """Whether enough of the meetings can be attended; None where that is not known."""
    share = share_of_meetings(role.meetings, person.meetings)
    return None if share is None else share >= min_attendance


def counted(number: int, more: str = "") -> str:
    """A number of people in words."""
    return " ".join(each for each in (str(number), more, "person" if number == 1 else "people") if each)


def in_words(about: str) -> str:
    """A meeting's id such as "2027-01-12T10" as a time and a day; any other text as it is."""
    starts_at = day_and_hour(about)
    if starts_at is None:
        return about
    minutes = f":{starts_at.minute:02}" if starts_at.minute else ""
    hour = f"{(starts_at.hour - 1) % 12 + 1}{minutes} {'am' if starts_at.hour < 12 else 'pm'}"
    return f"{hour} on {WEEKDAYS[starts_at.weekday()]} {starts_at.day} {starts_at:%B %Y}"
