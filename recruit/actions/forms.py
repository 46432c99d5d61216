"""A form that is posted twice is done once."""

from datetime import datetime

from recruit.extensions import db
from recruit.models.jobs import FormKey
from recruit.storage import insert_once


def first_time(form_key: str, *, now: datetime) -> bool:
    """Say whether this form is new; the first statement of the transaction, so that two posts queue."""
    return not form_key or insert_once(db.session, FormKey, key=form_key, posted_at=now)
