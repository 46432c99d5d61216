"""What one person told us, as rows of a page; needs, money and equality answers never stand here."""

from datetime import date, timedelta

from flask_babel import format_date
from flask_babel import gettext as _

from recruit.models.candidates import PartOfDay, Purpose
from recruit.reference.questions import candidate_questions
from recruit.web.filters import day, in_words
from recruit.web.words import words

# Any Monday will do: the days after it lend the weekdays their names.
A_MONDAY = date(2027, 1, 4)


def how_to_reach(candidate):
    ways = [
        (_("Prefers"), words(candidate.contact_way)),
        (_("Email"), candidate.email),
        (_("Phone"), candidate.phone),
        (_("Post"), candidate.post_address),
        (_("Through"), candidate.through_whom),
    ]
    return [(name, told) for name, told in ways if told]


def free_times(candidate):
    """The weekdays with the parts of each in which they are free."""
    order = list(PartOfDay)
    days = {}
    for free in sorted(candidate.free_times, key=lambda each: (each.weekday, order.index(each.part))):
        days.setdefault(free.weekday, []).append(words(free.part))
    return [(_weekday(weekday), in_words(parts)) for weekday, parts in days.items()]


def meeting_terms(candidate):
    """How, how much and when not."""
    facts = [
        (_("Meets online"), _yes_or_no(candidate.meets_online)),
        (_("Meets in person"), _yes_or_no(candidate.meets_in_person)),
        (_("Time"), _hours(candidate)),
        (_("Only"), _("in school hours") if candidate.school_hours_only else ""),
        (_("Only"), _("in term time") if candidate.term_time_only else ""),
    ]
    facts += [
        (_("Away"), _("%(first)s to %(last)s", first=day(away.from_on), last=day(away.to_on)))
        for away in sorted(candidate.weeks_away, key=lambda each: each.from_on)
    ]
    return [(name, told) for name, told in facts if told]


def standing(candidate):
    """What matters for eligibility, and what they agreed to."""
    agreed = {
        Purpose.FIND_A_ROLE: _("find a role for them"),
        Purpose.KEEP_IN_MIND: _("keep them in mind"),
        Purpose.TELL_NOMINATOR: _("tell who put them forward"),
    }
    consents = [agreed[each.purpose] for each in candidate.consents if each.taken_back_at is None]
    return [
        (_("Paid in health or care"), words(candidate.lay_status)),
        (_("Declared interest"), candidate.declared_interest or _("none")),
        (_("Agreed that we"), in_words(consents) or _("nothing yet")),
    ]


def own_words(candidate):
    """Their statements under the questions they answer, in the order of the form."""
    asked = {each.field: (each.order, each.question) for each in candidate_questions()}
    told = [(*asked.get(each.field, (99, each.field)), each) for each in candidate.statements]
    return [(question, statement) for _order, question, statement in sorted(told, key=lambda each: each[0])]


def _weekday(number):
    return format_date(A_MONDAY + timedelta(days=number), "EEEE")


def _yes_or_no(told):
    return {True: _("yes"), False: _("no"), None: ""}[told]


def _hours(candidate):
    if candidate.hours is None:
        return ""
    if candidate.hours_per is None:
        return _("%(band)s hours", band=candidate.hours)
    return _("%(band)s hours a %(span)s", band=candidate.hours, span=candidate.hours_per)
