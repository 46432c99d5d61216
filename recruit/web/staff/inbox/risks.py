"""What could go wrong, in words: somebody who sits alone, seats that fall empty."""

from datetime import timedelta

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from recruit.web.filters import in_words, month

SOON = timedelta(days=92)


def of_seats(pairs, *, since, next_in_line, today):
    """Each risk as first words, the rest, and where to look."""
    for pair in pairs:
        if len(pair.seats) > 1 and len(pair.people) == 1:
            yield _alone(pair, since)
        elif pair.seats and not pair.people:
            yield (
                _("Nobody sits in %(group)s", group=pair.name),
                _("It meets without lay partners."),
                _seats(pair),
            )
    ending = [pair for pair in pairs for seat in pair.people if seat.ends_on <= today + SOON]
    if ending:
        yield _ending(ending, next_in_line, today)


def _alone(pair, since):
    known = [since[seat.seat_id] for seat in pair.seats if seat.seat_id in since]
    if not known:
        for_days = _("from the start")
    elif not max(known):
        for_days = _("since today")
    else:
        for_days = ngettext("for %(num)s day", "for %(num)s days", max(known))
    return (
        _("One lay partner sits alone"),
        _("%(group)s, %(days)s.", group=pair.name, days=for_days),
        _seats(pair),
    )


def _ending(ending, next_in_line, today):
    names = dict.fromkeys(pair.name for pair in ending)
    first = ngettext(
        "%(num)s seat falls empty by %(month)s",
        "%(num)s seats fall empty by %(month)s",
        len(ending),
        month=month(today + SOON),
    )
    ready = ngettext("%(num)s person is next in line.", "%(num)s people are next in line.", next_in_line)
    return first, f"{in_words(names)}. {ready}", url_for("staff.people.funnel", stage="next in line")


def _seats(pair):
    return url_for("staff.workstreams.show", group_id=pair.group_id)
