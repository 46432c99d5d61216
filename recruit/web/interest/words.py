"""What somebody answered, in the words of the page it was asked on."""

from flask_babel import gettext as _
from flask_babel import ngettext

from recruit.models.candidates import HoursBand
from recruit.web.availability import DAYS, REPLIES, TIMES

ASKED_TWICE = {"contact_way": "contact_ways"}


def in_words(step, form):
    """The lines that stand on 'check your answers'."""
    return _SPOKEN.get(step, _plainly)(step, form)


def _plainly(step, form):
    """Ticked choices and typed words, whichever the question has."""
    field = form[ASKED_TWICE.get(step, step)]
    if not hasattr(field, "iter_choices"):
        return [field.data] if field.data else []
    return [str(choice.label) for choice in field.iter_choices() if choice.selected]


def _contact(step, form):
    typed = {
        "email": form.email.data,
        "text": form.mobile.data,
        "phone": form.phone.data,
        "post": form.post_address.data,
        "through someone": form.through_whom.data,
    }
    ways = [choice for choice in form.contact_ways.iter_choices() if choice.selected]
    return [_("%(way)s: %(reach)s", way=way.label, reach=typed[str(way.value)]) for way in ways]


def _times(step, form):
    """One line a day: Monday: morning, evening"""
    chosen = set(form.times.data or ())
    lines = []
    for day, day_words in DAYS:
        parts = [str(words).lower() for part, words in TIMES if f"{day}-{part}" in chosen]
        if parts:
            lines.append(_("%(day)s: %(parts)s", day=day_words, parts=", ".join(parts)))
    limits = [form.school_hours_only, form.term_time_only]
    return lines + [str(limit.label.text) for limit in limits if limit.data]


def _hours(step, form):
    if form.hours.data in (None, HoursBand.NOT_SURE):
        return _plainly("hours", form)
    per = [words.lower() for words in _plainly("hours_per", form)]
    return [" ".join(_plainly("hours", form) + per)]


def _dates(step, form):
    words = {str(reply): str(said) for reply, said in REPLIES}
    said = [reply for reply in form.replies.data.values() if reply]
    return [
        ngettext("%(reply)s: %(num)s date", "%(reply)s: %(num)s dates", said.count(reply), reply=words[reply])
        for reply in dict.fromkeys(said)
    ]


_SPOKEN = {"contact_way": _contact, "times": _times, "hours": _hours, "dates": _dates}
