"""One person's five scores with their parts, and everybody's order: ranking/1."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .evidence import EvidenceLine


@dataclass(frozen=True)
class Entry:
    """One person beside one role; all points run from 0 to 100.

    scores: the five, None where the role asks nothing or the answer is not known.
    parts: for each score the points of each tag, which add up to the score.
    contributions: for each score its points of the total, which add up to the total.
    total and rank are None where there is no score at all.
    """

    id: str
    total: float | None
    scores: Mapping[str, float | None]
    parts: Mapping[str, Mapping[str, float]]
    contributions: Mapping[str, float]
    to_look_at: tuple[str, ...]
    not_known: tuple[str, ...]
    evidence: tuple[EvidenceLine, ...]
    fit: str
    rank: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """The same as one entry of ranking/1."""
        return {
            "id": self.id,
            "rank": self.rank,
            "total": self.total,
            "to_look_at": list(self.to_look_at),
            "scores": dict(self.scores),
            "contributions": dict(self.contributions),
            "evidence": [line.to_dict() for line in self.evidence],
            "not_known": list(self.not_known),
        }


@dataclass(frozen=True)
class Ranking:
    """Everybody whose "About you" is done, the greatest total first; equal totals share a rank."""

    reference_gain: float
    ranking: tuple[Entry, ...]

    def entry_of(self, person_id: str) -> Entry | None:
        """The entry of one person; None where the person is not ranked."""
        return next((entry for entry in self.ranking if entry.id == person_id), None)

    def to_dict(self) -> dict[str, Any]:
        """The same as ranking/1."""
        return {
            "format": "alongside-ranking/1",
            "reference_gain": self.reference_gain,
            "ranking": [entry.to_dict() for entry in self.ranking],
        }
