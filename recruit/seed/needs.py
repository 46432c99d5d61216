"""What some people of the story need before they can come; the same ones each time it is told."""

from typing import Any

EVERY = 9
TOLD: tuple[dict[str, Any], ...] = (
    {"access": ["step free", "travel"], "access_words": "", "money": "yes"},
    {"access": ["care cover"], "access_words": "My mum cannot be alone on Thursdays.", "money": "talk"},
    {"access": ["large print"], "access_words": "", "money": "unpaid"},
    {"access": [], "access_words": "", "money": "no"},
)


def needs_of(place: int) -> dict[str, Any] | None:
    """What the person at this place in the story told us; most told us nothing, which is not known."""
    return TOLD[place // EVERY % len(TOLD)] if place % EVERY == 0 else None
