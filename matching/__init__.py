"""Arithmetic about people and seats; it has never heard of the web."""

from .assigning import PairAssigner
from .balancing import price_of_balance, target_prices
from .bands import BandExchange, ProtectedTarget, band_exchanges
from .coaching import advice
from .compositions import InfeasiblePanel
from .connecting import adds, connections, cover_order
from .explaining import explain
from .loading import load_problem
from .lottery import Lottery
from .missing import Missed, most_missed
from .newcomers import explain_newcomer, roles_for_newcomers
from .overriding import Override, price_of_override
from .panel_coaching import panel_advice
from .pool_scoring import PoolScorer
from .problem import Problem
from .reading import BadInput
from .refreshing import FrontierPoint, refresh_frontier
from .representing import chance_range, standings
from .rolling import with_ending_terms
from .scoretable import ScoreTable
from .scoring import RoleScorer
from .selecting import selection_rates
from .shutting_out import shuts_out
from .suppressing import suppressed
from .tags import suggest
from .verifying import verify
from .watching import Progress

__all__ = [
    "BadInput",
    "BandExchange",
    "FrontierPoint",
    "InfeasiblePanel",
    "Lottery",
    "Missed",
    "Override",
    "PairAssigner",
    "PoolScorer",
    "Problem",
    "Progress",
    "ProtectedTarget",
    "RoleScorer",
    "ScoreTable",
    "adds",
    "advice",
    "band_exchanges",
    "chance_range",
    "connections",
    "cover_order",
    "explain",
    "explain_newcomer",
    "load_problem",
    "most_missed",
    "panel_advice",
    "price_of_balance",
    "price_of_override",
    "refresh_frontier",
    "roles_for_newcomers",
    "selection_rates",
    "shuts_out",
    "standings",
    "suggest",
    "suppressed",
    "target_prices",
    "verify",
    "with_ending_terms",
]
