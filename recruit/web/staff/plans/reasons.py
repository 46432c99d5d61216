"""Why somebody cannot sit there, and what a choice costs, in words."""

from flask_babel import gettext as _
from flask_babel import ngettext

from recruit.reference import taxonomies
from recruit.web.filters import percent, score
from recruit.web.unfilled import MUST


def uncovered_words():
    return _("uncovered")


def why_not_words(codes, *, dates, kept_out):
    """What keeps a person from a workstream, in a sentence."""
    told = {
        "pool": _("is not chosen or next in line"),
        "score": _("has not told us enough to be scored"),
        "attendance": _("can make %(can)s of %(all)s dates", can=dates[0], all=dates[1]),
        "hours": _("has too few hours left"),
        "interest": _("declared an interest here"),
        "forbid": _("is kept out by a choice in this draft") if kept_out else _("said no here before"),
    }
    return ", ".join(_why_not(code, told) for code in codes)


def _why_not(code, told):
    if code.startswith("must_have:"):
        found = MUST.search(code)
        return _("lacks: %(what)s", what=taxonomies.tag_label(found[1]) if found else code)
    return told.get(code, code)


def proof_words(solved):
    """How good a plan is, in words first."""
    if solved["gap"] is None:
        return _("A good plan"), _("not proven")
    if solved["status"] == "optimal":
        return _("Proven best"), _("%(gap)s from the limit", gap=percent(max(0.0, solved["gap"])))
    return _("A good plan"), _("at most %(gap)s from the limit", gap=percent(max(0.0, solved["gap"])))


def price_words(price):
    """What a choice costs, in one sentence."""
    told = [
        _("This choice costs %(points)s points.", points=score(price.points))
        if round(price.points, 1)
        else _("This choice costs nothing.")
    ]
    if price.seats_lost > 0:
        told.append(
            ngettext("%(num)s more seat stays empty.", "%(num)s more seats stay empty.", price.seats_lost)
        )
    if price.seats_lost < 0:
        told.append(
            ngettext("It fills %(num)s more seat.", "It fills %(num)s more seats.", -price.seats_lost)
        )
    if price.left_alone > 0:
        told.append(_("Somebody would sit alone."))
    return " ".join(told)
