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
from .overriding import Override, price_of_override
from .panel_coaching import panel_advice
from .problem import Problem
from .reading import BadInput
from .refreshing import FrontierPoint, refresh_frontier
from .representing import chance_range, standings
from .scoring import RoleScorer
from .selecting import selection_rates
from .suppressing import suppressed
from .tags import suggest
from .verifying import verify

__all__ = [
    "BadInput",
    "BandExchange",
    "FrontierPoint",
    "InfeasiblePanel",
    "Lottery",
    "Override",
    "PairAssigner",
    "Problem",
    "ProtectedTarget",
    "RoleScorer",
    "adds",
    "advice",
    "band_exchanges",
    "chance_range",
    "connections",
    "cover_order",
    "explain",
    "load_problem",
    "panel_advice",
    "price_of_balance",
    "price_of_override",
    "refresh_frontier",
    "selection_rates",
    "standings",
    "suggest",
    "suppressed",
    "target_prices",
    "verify",
]
