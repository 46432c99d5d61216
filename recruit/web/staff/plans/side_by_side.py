"""Several drafts beside each other: who would sit where in each."""

from dataclasses import dataclass
from uuid import UUID

from recruit.actions.plans import people_in


@dataclass(frozen=True)
class Line:
    """One workstream in every draft; `differs` where the drafts do not agree."""

    group: str
    names: tuple[tuple[str, ...], ...]
    differs: bool


@dataclass(frozen=True)
class Worst:
    """The workstream that is worth least in a plan."""

    name: str
    value: float


def compared(drafts, groups, people_by_id):
    people = people_by_id(
        {UUID(who) for plan in drafts for each in plan.solved["assignments"] for who in each["people"]}
    )
    return [_line(group, drafts, people) for group in groups]


def _line(group, drafts, people):
    names = tuple(
        tuple(sorted(people[who].name for who in people_in(plan.solved, group.id) if who in people))
        for plan in drafts
    )
    return Line(group.name, names, differs=len(set(names)) > 1)


def worst_of(plan, groups):
    names = {str(group.id): group.name for group in groups}
    values = [
        (each["value"], names[each["workstream"]])
        for each in plan.solved["assignments"]
        if each["workstream"] in names
    ]
    return Worst(*reversed(min(values))) if values else None
