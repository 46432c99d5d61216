"""What can happen to a candidacy before a panel looks at it."""

from datetime import datetime

from flask_babel import gettext as _

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.messages.candidacies import workshop_invitation
from recruit.models.accounts import Account
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate
from recruit.models.states import Stage, may_become
from recruit.models.workshops import Attendance
from recruit.queries.workshops import newest_attendance_of, next_workshop_for


def invite_to_workshop(candidacy: Candidacy, *, by: Account, now: datetime) -> None:
    """Ask the person to the next workshop of the role, by a message they can answer."""
    step(candidacy, Stage.INVITED, by=by, now=now)
    workshop = next_workshop_for(candidacy, now=now)
    if workshop is not None:
        db.session.add(Attendance(workshop=workshop, candidacy=candidacy, invited_at=now))
    workshop_invitation(candidacy, workshop, now=now)


def record_attendance(candidacy: Candidacy, *, by: Account, now: datetime) -> None:
    step(candidacy, Stage.ATTENDED, by=by, now=now)
    attendance = newest_attendance_of(candidacy)
    if attendance is not None:
        attendance.came = True


def record_interest(candidacy: Candidacy, *, by: Account | Candidate, now: datetime) -> None:
    """Note that the person said: I would like to do this."""
    step(candidacy, Stage.INTERESTED, by=by, now=now)


def step(candidacy: Candidacy, stage: Stage, *, by: Account | Candidate | None, now: datetime) -> None:
    """Move a candidacy along its life, or refuse."""
    if not may_become(candidacy.stage, stage):
        raise Refused(_("This step is not open: somebody may have moved this person meanwhile. Look again."))
    was = candidacy.stage
    candidacy.stage, candidacy.stage_since = stage, now
    db.session.flush()
    record(f"candidacy {stage}", candidacy, by=by, now=now, was=was)
