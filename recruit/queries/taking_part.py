"""What a person told us about being there, and which questions still wait for them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from recruit.extensions import db
from recruit.models.candidates import Candidate, SeenBy
from recruit.models.taking_part import TakingPart
from recruit.models.vault import SealedAnswers
from recruit.queries.about_you import words_of

WRITTEN = ("challenge_text", "vision_text")
TOLD = ("not_times", "other_roles", "pair_wish")
YES, NO = "yes", "no"
SEALED = ("access", "money")


def taking_part_of(candidate: Candidate) -> TakingPart | None:
    return db.session.scalar(select(TakingPart).where(TakingPart.candidate_id == candidate.id))


def told_openly(candidate: Candidate) -> dict[str, dict[str, Any]]:
    """Every later answer that is not sealed, by its question; one that was not answered is missing."""
    told = {}
    for field in WRITTEN:
        if wrote := words_of(candidate, field):
            told[field] = {field: wrote.text, "contact_only": wrote.seen_by is SeenBy.CONTACT_ONLY}
    row = taking_part_of(candidate)
    if row is None:
        return told
    told |= {field: {field: getattr(row, field)} for field in TOLD if getattr(row, field) is not None}
    if row.wants_call is not None:
        told["wants_call"] = {"wants_call": YES if row.wants_call else NO}
    if row.touches_work is not None:
        told["interests"] = {
            "touches_work": str(row.touches_work),
            "interest": candidate.declared_interest or "",
        }
    return told


def balance_use_of(candidate: Candidate) -> str | None:
    """What the equality answers may be used for; None where none are kept."""
    return db.session.scalar(select(SealedAnswers.use).where(SealedAnswers.candidate_id == candidate.id))


def parts_of_about_you(candidate: Candidate) -> set[str]:
    """Which of the first questions about somebody have an answer."""
    holds: Iterable[tuple[str, object]] = (
        ("perspective", words_of(candidate, "perspective")),
        ("lived", candidate.lived_experience or words_of(candidate, "lived_text")),
        ("skills", candidate.skills),
        ("example", words_of(candidate, "skills_text")),
        ("communities", candidate.connections or words_of(candidate, "community_text")),
        ("availability", candidate.free_times and candidate.hours),
    )
    return {part for part, answer in holds if answer}
