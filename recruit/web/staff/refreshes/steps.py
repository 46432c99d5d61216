"""Who joins, who moves and who leaves by a plan, and how that reads in a row."""

from uuid import UUID

from flask_babel import gettext as _


def steps_of(plan):
    """Who joins, who moves from where to where, and who leaves without another seat."""
    changes = plan["changes"]
    added = [(UUID(who), UUID(where)) for who, where in changes["added"]]
    gone = [(UUID(who), UUID(where)) for who, where in [*changes["removed"], *changes["untenable"]]]
    left = dict(gone)
    joins = [(who, where) for who, where in added if who not in left]
    movers = [(who, left[who], where) for who, where in added if who in left]
    leavers = [(who, where) for who, where in gone if who not in {each for each, _where in added}]
    return joins, movers, leavers


def moves_words(plan, before, around):
    steps = list(_told(plan, around))
    earlier = list(_told(before["plan"], around)) if before else []
    more = [step for step in steps if step not in earlier]
    if earlier and not more and len(earlier) == len(steps):
        return _("The same as the row before")
    if not steps:
        return _("Nobody moves, nobody joins")
    if earlier and set(earlier) <= set(steps):
        return _("Also: %(steps)s", steps=", ".join(more))
    return ", ".join(steps)


def _told(plan, around):
    """Each step of a plan in a few words."""
    joins, movers, leavers = steps_of(plan)
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
