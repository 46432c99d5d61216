"""What each number of changes comes to: who joins, who moves, what stays empty or uncovered."""

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from recruit.queries.pairs import SeatKind
from recruit.reference import taxonomies
from recruit.web.filters import in_words, score
from recruit.web.unfilled import loosening_words, why_empty_words

MOST_TAGS = 3


@dataclass(frozen=True)
class Around:
    """What the plans speak of, as rows: workstreams in their order, people by id, and why we looked."""

    groups: list
    people: dict
    experienced: set
    because_term: object
    asked: dict
    times: dict

    def name(self, who):
        person = self.people.get(who)
        return person.name if person else _("somebody who has left")

    def group(self, where):
        return next((group.name for group in self.groups if group.id == where), "")


@dataclass(frozen=True)
class Workstream:
    """One workstream as it would be, and what is new about it."""

    group_id: UUID
    name: str
    kinds: list
    lines: list
    is_short: bool
    why: str
    helps: str
    who_would_help: str


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


def people_spoken_of(points):
    """Everybody who sits somewhere in any of the plans, or would leave."""
    seated = {who for point in points for each in point["plan"]["assignments"] for who in each["people"]}
    gone = {
        who
        for point in points
        for kind in ("removed", "untenable")
        for who, _where in point["plan"]["changes"][kind]
    }
    return {UUID(who) for who in seated | gone}


def _row(point, before, around, touched):
    plan = point["plan"]
    seats = sum(len(group.seats) for group in around.groups)
    joins, movers, leavers = _steps(plan)
    pairings = {UUID(each["workstream"]): each for each in plan["assignments"]}
    shown = [_workstream(group, pairings[group.id], plan, around) for group in around.groups if group.id in pairings]
    changed = [each for each in shown if each.lines or each.is_short]
    return Row(
        changes=point["changes"],
        value=point["value"],
        better_by=point["value"] - before["value"] if before else None,
        filled=seats - plan["seats_unfilled"],
        seats=seats,
        moves=_moves(plan, before, around),
        uncovered=_uncovered(pairings, touched),
        is_empty_handed=not (joins or movers or leavers),
        joins=[around.name(who) for who, _where in joins],
        movers=[around.name(who) for who, _was, _where in movers],
        leavers=[(around.name(who), around.group(where)) for who, where in leavers],
        workstreams=changed,
        as_before=len(shown) - len(changed),
    )


def _steps(plan):
    """Who joins, who moves from where to where, and who leaves without another seat."""
    changes = plan["changes"]
    added = [(UUID(who), UUID(where)) for who, where in changes["added"]]
    gone = [(UUID(who), UUID(where)) for who, where in [*changes["removed"], *changes["untenable"]]]
    left = dict(gone)
    joins = [(who, where) for who, where in added if who not in left]
    movers = [(who, left[who], where) for who, where in added if who in left]
    leavers = [(who, where) for who, where in gone if who not in {each for each, _where in added}]
    return joins, movers, leavers


def _told(plan, around):
    """Each step of a plan in a few words."""
    joins, movers, leavers = _steps(plan)
    yield from (
        _("%(name)s to %(group)s", name=around.name(who), group=around.group(where)) for who, where in joins
    )
    for who, was, where in movers:
        yield _(
            "%(name)s from %(was)s to %(group)s",
            name=around.name(who),
            was=around.group(was),
            group=around.group(where),
        )
    yield from (
        _("%(name)s leaves %(group)s", name=around.name(who), group=around.group(where))
        for who, where in leavers
    )


def _moves(plan, before, around):
    told = list(_told(plan, around))
    earlier = list(_told(before["plan"], around)) if before else []
    more = [step for step in told if step not in earlier]
    if earlier and not more and len(earlier) == len(told):
        return _("The same as the row before")
    if not told:
        return _("Nobody moves, nobody joins")
    if earlier and set(earlier) <= set(told):
        return _("Also: %(steps)s", steps=", ".join(more))
    return ", ".join(told)


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


def tags_in_words(tags):
    """A few labels of the lists; areas and sides seen from are wants that nobody asks for by name."""
    labels = list(dict.fromkeys(taxonomies.tag_label(tag) for tag in tags if taxonomies.has(*taxonomies.facet_and_code(tag))))
    more = len(labels) - MOST_TAGS
    if more <= 0:
        return ", ".join(labels)
    return _("%(labels)s and %(more)s more", labels=", ".join(labels[:MOST_TAGS]), more=more)


def _workstream(group, pairing, plan, around):
    who = [UUID(each) for each in pairing["people"]]
    empty = max(0, len(group.seats) - len(who))
    kinds = [SeatKind.EXPERIENCED if each in around.experienced else SeatKind.NEW for each in who]
    why = pairing["why_unfilled"]
    return Workstream(
        group_id=group.id,
        name=group.name,
        kinds=kinds + [SeatKind.EMPTY] * empty,
        lines=_lines(group, pairing, plan, around),
        is_short=bool(empty),
        why=why_empty_words(why) if empty else "",
        helps=loosening_words(why) if empty else "",
        who_would_help=_who_would_help(group, pairing, around) if empty else "",
    )


def _lines(group, pairing, plan, around):
    """What would be new in one workstream."""
    joins, movers, leavers = _steps(plan)
    going = [who for who, where in leavers if where == group.id]
    going += [who for who, was, _where in movers if was == group.id]
    coming = [who for who, where in joins if where == group.id]
    coming += [who for who, _was, where in movers if where == group.id]
    left = _seats_left(group, going, around)
    lines = []
    for who in coming:
        lines.append(
            _("%(name)s takes the seat of %(other)s", name=around.name(who), other=left.pop(0))
            if left
            else _("%(name)s fills the empty seat", name=around.name(who))
        )
        brings = tags_in_words(
            tag for tag, holders in pairing["covers"].items() if holders == [str(who)]
        )
        if brings:
            lines.append(_("Only they bring: %(tags)s", tags=brings))
    lines += [_("%(name)s leaves", name=around.name(who)) for who in going]
    return lines


def _seats_left(group, going, around):
    """Whose seats newcomers take, in order: of those who make room here, then of whoever left."""
    left = [around.name(who) for who in going]
    term = around.because_term
    if term is not None and term.seat.group_id == group.id:
        left.append(term.candidate.name)
    return left


def _who_would_help(group, pairing, around):
    """What kind of person could fill an empty seat."""
    wanted = [label for tag, label in around.asked.get(group.id, ()) if tag in pairing["uncovered"]][:MOST_TAGS]
    when = around.times.get(group.id)
    told = []
    if wanted:
        told.append(_("brings %(tags)s", tags=in_words(wanted)))
    if when:
        told.append(_("can come when it meets (%(when)s)", when=when))
    if pairing["people"]:
        told.append(_("was not named by the same organisation"))
    return _("Somebody who %(what)s.", what=in_words(told)) if told else ""


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
