"""The one bridge between the rows and the arithmetic of matching: the public names, nothing else."""

from recruit.queries.matches.planning import (
    Planning,
    Price,
    frontier_of,
    planning_of,
    price_of,
    proposed_plan,
    rules_broken,
)
from recruit.queries.matches.ranking import Ranked, ranked_for, ranking_of
from recruit.queries.matches.roles import meetings_ahead, newest_versions, weights_of
from recruit.queries.matches.seated import Dates, dates_of, time_fit_of
from recruit.queries.matches.suggesting import SuggestedTag, suggested_tags
from recruit.queries.matches.times import SaidAboutTime, TimeFit, time_fit

__all__ = [
    "Dates",
    "Planning",
    "Price",
    "Ranked",
    "SaidAboutTime",
    "SuggestedTag",
    "TimeFit",
    "dates_of",
    "frontier_of",
    "meetings_ahead",
    "newest_versions",
    "planning_of",
    "price_of",
    "proposed_plan",
    "ranked_for",
    "ranking_of",
    "rules_broken",
    "suggested_tags",
    "time_fit",
    "time_fit_of",
    "weights_of",
]
