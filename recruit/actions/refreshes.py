"""What can happen when a seat falls empty: a proposal, approved or dismissed by a person."""

from datetime import date, datetime

from flask_babel import gettext as _

from recruit.actions.journal import record
from recruit.actions.offers import make_offers
from recruit.actions.refusals import Refused
from recruit.actions.terms import end_term
from recruit.extensions import db
from recruit.messages.refreshes import seat_ends, thank_you
from recruit.models.accounts import Account
from recruit.models.jobs import ask
from recruit.models.plans import Offer
from recruit.models.programmes import Programme
from recruit.models.refreshes import RefreshProposal
from recruit.models.seats import REFRESHED, Term
from recruit.models.states import ProposalState, may_become
from recruit.queries.matches import planning_of
from recruit.queries.matches.refreshing import WorkedOut, hindrances, refresh_worked_out
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

PROPOSE = "propose-refresh"


def ask_for_refresh(
    programme: Programme, *, because_term: Term | None, about: Term | Offer, today: date, now: datetime
) -> bool:
    """Leave the working out to the worker: nobody who leaves or says no has to wait for it."""
    return ask(
        PROPOSE,
        f"{PROPOSE}:{about.id}:{today}",
        run_at=now,
        programme_id=str(programme.id),
        because_term_id=str(because_term.id) if because_term else None,
    )


def propose_refresh(
    programme: Programme, worked_out: WorkedOut, *, because_term: Term | None, now: datetime
) -> RefreshProposal:
    """Lay before staff who could fill what is empty, everybody else kept; it overtakes an older proposal."""
    for older in open_proposals(programme.id):
        older.state, older.decided_at = ProposalState.OVERTAKEN, now
        record("refresh overtaken", older, by=None, now=now)
    db.session.flush()
    proposal = RefreshProposal(
        programme=programme,
        because_term=because_term,
        state=ProposalState.OPEN,
        made_at=now,
        starts_on=worked_out.starts_on,
        points=worked_out.points,
    )
    db.session.add(proposal)
    record("refresh proposed", proposal, by=None, now=now, points=len(worked_out.points))
    return proposal


def ask_for_refreshes(*, today: date, now: datetime) -> int:
    """Look at every programme for seats that nobody follows in; one proposal at a time, none twice. Say how many."""
    asked = 0
    for programme in programmes():
        if open_proposals(programme.id):
            continue
        ending = _ending_without_a_proposal(programme, today)
        if ending is not None:
            asked += ask_for_refresh(programme, because_term=ending, about=ending, today=today, now=now)
        else:
            asked += ask_where_refused(programme, today=today, now=now)
    return asked


def ask_where_refused(programme: Programme, *, today: date, now: datetime) -> bool:
    """Look again when somebody said no, or did not answer, since we last looked; say whether there was."""
    looked_at = newest_proposal_at(programme.id)
    refused = [
        offer
        for offer in offers_declined_without_successor(programme)
        if looked_at is None or (offer.answered_at and offer.answered_at > looked_at)
    ]
    if not refused:
        return False
    last = last_term_in(refused[-1].seat_id)
    return ask_for_refresh(programme, because_term=last, about=refused[-1], today=today, now=now)


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
    found = refresh_worked_out(proposal.programme_id, because_term=proposal.because_term, today=today)
    return propose_refresh(proposal.programme, found, because_term=proposal.because_term, now=now)


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
