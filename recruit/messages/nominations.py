"""What we write when somebody is put forward."""

from datetime import datetime

from flask_babel import gettext as _

from recruit.extensions import links
from recruit.links import Purpose
from recruit.messages.tray import put
from recruit.models.messages import Message
from recruit.models.nominations import Nomination


def nominee_named(nomination: Nomination, *, now: datetime) -> Message:
    """Who named you, what was said, what we hold and where it came from: data protection law, Article 14."""
    asked = nomination.call_asked
    token = links.token(Purpose.NOMINATION, nomination.id)
    return put(
        "nominee_named",
        nomination,
        subject=_("%(organisation)s put you forward", organisation=asked.organisation.name),
        programme_id=asked.call.role_version.role_profile.programme_id,
        now=now,
        nomination=nomination,
        organisation=asked.organisation,
        role=asked.call.role_version,
        programme=asked.call.role_version.role_profile.programme,
        url=links.url(f"/answer/nominations/{token}/"),
    )


def nominator_thanked(nomination: Nomination, *, now: datetime) -> Message | None:
    """Thanks to the organisation's contact; without the nominee's name, which may have to vanish."""
    asked = nomination.call_asked
    if asked.contact is None:
        return None
    token = links.token(Purpose.CALL, asked.id)
    return put(
        "nominator_thanked",
        asked.contact,
        subject=_("Thank you for putting someone forward"),
        programme_id=asked.call.role_version.role_profile.programme_id,
        now=now,
        nominator_name=nomination.nominator_name,
        role=asked.call.role_version,
        programme=asked.call.role_version.role_profile.programme,
        url=links.url(f"/nominate/{token}/"),
    )
