"""Changing one workstream by hand: who could sit there, who could not and why, and what it would cost."""

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from recruit.actions.plans import Override, forbidden, people_in, tried
from recruit.queries.matches import planning_of, price_of
from recruit.queries.plans import held_on, people_by_id
from recruit.web.staff.plans.forms import person_from
from recruit.web.staff.plans.reasons import why_not_words

NEXT_BEST, EMPTY_SEAT = "next-best", "empty-seat"


@dataclass(frozen=True)
class Possible:
    """Somebody who could sit there, with their score for it and where they sit in this plan."""

    candidate_id: UUID
    name: str
    score: float
    sits_in: str


@dataclass(frozen=True)
class Tried:
    """What somebody wants to try; nothing yet when `is_whole` is false."""

    out: str
    who: str

    @property
    def is_whole(self):
        return bool(self.out and self.who) and (self.out, self.who) != (EMPTY_SEAT, NEXT_BEST)

    def override(self, group_id, reason=""):
        """The choice as an action takes it; None for "keep this person out, take the next best"."""
        if self.who == NEXT_BEST:
            return None
        return Override(group_id, UUID(self.who), person_from(self.out), reason)

    def choices(self, group_id):
        override = self.override(group_id)
        return tried(override) if override else [forbidden(group_id, UUID(self.out))]


@dataclass(frozen=True)
class Choosing:
    """One workstream of a plan, open for a change by hand."""

    seated: list
    standing: list
    has_empty_seat: bool
    possible: list[Possible]
    impossible: list[tuple[str, str]]
    tried: Tried
    price: object | None
    moves: list[str]


def tried_from(arguments, seated, possible):
    """What an address asks to try; whoever cannot be meant is left out."""
    out, who = arguments.get("out", ""), arguments.get("who", "")
    outs = {str(person.id) for person in seated} | {EMPTY_SEAT}
    ins = {str(each.candidate_id) for each in possible} | {NEXT_BEST}
    return Tried(out if out in outs else "", who if who in ins else "")


def choosing_of(plan, group, groups, arguments):
    planning = planning_of(plan.programme_id, on=plan.starts_on, choices=plan.choices)
    people = people_by_id([UUID(key) for key in planning.people])
    here = people_in(plan.solved, group.id)
    held = {each.candidate_id for each in held_on(plan.starts_on, [group.id])}
    seated = [people[who] for who in here if who in people and who not in held]
    sits_in = {who: each.name for each in groups for who in people_in(plan.solved, each.id)}
    possible, impossible = [], []
    for who, person in sorted(people.items(), key=lambda item: item[1].name):
        if who in here:
            continue
        if reasons := planning.why_not(who, group.id):
            kept_out = any((each.candidate_id, each.group_id) == (who, group.id) for each in plan.choices)
            dates = planning.dates_of(who, group.id)
            impossible.append((person.name, why_not_words(reasons, dates=dates, kept_out=kept_out)))
        else:
            value = planning.problem.scores[str(group.id)][str(who)]
            possible.append(Possible(who, person.name, value, sits_in.get(who, "")))
    possible.sort(key=lambda each: -each.score)
    asked = tried_from(arguments, seated, possible)
    price = price_of(planning, asked.choices(group.id), before=plan.solved) if asked.is_whole else None
    return Choosing(
        seated=seated,
        standing=[people[who] for who in here if who in people and who in held],
        has_empty_seat=len(here) < len(group.seats),
        possible=possible,
        impossible=impossible,
        tried=asked,
        price=price,
        moves=moves_of(plan.solved, price.solved, groups, people) if price else [],
    )


def moves_of(before, after, groups, people):
    """What changes from one plan to the other, a line a workstream."""
    lines = []
    for group in groups:
        was, will = set(people_in(before, group.id)), set(people_in(after, group.id))
        if was != will:
            names = " + ".join(people[who].name for who in people_in(after, group.id) if who in people)
            lines.append(f"{group.name}: {names or _('nobody')}")
    return lines
