"""What a proposal is about, and what its curve shows, each in a sentence or two."""

from flask_babel import gettext as _
from flask_babel import ngettext

from recruit.web.filters import day


def title_words(proposal, today):
    """Who has left, or will, and where."""
    term = proposal.because_term
    if term is None:
        return _("Refresh: the empty seats")
    words = {"name": term.candidate.name, "group": term.seat.group.name}
    if term.ends_on > today:
        return _("Refresh: %(name)s leaves %(group)s on %(day)s", day=day(term.ends_on), **words)
    return _("Refresh: %(name)s has left %(group)s", **words)


def finding_words(rows, empty, *, is_complete):
    """What the curve shows, in a sentence or two; only what the rows say."""
    told = [_filling(rows, empty)]
    if is_complete and len(rows) > 1:
        told.append(
            ngettext(
                "After one change there is nothing left to gain.",
                "After %(num)s changes there is nothing left to gain.",
                rows[-1].changes,
            )
        )
    elif is_complete and rows:
        told.append(_("Moving somebody who could stay would gain nothing."))
    return " ".join(told)


def _filling(rows, empty):
    full = next((row for row in rows if row.filled == row.seats), None)
    most = max((row.filled for row in rows), default=0)
    filled = most - (rows[0].seats - empty) if rows else 0
    if not empty:
        return _("No seat is empty.")
    if full is not None and full.changes == 0:
        return ngettext(
            "The empty seat can be filled, and everybody else stays.",
            "All %(num)s empty seats can be filled, and everybody else stays.",
            empty,
        )
    if full is not None:
        return ngettext("One change fills every seat.", "%(num)s changes fill every seat.", full.changes)
    if filled > 0:
        return ngettext(
            "%(num)s of %(empty)s empty seats can be filled.",
            "%(num)s of %(empty)s empty seats can be filled.",
            filled,
            empty=empty,
        )
    return ngettext(
        "Nobody can fill the empty seat now.", "Nobody can fill the %(num)s empty seats now.", empty
    )
