"""What we write about a meeting that somebody cannot come to."""

from datetime import datetime

from flask_babel import gettext as _

from recruit.messages.tray import put
from recruit.models.accounts import Account
from recruit.models.candidates import Candidate
from recruit.models.groups import Meeting
from recruit.models.messages import Message


def apology_told(to: Candidate | Account, who: Candidate, meeting: Meeting, *, now: datetime) -> Message:
    """To whoever covers, and to the host."""
    subject = _("%(name)s cannot come to %(group)s", name=who.name, group=meeting.group.name)
    return _about("apology_told", subject, to, who, meeting, now)


def apology_taken_back(
    to: Candidate | Account, who: Candidate, meeting: Meeting, *, now: datetime
) -> Message:
    subject = _("%(name)s can come after all", name=who.name)
    return _about("apology_taken_back", subject, to, who, meeting, now)


def _about(
    kind: str, subject: str, to: Candidate | Account, who: Candidate, meeting: Meeting, now: datetime
) -> Message:
    return put(
        kind,
        to,
        subject=subject,
        programme_id=meeting.group.programme_id,
        now=now,
        who=who,
        covers=isinstance(to, Candidate),
        meeting=meeting,
        programme=meeting.group.programme,
    )
