"""Ways in by time: whoever comes finds something that fits the time they have."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

A_LITTLE, SOME = 4, 9


@dataclass(frozen=True)
class Way:
    time: str
    words: str
    url: str
    act: str


def ways_in(roles):
    """Four ways, the shortest first; a role stands where its hours belong."""
    hours = {role: role.versions[-1].hours_meetings + role.versions[-1].hours_reading for role in roles}
    return [
        Way(
            _("15 minutes, once"),
            _("Tell us one thing that should change. Call or write. You join nothing."),
            url_for("public.contact"),
            _("Tell us"),
        ),
        _way(_("2 hours a month"), [role for role in roles if hours[role] <= A_LITTLE]),
        _way(_("8 hours a month"), [role for role in roles if A_LITTLE < hours[role] <= SOME]),
        _way(_("12 hours a month"), [role for role in roles if hours[role] > SOME]),
    ]


def _way(time, roles):
    if not roles:
        words = _("No role like this is open now. Register, and we tell you when there is one.")
        return Way(time, words, url_for("interest.start"), _("Register interest"))
    role = roles[0]
    return Way(
        time, role.versions[-1].title, url_for("public.role", slug=role.slug), _("Read about this role")
    )
