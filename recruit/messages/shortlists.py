"""What we write when a panel has decided: to everybody, with the reason in a sentence."""

from datetime import datetime

from flask_babel import gettext as _

from recruit.messages.tray import put
from recruit.models.messages import Message
from recruit.models.roles import RoleVersion
from recruit.models.shortlists import ShortlistEntry
from recruit.models.states import Decision

KINDS = {
    Decision.CHOSEN: "chosen",
    Decision.NEXT_IN_LINE: "next_in_line",
    Decision.NOT_THIS_TIME: "not_this_time",
}


def decision_told(entry: ShortlistEntry, *, role: RoleVersion, now: datetime) -> Message:
    programme = role.role_profile.programme
    subjects = {
        Decision.CHOSEN: _("We would like you to join us"),
        Decision.NEXT_IN_LINE: _("You are next in line"),
        Decision.NOT_THIS_TIME: _("What we decided, and why"),
    }
    return put(
        KINDS[entry.decision],
        entry.candidacy.candidate,
        subject=subjects[entry.decision],
        programme_id=programme.id,
        now=now,
        entry=entry,
        role=role,
        programme=programme,
    )
