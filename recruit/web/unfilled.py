"""Why a seat stays empty, and the least that would fill it, in words."""

import re

from flask_babel import gettext as _

from recruit.reference.taxonomies import tag_label

MUST = re.compile(r"must:[0-9a-f-]{36}:([a-z]+:[a-z_]+)")
MOSTLY = "Most"


def why_empty_words(why):
    """The reason that the engine found, for the people who read it here."""
    if why is None:
        return _("Nobody was found for this seat.")
    everybody = {
        "nobody_eligible": _("Nobody else who is chosen or next in line fits."),
        "organisation": _(
            "Whoever else fits was named by the same organisation as the person who sits here."
        ),
        "conflict": _("Whoever else fits is in conflict with the person who sits here."),
        "load": _("Whoever else fits already does as much as they offered."),
        "slots": _("Whoever else fits sits in a group that meets at the same time."),
        "pinned": _("Whoever else fits sits in another workstream, and stays there."),
    }
    most = {
        "organisation": _(
            "Most others who fit were named by the same organisation as the person who sits here."
        ),
        "conflict": _("Most others who fit are in conflict with the person who sits here."),
        "load": _("Most others who fit already do as much as they offered."),
        "slots": _("Most others who fit sit in a group that meets at the same time."),
        "pinned": _("Most others who fit sit in another workstream, and stay there."),
    }
    words = most if why["text"].startswith(MOSTLY) else everybody
    return words.get(why["code"], everybody[why["code"]])


def loosening_words(why):
    """The cheapest thing that would fill the seat, with tags as people know them; nothing for a pin."""
    if why is None or why["code"] == "pinned":
        return ""
    return MUST.sub(lambda found: f"“{tag_label(found[1])}”", why["cheapest_loosening"])
