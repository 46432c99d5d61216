"""The one place where the web asks what time it is."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    return datetime.now(LONDON).date()


def first_moment(day: date) -> datetime:
    """Midnight in London, when a day begins."""
    return datetime.combine(day, time(), LONDON)
