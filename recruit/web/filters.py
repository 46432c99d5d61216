"""How days, times and numbers read on a page."""

from datetime import datetime
from decimal import Decimal

from flask_babel import (
    format_currency,
    format_date,
    format_decimal,
    format_time,
    get_locale,
    gettext,
    ngettext,
)

NO_BREAK = "\u00a0"
MINUS = "\u2212"


def install(app):
    """Give every template the filters below, the language of the page and its direction."""
    app.jinja_env.filters.update(
        day=day,
        long_day=long_day,
        short_day=short_day,
        weekday_day=weekday_day,
        month=month,
        time=clock_time,
        hours=hours,
        number=number,
        score=score,
        signed=signed,
        percent=percent,
        pounds=pounds,
        unbroken=unbroken,
        in_words=in_words,
    )
    app.context_processor(_language)


def _language():
    locale = get_locale()
    return {"language": str(locale).replace("_", "-"), "direction": locale.text_direction}


def day(value):
    """3 April 2027"""
    return format_date(value, "d MMMM yyyy")


def long_day(value):
    """Saturday 3 April 2027"""
    return format_date(value, "EEEE d MMMM yyyy")


def short_day(value):
    """3 Apr: for dense staff rows only"""
    return format_date(value, "d MMM")


def weekday_day(value):
    """Sat 3 Apr: for dense staff rows only"""
    return format_date(value, "EEE d MMM")


def month(value):
    """April 2027"""
    return format_date(value, "MMMM yyyy")


def clock_time(value):
    """5.30pm, 10am, 12 noon"""
    is_instant = isinstance(value, datetime)
    told = format_time(value, "HH:mm", rebase=is_instant)
    if told == "12:00":
        return gettext("12 noon")
    if told == "00:00":
        return gettext("midnight")
    if get_locale().language != "en":
        return format_time(value, "short", rebase=is_instant)
    pattern = "ha" if told.endswith(":00") else "h.mma"
    return format_time(value, pattern, rebase=is_instant).lower().replace("\u202f", "").replace(" ", "")


def hours(value):
    """11 hours, 1 hour, 2½ hours"""
    whole, rest = divmod(value, 1)
    told = f"{number(whole) if whole or not rest else ''}½" if rest == 0.5 else number(value, places=1)
    return ngettext("%(told)s hour", "%(told)s hours", 1 if 0 < value <= 1 else 2, told=told)


def number(value, places=0):
    """1,657,990, and no more places than asked for"""
    return format_decimal(round(value, places), "#,##0" + ("." + "#" * places if places else ""))


def score(value):
    """80.5: always one place, so that a column of them lines up"""
    return format_decimal(value, "#,##0.0")


def signed(value):
    """+21.3 or −4.0, with a real minus"""
    return ("+" if value >= 0 else MINUS) + format_decimal(abs(value), "#,##0.0")


def percent(value, places=2):
    """0.41 %, of a share: 0.0041"""
    return format_decimal(value * 100, "0" + ("." + "0" * places if places else "")) + NO_BREAK + "%"


def pounds(pence):
    """£12.40, of 1240"""
    return format_currency(Decimal(pence) / 100, "GBP")


def unbroken(text):
    """A name that never breaks between its words."""
    return str(text).replace(" ", NO_BREAK)


def in_words(things):
    """Amina, Peter and Grace"""
    names = [str(thing) for thing in things]
    if len(names) < 2:
        return "".join(names)
    return gettext("%(first)s and %(last)s", first=", ".join(names[:-1]), last=names[-1])
