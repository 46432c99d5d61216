"""The published plan with somebody else in one seat, and what that cost."""

from typing import Any

from recruit.models.groups import Group
from recruit.queries.matches.planning import Solved
from recruit.seed.cast import PLANTED_PAIRS
from recruit.seed.history import TermRecord
from recruit.seed.population import the_population
from recruit.seed.rows.ledger import row_id
from recruit.seed.rows.people import candidate_id

# For whoever is not among the cheapest alternates, whose prices the plan holds.
FALLBACK_PRICE = {"W3": 31.4, "W5": 44.0}


def price_of(solved: Solved, term: TermRecord) -> float:
    """What the planner said that this person would cost in the place of whoever left."""
    who, left = str(candidate_id(term.person)), str(candidate_id(_left(term)))
    prices = [
        each["price"]
        for pairing in solved["assignments"]
        for each in pairing["alternates"]
        if (each["person"], each["instead_of"]) == (who, left)
    ]
    return prices[0] if prices else FALLBACK_PRICE[term.workstream]


def with_another(solved: Solved, term: TermRecord, price: float) -> Solved:
    group = str(row_id(Group, term.workstream))
    assignments = [
        _pairing_with(each, term, price) if each["workstream"] == group else each
        for each in solved["assignments"]
    ]
    changes = {"removed": [], "added": [[str(candidate_id(term.person)), group]], "untenable": []}
    return solved | {"assignments": assignments, "value": solved["value"] - price, "changes": changes}


def _pairing_with(pairing: dict[str, Any], term: TermRecord, price: float) -> dict[str, Any]:
    staying, newcomer = (str(candidate_id(key)) for key in (PLANTED_PAIRS[term.workstream][0], term.person))
    brought = the_population().person(term.person).tags
    asked = {**pairing["covers"], **{tag: [] for tag in pairing["uncovered"]}}
    held = {
        tag: [who for who, holds in ((staying, staying in holders), (newcomer, tag in brought)) if holds]
        for tag, holders in asked.items()
    }
    return pairing | {
        "people": [staying, newcomer],
        "value": pairing["value"] - price,
        "individual": pairing["individual"] - price,
        "covers": {tag: holders for tag, holders in held.items() if holders},
        "uncovered": sorted(tag for tag, holders in held.items() if not holders),
        "alternates": [],
    }


def _left(term: TermRecord) -> str:
    return PLANTED_PAIRS[term.workstream][term.seat - 1]
