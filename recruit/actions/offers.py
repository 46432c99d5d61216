"""What can happen to an offer: the question put to a person whether they would take a seat."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from flask_babel import gettext as _
from sqlalchemy import select

from recruit.actions.candidacies import step
from recruit.actions.journal import record
from recruit.actions.memberships import join_group
from recruit.actions.refusals import Refused
from recruit.actions.terms import end_term
from recruit.extensions import db
from recruit.messages.offers import offer_accepted, offer_declined, offer_lapsed, offer_made
from recruit.models.candidates import Candidate, ContactWay
from recruit.models.plans import Offer, Plan
from recruit.models.refreshes import RefreshProposal
from recruit.models.seats import MOVED, Seat, Term
from recruit.models.states import OfferState, Stage, TermState, may_become
from recruit.queries.bad_weeks import bad_week_of
from recruit.queries.plans import Placement, held_on, is_by_override, offers_past, role_of_seat
from recruit.queries.refreshes import plan_chosen_in, terms_of_candidate, terms_to_leave_for
from recruit.queries.seats import (
    advisory_group_to_join,
    candidacies_next_in_line,
    placements_now,
    seats_by_id,
)

LIVES = {ContactWay.POST: timedelta(days=21)}
USUALLY_LIVES = timedelta(days=14)


def make_offers(
    placements: Sequence[Placement], *, source: Plan | RefreshProposal, today: date, now: datetime
) -> list[Offer]:
    """Ask each of these people whether they would take the seat, each by the way they prefer."""
    seats = seats_by_id([each.seat_id for each in placements])
    return [_make_offer(each, seats[each.seat_id], source, today=today, now=now) for each in placements]


def accept_offer(offer: Offer, *, today: date, now: datetime) -> Term:
    """Take the seat: the term begins on its day, and any seat left for it ends then."""
    _answer(offer, OfferState.ACCEPTED, now=now)
    # Whoever says yes after the day has come begins today, and is told so.
    starts_on = offer.starts_on = max(offer.starts_on, today)
    leaving = terms_to_leave_for(offer, on=starts_on)
    for left in leaving:
        _leave(left, on=starts_on, by=offer.candidate, today=today, now=now)
    if not leaving:
        _refuse_if_too_many(offer, on=starts_on)
    _refuse_if_taken(offer, on=starts_on)
    term = Term(
        seat=offer.seat,
        candidate=offer.candidate,
        state=TermState.PLANNED if starts_on > today else TermState.SERVING,
        starts_on=starts_on,
        ends_on=offer.ends_on,
    )
    db.session.add(term)
    _join_the_rest(offer, on=starts_on, now=now)
    record("offer accepted", offer, by=offer.candidate, now=now)
    offer_accepted(offer, now=now)
    _ask_those_who_waited(offer, today=today, now=now)
    return term


def decline_offer(offer: Offer, *, because: str | None, now: datetime) -> None:
    """Note a no, with its reason or none; who said it stays with us."""
    _answer(offer, OfferState.DECLINED, now=now)
    offer.declined_because = because or None
    record("offer declined", offer, by=offer.candidate, now=now)
    offer_declined(offer, now=now)


def cancel_offer(offer: Offer, *, by: object | None, now: datetime) -> None:
    if not may_become(offer.state, OfferState.CANCELLED):
        raise Refused(_("This offer is closed already."))
    offer.state, offer.answered_at = OfferState.CANCELLED, now
    record("offer cancelled", offer, by=by, now=now)


def lapse_offers(*, now: datetime) -> int:
    """Close every open offer whose time is over; say how many."""
    past = offers_past(now)
    for offer in past:
        offer.state, offer.answered_at = OfferState.LAPSED, now
        record("offer lapsed", offer, by=None, now=now)
        offer_lapsed(offer, now=now)
    db.session.flush()
    return len(past)


def _make_offer(
    placed: Placement, seat: Seat, source: Plan | RefreshProposal, *, today: date, now: datetime
) -> Offer:
    candidate = db.session.get_one(Candidate, placed.candidate_id)
    offer = Offer(
        **{f"{source.__tablename__}_id": source.id},
        seat=seat,
        candidate=candidate,
        state=OfferState.OPEN,
        starts_on=max(placed.starts_on, today),
        ends_on=placed.ends_on,
        made_at=now,
        lapses_at=_asked_from(candidate, now) + LIVES.get(candidate.contact_way, USUALLY_LIVES),
    )
    db.session.add(offer)
    record("offer made", offer, by=source, now=now)
    offer_made(offer, role=role_of_seat(seat), now=now)
    return offer


def _asked_from(candidate: Candidate, now: datetime) -> datetime:
    """Whoever has a bad week is asked when it is over, and has as long to answer as anybody."""
    bad_week = bad_week_of(candidate.id, now=now)
    return bad_week.until if bad_week else now


def _answer(offer: Offer, answer: OfferState, *, now: datetime) -> None:
    """Give the one answer an offer takes; of two that come at once, the second is refused."""
    db.session.refresh(offer, ["state"], with_for_update=True)
    if not may_become(offer.state, answer):
        raise Refused(_("You have answered this already. If you have changed your mind, call us."))
    if offer.lapses_at <= now:
        raise Refused(_("This offer has run out. Call us: the seat may still be free."))
    offer.state, offer.answered_at = answer, now


def _refuse_if_taken(offer: Offer, *, on: date) -> None:
    """Two who say yes to one seat at once queue here, and the second is told."""
    db.session.execute(select(Seat.id).where(Seat.id == offer.seat_id).with_for_update())
    taken = (each for each in held_on(on, [offer.seat.group_id]) if not each.is_offer)
    if any(each.seat_id == offer.seat_id for each in taken):
        raise Refused(_("This seat is not free any more. Call us: we will find another."))


def _refuse_if_too_many(offer: Offer, *, on: date) -> None:
    """Nobody sits in more workstreams than they offered, unless a person asked them to; two answers queue here."""
    db.session.execute(select(Candidate.id).where(Candidate.id == offer.candidate_id).with_for_update())
    held = [term for term in terms_of_candidate(offer.candidate_id) if term.ends_on > on]
    if len(held) >= offer.candidate.max_workstreams and not is_by_override(offer):
        raise Refused(
            _("You sit in as many workstreams as you told us you can. Would you take one more? Call us.")
        )


def _leave(term: Term, *, on: date, by: Candidate, today: date, now: datetime) -> None:
    """Give up a seat for another one, on the day the other begins."""
    if on <= today:
        end_term(term, on=on, because=MOVED, by=by, now=now)
    else:
        term.ends_on, term.ended_because = on, MOVED
        record("term cut short", term, by=by, now=now)
    db.session.flush()


def _join_the_rest(offer: Offer, *, on: date, now: datetime) -> None:
    """Whoever sits in a workstream belongs to the advisory group, and is chosen."""
    group_id = advisory_group_to_join(offer.seat.group.programme_id, offer.candidate_id, on=on)
    if group_id is not None:
        join_group(group_id, offer.candidate_id, on=on)
    for candidacy in candidacies_next_in_line(offer.seat.group.programme_id, offer.candidate_id):
        step(candidacy, Stage.CHOSEN, by=None, now=now)


def _ask_those_who_waited(offer: Offer, *, today: date, now: datetime) -> None:
    """A seat that falls free because somebody moved is offered to whoever follows in the same proposal."""
    if offer.refresh_proposal_id is None:
        return
    proposal = db.session.get_one(RefreshProposal, offer.refresh_proposal_id)
    asked = placements_now(proposal.programme_id, plan_chosen_in(proposal), on=offer.starts_on, by=proposal)
    make_offers(asked, source=proposal, today=today, now=now)
