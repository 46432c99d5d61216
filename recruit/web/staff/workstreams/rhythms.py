"""How a rhythm reads: alternate Tuesdays, 10am to 12 noon, in person."""

from datetime import datetime, timedelta

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from recruit.actions.rhythms import LAST, HowOften, Rhythm
from recruit.web.filters import clock_time

WEEKDAYS = (
    (_("Monday"), _("Mondays")),
    (_("Tuesday"), _("Tuesdays")),
    (_("Wednesday"), _("Wednesdays")),
    (_("Thursday"), _("Thursdays")),
    (_("Friday"), _("Fridays")),
    (_("Saturday"), _("Saturdays")),
    (_("Sunday"), _("Sundays")),
)
WHICH = {1: _("first"), 2: _("second"), 3: _("third"), 4: _("fourth"), LAST: _("last")}


def rhythm_words(rhythm: Rhythm) -> str:
    """In lower case: a page that begins a sentence with it writes the first letter large."""
    ends = (datetime.combine(rhythm.first_day, rhythm.starts) + timedelta(minutes=rhythm.minutes)).time()
    return gettext(
        "%(days)s, %(start)s to %(end)s, %(way)s",
        days=_days(rhythm),
        start=clock_time(rhythm.starts),
        end=clock_time(ends),
        way=gettext("online") if rhythm.is_online else gettext("in person"),
    )


def _days(rhythm: Rhythm) -> str:
    day, days = WEEKDAYS[rhythm.weekday]
    if rhythm.how_often is HowOften.EVERY_WEEK:
        return gettext("every %(day)s", day=day)
    if rhythm.how_often is HowOften.EVERY_SECOND_WEEK:
        return gettext("alternate %(days)s", days=days)
    return gettext("monthly, %(which)s %(day)s", which=WHICH[rhythm.which_in_month], day=day)
