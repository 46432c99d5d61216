"""Arithmetic about people and seats; it has never heard of the web."""

from .assigning import PairAssigner
from .bands import BandExchange, ProtectedTarget, band_exchanges
from .compositions import InfeasiblePanel
from .explaining import explain
from .loading import load_problem
from .lottery import Lottery
from .overriding import Override, price_of_override
from .problem import Problem
from .reading import BadInput
from .refreshing import FrontierPoint, refresh_frontier
from .scoring import RoleScorer
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
    "band_exchanges",
    "explain",
    "load_problem",
    "price_of_override",
    "refresh_frontier",
    "suggest",
    "verify",
]
