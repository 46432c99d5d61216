"""Counting who comes through an organisation's link: how many a day, and nothing about them."""

from datetime import date
from uuid import UUID

from sqlalchemy import update

from recruit.extensions import db
from recruit.models.roles import Arrival
from recruit.storage import insert_once, new_id


def count_arrival(role_profile_id: UUID, organisation_id: UUID, *, on: date) -> None:
    """One more on this day; two at once are both counted."""
    where = {"role_profile_id": role_profile_id, "organisation_id": organisation_id, "on": on}
    insert_once(db.session, Arrival, id=new_id(), times=0, **where)
    db.session.execute(update(Arrival).filter_by(**where).values(times=Arrival.times + 1))
