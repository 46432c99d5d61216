"""Whether words tell of somebody's health: what the engine reads in them, before anybody else may."""

from matching import suggest
from recruit.reference.taxonomies import LIVED


def tells_of_health(*texts: str) -> bool:
    """Any lived experience that the engine hears, whoever lived through it."""
    return any(tag.facet == LIVED for text in texts if text for tag in suggest(text))
