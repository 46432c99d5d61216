"""The published plan, the offers that followed, and the terms that began."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from recruit.models.accounts import Account
from recruit.models.groups import Group
from recruit.models.plans import ChoiceKind, Offer, Plan, PlanChoice
from recruit.models.seats import Seat, Term
from recruit.models.states import OfferState, PlanState, TermState
from recruit.queries.matches.planning import Solved
from recruit.seed.cast import PLANTED_PAIRS
from recruit.seed.history import TermRecord, the_terms
from recruit.seed.population import the_population
from recruit.seed.rows.ledger import Ledger, row_id
from recruit.seed.rows.people import candidate_id
from recruit.seed.rows.places import PROGRAMME
from recruit.seed.story_days import PAIRS_BEGIN, PAIRS_PUBLISHED, Calendar

OFFER_LIVES = timedelta(days=14)
PRICE_OF_COVER = {"W3": 18.4, "W5": 27.1}
COVER_REASON = (
    "Stands in until somebody is found, and asked to. More than one workstream, agreed by telephone."
)


def write_serving(ledger: Ledger, calendar: Calendar, solved: Solved) -> None:
    """`solved` is what the planner said before the first pairs were published."""
    if not calendar.has_come(PAIRS_PUBLISHED):
        return
    terms = [term for term in the_terms() if calendar.has_come(term.begins)]
    first = _write_plan(ledger, calendar, "first", "First five pairs", PAIRS_PUBLISHED, PAIRS_BEGIN, solved)
    for term in terms:
        plan = first
        if term.by_override:
            plan = _write_cover(ledger, calendar, term, solved)
        _write_offer(ledger, plan, term, calendar)
        _write_term(ledger, term, calendar)


def with_cover(solved: Solved, term: TermRecord) -> Solved:
    """The same plan with one person in the place of whoever left, and less worth by the price of it."""
    group, price = str(row_id(Group, term.workstream)), PRICE_OF_COVER[term.workstream]
    assignments = [
        _covered(each, term, price) if each["workstream"] == group else each for each in solved["assignments"]
    ]
    return solved | {"assignments": assignments, "value": solved["value"] - price}


def _covered(pairing: dict[str, Any], term: TermRecord, price: float) -> dict[str, Any]:
    staying, cover = (str(candidate_id(key)) for key in (PLANTED_PAIRS[term.workstream][0], term.person))
    brought = set(the_population().person(term.person).tags)
    asked = {**pairing["covers"], **{tag: [] for tag in pairing["uncovered"]}}
    held = {
        tag: [person for person, holds in ((staying, staying in holders), (cover, tag in brought)) if holds]
        for tag, holders in asked.items()
    }
    return pairing | {
        "people": [staying, cover],
        "value": pairing["value"] - price,
        "individual": pairing["individual"] - price,
        "covers": {tag: holders for tag, holders in held.items() if holders},
        "uncovered": sorted(tag for tag, holders in held.items() if not holders),
        "alternates": [],
    }


def _write_cover(ledger: Ledger, calendar: Calendar, term: TermRecord, solved: Solved) -> UUID:
    name = f"Cover for {term.workstream}"
    plan = _write_plan(ledger, calendar, term.key, name, term.offered, term.begins, with_cover(solved, term))
    _write_override(ledger, plan, term, calendar)
    return plan


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


def _write_override(ledger: Ledger, plan: UUID, term: TermRecord, calendar: Calendar) -> None:
    ledger.add(
        PlanChoice,
        term.key,
        plan_id=plan,
        group_id=row_id(Group, term.workstream),
        candidate_id=candidate_id(term.person),
        kind=ChoiceKind.OVERRIDE,
        reason=COVER_REASON,
        price=PRICE_OF_COVER[term.workstream],
        at=calendar.at(term.offered, 14),
        by_id=row_id(Account, "coordinator"),
    )


def _write_offer(ledger: Ledger, plan: UUID, term: TermRecord, calendar: Calendar) -> None:
    made_at = calendar.at(term.offered, 15)
    ledger.add(
        Offer,
        term.key,
        plan_id=plan,
        refresh_proposal_id=None,
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
