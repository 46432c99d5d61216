"""What we write when somebody has a bad week: that they may be slower, and no more."""

from datetime import datetime

from flask_babel import gettext as _

from recruit.messages.tray import put
from recruit.models.accounts import Account
from recruit.models.candidates import Candidate
from recruit.models.messages import Message
from recruit.models.programmes import Programme


def may_be_slower(
    to: Account, who: Candidate, programme: Programme, *, until: datetime, now: datetime
) -> Message:
    return put(
        "may_be_slower",
        to,
        subject=_("%(name)s may be slower this week", name=who.name),
        programme_id=programme.id,
        now=now,
        who=who,
        until=until,
        programme=programme,
    )
