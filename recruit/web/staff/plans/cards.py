"""A plan as the page shows it: one card a workstream, with what each brings and what only the pair covers."""

from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from recruit.actions.plans import people_in
from recruit.reference import taxonomies
from recruit.web.filters import month, score
from recruit.web.staff.plans.feet import foot_of
from recruit.web.staff.plans.reasons import uncovered_words
from recruit.web.unfilled import loosening_words, why_empty_words
from recruit.web.words import area, tag_words

EXPERIENCED, NEW, EMPTY = "experienced", "new", "empty"


@dataclass(frozen=True)
class Half:
    """One seat of a pair: who, or why nobody."""

    kind: str
    name: str
    short_name: str
    lines: tuple[str, ...]
    url: str = ""
    url_words: str = ""


@dataclass(frozen=True)
class Wanted:
    """One thing asked for, and which of the two bring it."""

    label: str
    held: tuple[bool, ...]
    words: str
    is_uncovered: bool


@dataclass(frozen=True)
class Card:
    """One workstream of a plan."""

    group_id: UUID
    title: str
    times: str
    value: str
    possible: str
    halves: tuple[Half, ...]
    wanted: tuple[Wanted, ...]
    days: tuple[str, ...]
    days_words: str
    state: str
    foot_first: str
    foot: str
    is_full: bool
    is_standing: bool
    has_choices: bool


@dataclass(frozen=True)
class Facts:
    """The rows a plan's page is made of."""

    plan: object
    groups: list
    people: dict
    times: dict
    dates: dict
    held: list
    placements: list
    versions: dict


def cards_of(facts):
    """A card for each workstream, in their own order: never reshuffled by value."""
    assignments = {UUID(each["workstream"]): each for each in facts.plan.solved["assignments"]}
    return [_card(facts, group, assignments[group.id]) for group in facts.groups if group.id in assignments]


def _card(facts, group, assignment):
    people = [UUID(who) for who in assignment["people"] if UUID(who) in facts.people]
    halves = [_half(facts, group, who, assignment) for who in people]
    empty = len(group.seats) - len(people)
    halves += [_empty_half(assignment)] * empty
    days, days_words = _dates(facts, group, people)
    possible = facts.plan.solved.get("possible", {}).get(str(group.id))
    state, foot_first, foot = foot_of(facts, group, assignment, empty, len(people))
    return Card(
        group_id=group.id,
        title=group.name,
        times=capital(facts.times.get(group.id, "")),
        value=score(assignment["value"]),
        possible=_("of %(value)s possible", value=score(possible)) if possible else "",
        halves=tuple(halves),
        wanted=tuple(_wanted(facts, group, assignment, people, empty)),
        days=tuple(days),
        days_words=days_words,
        state=state,
        foot_first=foot_first,
        foot=foot,
        is_full=not empty,
        is_standing=not empty
        and set(people) <= {each.candidate_id for each in facts.held if each.group_id == group.id},
        has_choices=any(choice.group_id == group.id for choice in facts.plan.choices),
    )


def _half(facts, group, who, assignment):
    person = facts.people[who]
    is_experienced = str(who) in assignment["covers"].get(EXPERIENCED, ())
    ends_on = _ends_on(facts, group.id, who)
    place = area(person.area)
    until = _("%(area)s, until %(month)s", area=place, month=month(ends_on)) if ends_on else place
    organisation = person.nominated_by.name if person.nominated_by else _("Registered themselves")
    return Half(
        kind=EXPERIENCED if is_experienced else NEW,
        name=person.name,
        short_name=first_name(person),
        lines=(organisation, until),
    )


def _empty_half(assignment):
    why = assignment["why_unfilled"]
    helps = loosening_words(why)
    told = [why_empty_words(why), _("What would help: %(what)s.", what=helps) if helps else ""]
    return Half(
        kind=EMPTY,
        name=_("Empty seat"),
        short_name=_("Empty"),
        lines=tuple(filter(None, told)),
        url=url_for("staff.calls.new"),
        url_words=_("Ask organisations for names"),
    )


def _ends_on(facts, group_id, who):
    asked = [
        offer for offer in facts.plan.offers if (offer.seat.group_id, offer.candidate_id) == (group_id, who)
    ]
    ends = [offer.ends_on for offer in asked]
    ends += [each.ends_on for each in facts.held if (each.group_id, each.candidate_id) == (group_id, who)]
    ends += [
        each.ends_on for each in facts.placements if (each.group_id, each.candidate_id) == (group_id, who)
    ]
    return ends[0] if ends else None


def _wanted(facts, group, assignment, people, empty):
    for criterion in sorted(
        facts.versions[group.id].criteria, key=lambda each: (-each.weight, each.position)
    ):
        tag = taxonomies.tag_id(str(criterion.facet), criterion.code)
        holders = assignment["covers"].get(tag, [])
        held = [str(who) in holders for who in people] + [False] * empty
        yield Wanted(
            label=tag_words(criterion.code, str(criterion.facet)),
            held=tuple(held),
            words=_held_words([facts.people[who] for who in people], held),
            is_uncovered=not holders,
        )


def _held_words(people, held):
    holders = [person for person, holds in zip(people, held, strict=False) if holds]
    if not holders:
        return uncovered_words()
    if len(holders) == 1:
        return _("only %(name)s", name=first_name(holders[0]))
    return _("both") if len(holders) == 2 else _("%(count)s of them", count=len(holders))


def _dates(facts, group, people):
    """The true dates: how many can be made by both, and by the pair together."""
    dates = facts.dates[group.id]
    if not people or not dates.meetings:
        return [], _("No dates are set yet") if not dates.meetings else ""
    counts = dates.of_pair(people)
    kinds = {0: "nobody", len(people): "both"}
    days = [kinds.get(count, "one") for count in counts]
    total, every, some = len(counts), days.count("both"), total_made(counts)
    if len(people) == 1:
        name = first_name(facts.people[people[0]])
        return days, _("%(name)s can make %(can)s of %(total)s dates", name=name, can=every, total=total)
    told = _("Both can make %(can)s of %(total)s dates", can=every, total=total)
    return days, told if every == total else f"{told}, " + _("together %(some)s", some=some)


def total_made(counts):
    return sum(count > 0 for count in counts)


def capital(text):
    return text[:1].upper() + text[1:]


def deeds_of(plan):
    """How many times somebody chose: an override and what it keeps out are one choice, and so is a locked pair."""
    return len({(choice.group_id, choice.at) for choice in plan.choices})


def first_name(person):
    return person.name.split()[0]


def new_people(facts):
    """How many of those who would sit somewhere have not done this before, and of how many."""
    seated = {who for group in facts.groups for who in people_in(facts.plan.solved, group.id)}
    new = {
        who
        for each in facts.plan.solved["assignments"]
        for who in each["people"]
        if who in each["covers"].get(NEW, ())
    }
    return ngettext(
        "%(num)s of %(all)s people is new to this",
        "%(num)s of %(all)s people are new to this",
        len(new),
        all=len(seated),
    )
