"""How a gap reads to an organisation that may know somebody: one family at a time, without a figure."""

from dataclasses import dataclass

from flask_babel import gettext as _

from recruit.queries.gaps import Gap
from recruit.reference.areas import area_name
from recruit.reference.taxonomies import COMMUNITIES, LIVED, SKILLS, label


@dataclass(frozen=True)
class Lack:
    title: str
    why: str


def lacks_in_words(gaps, kind):
    """The gaps that an organisation of this kind can do something about."""
    return [_in_words(gap) for gap in gaps if gap.family != "route" or gap.code == kind]


def _in_words(gap: Gap) -> Lack:
    if gap.family == "area":
        return Lack(_("People from %(area)s", area=area_name(gap.code)), _("fewer than we need"))
    if gap.family == "route":
        return Lack(_("People named by groups like yours"), _("fewer than we need"))
    if gap.family == "experience":
        return _of_experience(gap)
    if gap.family in ("reach", COMMUNITIES):
        return Lack(label(COMMUNITIES, gap.code), _seat(gap) or _("people who are active there"))
    if gap.family in ("service", LIVED):
        return Lack(label(LIVED, gap.code), _seat(gap) or _("people who know this from their own life"))
    return Lack(label(SKILLS, gap.code), _seat(gap))


def _of_experience(gap):
    if gap.code == "new":
        return Lack(_("People who are new to this"), _("they need no experience of groups like ours"))
    return Lack(_("People who have done this before"), _("to sit beside someone new"))


def _seat(gap):
    return _("for the empty seat on %(group)s", group=gap.seat_of) if gap.seat_of else ""
