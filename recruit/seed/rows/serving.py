"""The published plan, the offers that followed, and the terms that began."""

from datetime import timedelta
from uuid import UUID

from recruit.models.accounts import Account
from recruit.models.groups import Group
from recruit.models.plans import ChoiceKind, Offer, Plan, PlanChoice
from recruit.models.refreshes import RefreshProposal
from recruit.models.seats import Seat, Term
from recruit.models.states import OfferState, PlanState, ProposalState, TermState
from recruit.queries.matches.planning import Solved
from recruit.seed.cast import COVERED_THREE, TOOK_OVER_W3
from recruit.seed.groups import the_groups
from recruit.seed.history import TermRecord, the_terms
from recruit.seed.rows.another import price_of, with_another
from recruit.seed.rows.ledger import Ledger, row_id
from recruit.seed.rows.people import candidate_id
from recruit.seed.rows.places import PROGRAMME
from recruit.seed.story_days import PAIRS_BEGIN, PAIRS_PUBLISHED, Calendar

OFFER_LIVES = timedelta(days=14)
COVER_REASON = (
    "Stands in until somebody is found, and asked to. More than one workstream, agreed by telephone."
)


def write_serving(ledger: Ledger, calendar: Calendar, solved: Solved) -> None:
    """`solved` is what the planner said before the first pairs were published."""
    if not calendar.has_come(PAIRS_PUBLISHED):
        return
    first = _write_plan(ledger, calendar, "first", "First five pairs", PAIRS_PUBLISHED, PAIRS_BEGIN, solved)
    for term in (term for term in the_terms() if calendar.has_come(term.begins)):
        _write_term(ledger, term, calendar)
        if term.by_override:
            cover = _write_cover(ledger, calendar, term, solved)
            _write_offer(ledger, term, calendar, plan_id=cover)
        elif term.person == TOOK_OVER_W3:
            proposal = _write_refresh(ledger, calendar, term, solved)
            _write_offer(ledger, term, calendar, refresh_proposal_id=proposal)
        else:
            _write_offer(ledger, term, calendar, plan_id=first)


def _write_cover(ledger: Ledger, calendar: Calendar, term: TermRecord, solved: Solved) -> UUID:
    where = next(group.name for group in the_groups() if group.key == term.workstream)
    name, price = f"Cover for {where}", price_of(solved, term)
    plan = _write_plan(
        ledger, calendar, term.key, name, term.offered, term.begins, with_another(solved, term, price)
    )
    ledger.add(
        PlanChoice,
        term.key,
        plan_id=plan,
        group_id=row_id(Group, term.workstream),
        candidate_id=candidate_id(term.person),
        kind=ChoiceKind.OVERRIDE,
        reason=COVER_REASON,
        price=price,
        at=calendar.at(term.offered, 14),
        by_id=row_id(Account, "coordinator"),
    )
    return plan


def _write_refresh(ledger: Ledger, calendar: Calendar, term: TermRecord, solved: Solved) -> UUID:
    """The refresh that was approved: repair only, nobody else moved."""
    plan = with_another(solved, term, price_of(solved, term))
    return ledger.add(
        RefreshProposal,
        term.key,
        programme_id=PROGRAMME,
        because_term_id=row_id(Term, f"{term.workstream}:{term.seat}:{COVERED_THREE}"),
        state=ProposalState.APPROVED,
        made_at=calendar.at(term.offered - 1, 6),
        starts_on=calendar.on(term.begins),
        points=[{"changes": 0, "value": plan["value"], "bound": plan["value"], "plan": plan}],
        chosen_changes=0,
        decided_at=calendar.at(term.offered, 15),
        decided_by_id=row_id(Account, "coordinator"),
        reason="Everybody else stays where they are, and the two know each other.",
    )


def _write_plan(
    ledger: Ledger, calendar: Calendar, key: str, name: str, published: int, begins: int, solved: Solved
) -> UUID:
    return ledger.add(
        Plan,
        key,
        programme_id=PROGRAMME,
        name=name,
        state=PlanState.PUBLISHED,
        starts_on=calendar.on(begins),
        made_at=calendar.at(published, 9),
        made_by_id=row_id(Account, "coordinator"),
        published_at=calendar.at(published, 15),
        solved=solved,
    )


def _write_offer(ledger: Ledger, term: TermRecord, calendar: Calendar, **source: UUID) -> None:
    made_at = calendar.at(term.offered, 15)
    ledger.add(
        Offer,
        term.key,
        **({"plan_id": None, "refresh_proposal_id": None} | source),
        seat_id=row_id(Seat, f"{term.workstream}:{term.seat}"),
        candidate_id=candidate_id(term.person),
        state=OfferState.ACCEPTED,
        starts_on=calendar.on(term.begins),
        ends_on=calendar.on(term.ends),
        made_at=made_at,
        lapses_at=made_at + OFFER_LIVES,
        answered_at=calendar.at(term.offered + 2, 12, 10),
        declined_because=None,
    )


def _write_term(ledger: Ledger, term: TermRecord, calendar: Calendar) -> None:
    is_over = term.is_over(calendar)
    ends = term.stopped if is_over and term.stopped is not None else term.ends
    ledger.add(
        Term,
        term.key,
        seat_id=row_id(Seat, f"{term.workstream}:{term.seat}"),
        candidate_id=candidate_id(term.person),
        state=TermState.ENDED if is_over else TermState.SERVING,
        starts_on=calendar.on(term.begins),
        ends_on=calendar.on(ends),
        ended_because=term.because if is_over else None,
    )
