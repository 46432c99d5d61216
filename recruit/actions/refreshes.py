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
from recruit.models.plans import Offer
from recruit.models.programmes import Programme
from recruit.models.refreshes import RefreshProposal
from recruit.models.seats import Term
from recruit.models.states import ProposalState, may_become
from recruit.queries.matches import frontier_of, planning_of, rules_broken
from recruit.queries.refreshes import (
    added_by,
    open_proposals,
    plan_chosen_in,
    point_with,
    removed_by,
    terms_at,
    terms_decided_about,
    terms_ending_soon,
)
from recruit.queries.seats import placements_now

REFRESHED = "the pair was refreshed"


def propose_refresh(
    programme: Programme, *, because_term: Term | None, starts_on: date, now: datetime
) -> RefreshProposal:
    """Work out who could fill what is empty, everybody else kept; a newer proposal overtakes an older one."""
    for older in open_proposals(programme.id):
        older.state, older.decided_at = ProposalState.OVERTAKEN, now
        record("proposal overtaken", older, by=None, now=now)
    db.session.flush()
    points = frontier_of(planning_of(programme.id, on=starts_on, max_changes=None))
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


def propose_for_ending_terms(programme: Programme, *, today: date, now: datetime) -> RefreshProposal | None:
    """Look ahead three months; one proposal at a time, and none twice about the same term."""
    if open_proposals(programme.id):
        return None
    decided = terms_decided_about(programme.id)
    ending = next(
        (term for term in terms_ending_soon(programme.id, today=today) if term.id not in decided), None
    )
    if ending is None:
        return None
    return propose_refresh(programme, because_term=ending, starts_on=ending.ends_on, now=now)


def approve_refresh(
    proposal: RefreshProposal,
    changes: int,
    *,
    reason: str,
    version: int,
    by: Account,
    today: date,
    now: datetime,
) -> list[Offer]:
    """Ask those whom the chosen plan adds, tell those who make room, and thank whoever left."""
    _decide(proposal, ProposalState.APPROVED, reason=reason, version=version, by=by, now=now)
    if point_with(proposal, changes) is None:
        raise Refused(_("Choose one of the rows."))
    proposal.chosen_changes = changes
    plan = plan_chosen_in(proposal)
    planning = planning_of(proposal.programme_id, on=proposal.starts_on, max_changes=changes)
    if rules_broken(planning, plan):
        raise Refused(_("Something has changed since this was worked out. Work it out again, then choose."))
    record("refresh approved", proposal, by=by, now=now, changes=changes, value=plan["value"])
    _make_room(proposal, by=by, today=today, now=now)
    starts_on = max(proposal.starts_on, today)
    asked = placements_now(proposal.programme_id, plan, on=starts_on, by=proposal)
    if proposal.because_term is not None:
        thank_you(proposal.because_term, now=now)
    return make_offers(asked, source=proposal, today=today, now=now)


def dismiss_refresh(
    proposal: RefreshProposal, *, reason: str, version: int, by: Account, now: datetime
) -> None:
    """Lay a proposal aside, with the reason."""
    _decide(proposal, ProposalState.DISMISSED, reason=reason, version=version, by=by, now=now)
    record("refresh dismissed", proposal, by=by, now=now)


def work_out_again(proposal: RefreshProposal, *, today: date, now: datetime) -> RefreshProposal:
    """A fresh proposal about the same thing, with what is true today."""
    if not may_become(proposal.state, ProposalState.OVERTAKEN):
        raise Refused(_("This proposal has already been decided."))
    starts_on = max(proposal.starts_on, today)
    return propose_refresh(
        proposal.programme, because_term=proposal.because_term, starts_on=starts_on, now=now
    )


def _decide(
    proposal: RefreshProposal, state: ProposalState, *, reason: str, version: int, by: Account, now: datetime
) -> None:
    if not may_become(proposal.state, state):
        raise Refused(_("This proposal has already been decided."))
    if proposal.version != version:
        raise Refused(_("Somebody changed this proposal while you had it open. Look at it again."))
    proposal.state, proposal.reason = state, reason
    proposal.decided_at, proposal.decided_by = now, by
    db.session.flush()


def _make_room(proposal: RefreshProposal, *, by: Account, today: date, now: datetime) -> None:
    """Whoever leaves without another seat ends on the first day of the change; whoever moves ends by saying yes."""
    plan = plan_chosen_in(proposal)
    movers = {who for who, _where in added_by(plan)}
    leaving = [each for each in removed_by(plan) if each[0] not in movers]
    starts_on = max(proposal.starts_on, today)
    for term in terms_at(leaving, on=starts_on) if leaving else []:
        if starts_on <= today:
            end_term(term, on=today, because=REFRESHED, by=by, now=now)
        else:
            term.ends_on, term.ended_because = starts_on, REFRESHED
            record("term cut short", term, by=by, now=now)
        seat_ends(term, now=now)
    db.session.flush()
