"""A role in easy read: one idea a line, made from the same record as the page."""

import re
from dataclasses import dataclass

from flask_babel import gettext as _

from recruit.web.filters import day, hours

ENDS = re.compile(r"(?<=[.!?])\s+")
PARTS = re.compile(r"\s*;\s*|,\s+(?=(?:but|so)\s)|\s+(?=(?:because|so that)\s)|:\s+")


@dataclass(frozen=True)
class Idea:
    """A picture, a heading, and lines of one idea each."""

    picture: str
    title: str
    lines: list[str]


def ideas_of(role, version, meetings):
    """What somebody needs to know, in the order in which they ask for it."""
    programme = role.programme
    return [
        Idea("people", _("What it is"), lines_of(version.lead)),
        Idea("talk", _("What you decide"), lines_of(version.decides)),
        Idea("clock", _("Your time"), _time(version)),
        Idea("calendar", _("When we meet"), _dates(meetings)),
        Idea("money", _("Money"), lines_of(f"{version.payment} {version.expenses}")),
        Idea("help", _("Help for you"), lines_of(version.support)),
        Idea("door", _("If you want to stop"), lines_of(version.notice)),
        Idea("choose", _("How we choose"), [*lines_of(version.choosing), _("A person decides.")]),
        Idea(
            "phone",
            _("Do you want to do this?"),
            [
                _("Tell us on this website."),
                _("Or call %(name)s.", name=programme.contact_name),
                _("The number is %(phone)s.", phone=programme.contact_phone),
                _("We can fill in the form with you."),
            ],
        ),
    ]


def lines_of(text):
    """One idea a line: a sentence, or a part of one that can stand alone; each begins large and ends."""
    sentences = [sentence for sentence in ENDS.split(text.strip()) if sentence]
    parts = [part.strip(" .,;:") for sentence in sentences for part in PARTS.split(sentence)]
    return [f"{part[:1].upper()}{part[1:]}." for part in parts if part]


def _time(version):
    return [
        _("You give about %(all)s each month.", all=hours(version.hours_meetings + version.hours_reading)),
        _("%(meetings)s are for meetings.", meetings=hours(version.hours_meetings)),
        _("%(reading)s are for reading at home.", reading=hours(version.hours_reading)),
        _("You do it for %(months)s months.", months=version.term_months),
    ]


def _dates(meetings):
    if not meetings:
        return [_("We have no dates yet."), _("We choose them with you.")]
    return [_("The next meetings are on:"), *(day(each.starts_at) for each in meetings[:3])]
