"""One workstream as it would be: who sits there, what is new, and why a seat stays empty."""

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from recruit.queries.pairs import SeatKind
from recruit.reference import taxonomies
from recruit.web.filters import in_words
from recruit.web.staff.refreshes.steps import steps_of
from recruit.web.unfilled import loosening_words, why_empty_words

MOST_TAGS = 3


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


def workstream_of(group, pairing, plan, around):
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


def tags_in_words(tags):
    """A few labels of the lists; areas and sides seen from are wants that nobody asks for by name."""
    listed = [tag for tag in tags if taxonomies.has(*taxonomies.facet_and_code(tag))]
    labels = list(dict.fromkeys(taxonomies.tag_label(tag) for tag in listed))
    more = len(labels) - MOST_TAGS
    if more <= 0:
        return ", ".join(labels)
    return _("%(labels)s and %(more)s more", labels=", ".join(labels[:MOST_TAGS]), more=more)


def _lines(group, pairing, plan, around):
    """What would be new in one workstream."""
    joins, movers, leavers = steps_of(plan)
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
        brings = tags_in_words(tag for tag, holders in pairing["covers"].items() if holders == [str(who)])
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
    wanted = [label for tag, label in around.asked.get(group.id, ()) if tag in pairing["uncovered"]][
        :MOST_TAGS
    ]
    when = around.times.get(group.id)
    told = []
    if wanted:
        told.append(_("brings %(tags)s", tags=in_words(wanted)))
    if when:
        told.append(_("can come when it meets (%(when)s)", when=when))
    if pairing["people"]:
        told.append(_("was not named by the same organisation"))
    return _("Somebody who %(what)s.", what=in_words(told)) if told else ""
