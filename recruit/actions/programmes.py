"""How a programme begins."""

from datetime import datetime

from recruit.actions.journal import record
from recruit.extensions import db
from recruit.models.programmes import Programme


def begin_programme(
    name: str, *, area: str, contact_name: str, contact_phone: str, contact_email: str, now: datetime
) -> Programme:
    programme = Programme(
        name=name,
        area=area,
        contact_name=contact_name,
        contact_phone=contact_phone,
        contact_email=contact_email,
    )
    db.session.add(programme)
    record("programme begun", programme, by=None, now=now)
    return programme
