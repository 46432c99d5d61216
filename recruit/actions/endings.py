"""What staff bring to an end: each time with a reason, and the person hears from us."""

from datetime import date, datetime

from flask_babel import gettext as _

from recruit.actions.candidates_leaving import leave_seat
from recruit.actions.journal import record
from recruit.actions.memberships import leave_group
from recruit.actions.offers import cancel_offer
from recruit.actions.refreshes import ask_where_refused
from recruit.actions.refusals import Refused
from recruit.messages.endings import membership_ended, offer_cancelled, term_ended
from recruit.models.accounts import Account
from recruit.models.groups import Membership
from recruit.models.plans import Offer
from recruit.models.seats import Term


def withdraw_offer(offer: Offer, *, because: str, by: Account, today: date, now: datetime) -> None:
    """Take an open offer back; the reason goes to the person, and somebody is proposed for the seat."""
    cancel_offer(offer, by=by, now=now)
    offer_cancelled(offer, because=because, now=now)
    ask_where_refused(offer.seat.group.programme, today=today, now=now)


def end_term_early(term: Term, *, because: str, by: Account, today: date, now: datetime) -> None:
    """End somebody's time in a seat today; who could follow is worked out."""
    leave_seat(term, because=because, by=by, today=today, now=now)
    term_ended(term, because=because, now=now)


def end_membership(membership: Membership, *, because: str, by: Account, today: date, now: datetime) -> None:
    if membership.left_on is not None and membership.left_on <= today:
        raise Refused(_("This membership has ended already."))
    record("membership ended", membership, by=by, now=now)
    leave_group(membership, today=today)
    membership_ended(membership, because=because, now=now)
