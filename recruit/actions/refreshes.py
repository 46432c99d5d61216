"""What can happen when a seat falls empty: a proposal, approved or dismissed by a person."""

from datetime import date, datetime, timedelta

from flask_babel import gettext as _

from recruit.actions.journal import record
from recruit.actions.offers import make_offers
from recruit.actions.refusals import Refused
from recruit.actions.terms import end_term
from recruit.extensions import db
from recruit.messages.refreshes import seat_ends, thank_you
from recruit.models.accounts import Account
from recruit.models.plans import Offer
from recruit.models.programmes import Programme
from recruit.models.refreshes import RefreshProposal
from recruit.models.seats import REFRESHED, Term
from recruit.models.states import ProposalState, may_become
from recruit.queries.matches import planning_of
from recruit.queries.matches.refreshing import hindrances, refresh_points
from recruit.queries.plans import offers_declined_without_successor
from recruit.queries.programmes import programmes
from recruit.queries.refreshes import (
    added_by,
    last_term_in,
    newest_proposal_at,
    open_proposals,
    plan_chosen_in,
    point_with,
    removed_by,
    terms_at,
    terms_decided_about,
    terms_ending_soon,
    was_thanked,
)
from recruit.queries.seats import placements_now

# Offers stay open for a fortnight: whoever follows begins when the answer is there.
UNTIL_A_SUCCESSOR = timedelta(days=14)


def propose_refresh(
    programme: Programme, *, because_term: Term | None, today: date, now: datetime
) -> RefreshProposal:
    """Work out who could fill what is empty, everybody else kept; a newer proposal overtakes an older one."""
    for older in open_proposals(programme.id):
        older.state, older.decided_at = ProposalState.OVERTAKEN, now
        record("refresh overtaken", older, by=None, now=now)
    db.session.flush()
    starts_on = today + UNTIL_A_SUCCESSOR
    if because_term is not None and because_term.ends_on > today:
        starts_on = because_term.ends_on
    points = refresh_points(programme.id, on=starts_on, today=today)
    proposal = RefreshProposal(
        programme=programme,
        because_term=because_term,
        state=ProposalState.OPEN,
        made_at=now,
        starts_on=starts_on,
        points=points,
    )
    db.session.add(proposal)
    record("refresh proposed", proposal, by=None, now=now, points=len(points))
    return proposal


def propose_refreshes(*, today: date, now: datetime) -> int:
    """Look at every programme for seats that nobody follows in; one proposal at a time, none twice. Say how many."""
    made = 0
    for programme in programmes():
        if open_proposals(programme.id):
            continue
        ending = _ending_without_a_proposal(programme, today)
        if ending is not None:
            propose_refresh(programme, because_term=ending, today=today, now=now)
            made += 1
        else:
            made += propose_where_refused(programme, today=today, now=now)
    return made


def propose_where_refused(programme: Programme, *, today: date, now: datetime) -> bool:
    """Look again when somebody said no, or did not answer, since we last looked; say whether there was."""
    looked_at = newest_proposal_at(programme.id)
    refused = [
        offer
        for offer in offers_declined_without_successor(programme)
        if looked_at is None or (offer.answered_at and offer.answered_at > looked_at)
    ]
    if refused:
        propose_refresh(programme, because_term=last_term_in(refused[-1].seat_id), today=today, now=now)
    return bool(refused)


def approve_refresh(
    proposal: RefreshProposal, *, changes: int, reason: str, by: Account, today: date, now: datetime
) -> list[Offer]:
    """Ask those whom the chosen plan adds, tell those who make room, and thank whoever left."""
    _decide(proposal, ProposalState.APPROVED, reason=reason, by=by, now=now)
    if point_with(proposal, changes) is None:
        raise Refused(_("Choose one of the rows."))
    proposal.chosen_changes = changes
    plan = plan_chosen_in(proposal)
    starts_on = max(proposal.starts_on, today)
    if hindrances(planning_of(proposal.programme_id, on=starts_on, max_changes=changes), plan):
        raise Refused(_("Something has changed since this was worked out. Work it out again, then choose."))
    record("refresh approved", proposal, by=by, now=now, changes=changes, value=plan["value"])
    _make_room(proposal, starts_on=starts_on, by=by, today=today, now=now)
    if proposal.because_term is not None and not was_thanked(proposal):
        thank_you(proposal.because_term, now=now)
    asked = placements_now(proposal.programme_id, plan, on=starts_on, by=proposal)
    return make_offers(asked, source=proposal, today=today, now=now)


def dismiss_refresh(proposal: RefreshProposal, *, reason: str, by: Account, now: datetime) -> None:
    """Lay a proposal aside, with the reason."""
    _decide(proposal, ProposalState.DISMISSED, reason=reason, by=by, now=now)
    record("refresh dismissed", proposal, by=by, now=now)


def work_out_again(proposal: RefreshProposal, *, today: date, now: datetime) -> RefreshProposal:
    """A fresh proposal about the same thing, with what is true today."""
    if not may_become(proposal.state, ProposalState.OVERTAKEN):
        raise Refused(_("This proposal has already been decided."))
    return propose_refresh(proposal.programme, because_term=proposal.because_term, today=today, now=now)


def _ending_without_a_proposal(programme: Programme, today: date) -> Term | None:
    decided = terms_decided_about(programme.id)
    ending = terms_ending_soon(programme.id, today=today)
    return next((term for term in ending if term.id not in decided), None)


def _decide(
    proposal: RefreshProposal, state: ProposalState, *, reason: str, by: Account, now: datetime
) -> None:
    if not may_become(proposal.state, state):
        raise Refused(_("This proposal has already been decided."))
    proposal.state, proposal.reason = state, reason
    proposal.decided_at, proposal.decided_by = now, by
    db.session.flush()


def _make_room(
    proposal: RefreshProposal, *, starts_on: date, by: Account, today: date, now: datetime
) -> None:
    """Whoever leaves without another seat ends on the day of the change; whoever moves ends by saying yes."""
    plan = plan_chosen_in(proposal)
    movers = {who for who, _where in added_by(plan)}
    leaving = [each for each in removed_by(plan) if each[0] not in movers]
    for term in terms_at(leaving, on=starts_on):
        if starts_on <= today:
            end_term(term, on=today, because=REFRESHED, by=by, now=now)
        else:
            term.ends_on, term.ended_because = starts_on, REFRESHED
            record("term cut short", term, by=by, now=now)
        seat_ends(term, now=now)
    db.session.flush()
