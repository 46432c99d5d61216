"""Proposals for seats that are or will be empty: looked at, approved, laid aside, worked out again."""

from flask import Blueprint, abort, g, redirect, request, url_for

from recruit.actions.refreshes import approve_refresh, dismiss_refresh, work_out_again
from recruit.extensions import db
from recruit.models.states import ProposalState
from recruit.queries.matches.planning import MOST_POINTS
from recruit.queries.refreshes import offers_of, open_proposals, proposal_of, proposals_of
from recruit.web.clock import now, today
from recruit.web.render import page
from recruit.web.staff.refreshes.facts import around
from recruit.web.staff.refreshes.finding import finding_words, title_words
from recruit.web.staff.refreshes.forms import ApprovalForm, DismissalForm
from recruit.web.staff.refreshes.points import curve_of, empty_before, rows_of

room = Blueprint("refreshes", __name__, url_prefix="/refreshes")


@room.get("/")
def index():
    proposals = proposals_of(g.signed_in.programme)
    return page(
        "staff/refreshes/index.html",
        waiting=[
            (each, title_words(each, today())) for each in proposals if each.state is ProposalState.OPEN
        ],
        past=[
            (each, title_words(each, today())) for each in proposals if each.state is not ProposalState.OPEN
        ],
    )


@room.get("/<uuid:proposal_id>/")
def show(proposal_id):
    return _shown(_proposal(proposal_id), changes=request.args.get("changes", type=int))


@room.post("/<uuid:proposal_id>/approval", strict_slashes=False)
def approve(proposal_id):
    proposal = _proposal(proposal_id)
    form = ApprovalForm()
    if not form.validate_on_submit():
        return _shown(proposal, changes=form.changes.data, approval=form, status=422)
    approve_refresh(
        proposal,
        changes=form.changes.data,
        reason=form.reason.data,
        by=g.signed_in.account,
        today=today(),
        now=now(),
    )
    db.session.commit()
    return _back_to(proposal)


@room.post("/<uuid:proposal_id>/dismissal", strict_slashes=False)
def dismiss(proposal_id):
    proposal = _proposal(proposal_id)
    form = DismissalForm()
    if not form.validate_on_submit():
        return _shown(proposal, dismissal=form, status=422)
    dismiss_refresh(proposal, reason=form.why.data, by=g.signed_in.account, now=now())
    db.session.commit()
    return _back_to(proposal)


@room.post("/<uuid:proposal_id>/again", strict_slashes=False)
def propose_again(proposal_id):
    proposal = work_out_again(_proposal(proposal_id), today=today(), now=now())
    db.session.commit()
    return _back_to(proposal)


def _proposal(proposal_id):
    return proposal_of(g.signed_in.programme, proposal_id) or abort(404)


def _back_to(proposal):
    return redirect(url_for("staff.refreshes.show", proposal_id=proposal.id), 303)


def _shown(proposal, *, changes=None, approval=None, dismissal=None, status=200):
    is_open = proposal.state is ProposalState.OPEN
    rows = rows_of(proposal.points, around(proposal))
    wanted = changes if is_open else proposal.chosen_changes
    chosen = next((row for row in rows if row.changes == wanted), rows[0] if rows else None)
    empty = empty_before(proposal.points, rows)
    is_complete = len(rows) < MOST_POINTS
    newer = next(iter(open_proposals(proposal.programme_id)), None)
    wrong = approval if approval is not None and approval.errors else dismissal
    return page(
        "staff/refreshes/show.html",
        part="staff/refreshes/_proposal.html",
        status=status,
        proposal=proposal,
        title=title_words(proposal, today()),
        is_open=is_open,
        rows=rows,
        chosen=chosen,
        empty=empty,
        finding=finding_words(rows, empty, is_complete=is_complete),
        drawn=curve_of(rows, is_complete=is_complete),
        is_complete=is_complete,
        offers=offers_of(proposal),
        newer=newer if newer is not None and newer.id != proposal.id else None,
        approval=approval or ApprovalForm(formdata=None, changes=chosen.changes if chosen else 0),
        dismissal=dismissal or DismissalForm(formdata=None),
        form=wrong,
        today=today(),
    )
