"""What we write to somebody who stands for a role."""

from datetime import datetime

from flask_babel import gettext as _

from recruit.messages.tray import put
from recruit.models.candidacies import Candidacy
from recruit.models.messages import Message
from recruit.models.workshops import Workshop


def workshop_invitation(candidacy: Candidacy, workshop: Workshop | None, *, now: datetime) -> Message:
    """When and where the workshop is; without a day, that we will call to agree one."""
    programme = candidacy.role_profile.programme
    return put(
        "workshop_invitation",
        candidacy.candidate,
        subject=_("Come and see what it is like"),
        programme_id=programme.id,
        now=now,
        role=candidacy.role_profile.versions[-1],
        workshop=workshop,
        programme=programme,
    )
