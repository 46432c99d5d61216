"""Whose time with us is over: we keep what we know about people no longer than we said."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, exists, func, or_, select

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate
from recruit.models.groups import Membership
from recruit.models.plans import Offer
from recruit.models.seats import Term
from recruit.models.states import OfferState, Stage

AFTER_WITHDRAWING = timedelta(days=92)
AFTER_THE_LAST_STEP = timedelta(days=366)
CHOSEN = (Stage.CHOSEN, Stage.NEXT_IN_LINE)


def whose_time_is_over(now: datetime) -> Sequence[UUID]:
    """Three months after withdrawing, twelve months after the last step of whoever was not chosen.

    Whoever serves, served, belongs to a group or is asked to take a seat is kept.
    """
    theirs = Candidacy.candidate_id == Candidate.id
    last_step = select(func.max(Candidacy.stage_since)).where(theirs).scalar_subquery()
    still_stands = exists().where(theirs, Candidacy.stage != Stage.WITHDRAWN)
    is_chosen = exists().where(theirs, Candidacy.stage.in_(CHOSEN))
    found = select(Candidate.id).where(
        or_(
            and_(~still_stands, last_step < now - AFTER_WITHDRAWING),
            and_(~is_chosen, last_step < now - AFTER_THE_LAST_STEP),
        ),
        ~exists().where(Term.candidate_id == Candidate.id),
        ~exists().where(Offer.candidate_id == Candidate.id, Offer.state == OfferState.OPEN),
        ~exists().where(Membership.candidate_id == Candidate.id, Membership.left_on.is_(None)),
    )
    return db.session.scalars(found).all()
