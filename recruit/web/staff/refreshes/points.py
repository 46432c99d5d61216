"""What each number of changes comes to, in figures and words."""

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from recruit.web.filters import score
from recruit.web.staff.refreshes.steps import moves_words, steps_of
from recruit.web.staff.refreshes.workstreams import tags_in_words, workstream_of


@dataclass(frozen=True)
class Row:
    """One number of changes: a whole plan, in figures and words."""

    changes: int
    value: float
    better_by: float | None
    filled: int
    seats: int
    moves: str
    uncovered: str
    is_empty_handed: bool
    joins: list
    movers: list
    leavers: list
    workstreams: list
    as_before: int


def rows_of(points, around):
    """Every point of the curve as a row; each says what it adds to the row before where it can."""
    rows, before = [], None
    touched = _touched(points)
    for point in points:
        row = _row(point, before, around, touched)
        rows.append(row)
        before = point
    return rows


def empty_before(points, rows):
    """How many seats nobody holds on the day, before anything is done."""
    if not points:
        return 0
    changes = points[0]["plan"]["changes"]
    stood = rows[0].filled - len(changes["added"]) + len(changes["removed"]) + len(changes["untenable"])
    return rows[0].seats - stood


def curve_of(rows, *, is_complete):
    """The points of the drawing; where nothing is left to gain, one more that lies level with the last."""
    drawn = [(row.changes, row.value, score(row.value)) for row in rows]
    return [*drawn, (rows[-1].changes + 1, rows[-1].value, "")] if rows and is_complete else drawn


def _row(point, before, around, touched):
    plan = point["plan"]
    seats = sum(len(group.seats) for group in around.groups)
    joins, movers, leavers = steps_of(plan)
    pairings = {UUID(each["workstream"]): each for each in plan["assignments"]}
    shown = [
        workstream_of(group, pairings[group.id], plan, around)
        for group in around.groups
        if group.id in pairings
    ]
    changed = [each for each in shown if each.lines or each.is_short]
    return Row(
        changes=point["changes"],
        value=point["value"],
        better_by=point["value"] - before["value"] if before else None,
        filled=seats - plan["seats_unfilled"],
        seats=seats,
        moves=moves_words(plan, before, around),
        uncovered=_uncovered(pairings, touched),
        is_empty_handed=not (joins or movers or leavers),
        joins=[around.name(who) for who, _where in joins],
        movers=[around.name(who) for who, _was, _where in movers],
        leavers=[(around.name(who), around.group(where)) for who, where in leavers],
        workstreams=changed,
        as_before=len(shown) - len(changed),
    )


def _touched(points):
    """The workstreams that any of the plans changes or leaves short."""
    found = set()
    for point in points:
        plan = point["plan"]
        found |= {where for kind in plan["changes"].values() for _who, where in kind}
        found |= {each["workstream"] for each in plan["assignments"] if each["why_unfilled"]}
    return {UUID(where) for where in found}


def _uncovered(pairings, touched):
    tags = dict.fromkeys(
        tag for group_id, each in pairings.items() if group_id in touched for tag in each["uncovered"]
    )
    return tags_in_words(tags) or _("None")
