"""The equality and balance questions: every one may be skipped or not said."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from recruit.reference.files import list_from

NOT_SAID = "Prefer not to say"
LEFT_OFF = ("pregnancy_maternity", "marriage_civil_partnership")


@dataclass(frozen=True)
class EqualityQuestion:
    """One question; `census_topic` says which table of the census it is compared with."""

    code: str
    question: str
    hint: str
    options: tuple[str, ...]
    show_if: str | None
    census_topic: str | None


@cache
def equality_questions() -> tuple[EqualityQuestion, ...]:
    asked = list_from("equality_categories")["questions"]
    return tuple(_question(raw) for raw in asked if raw["code"] not in LEFT_OFF)


def equality_question(code: str) -> EqualityQuestion:
    return next(each for each in equality_questions() if each.code == code)


def _question(raw: dict[str, Any]) -> EqualityQuestion:
    grouped = [option for group in raw.get("groups", ()) for option in group["options"]]
    return EqualityQuestion(
        code=raw["code"],
        question=raw["question"],
        hint=raw.get("hint", ""),
        options=(*(raw.get("options") or grouped), NOT_SAID),
        show_if=raw.get("show_if"),
        census_topic=raw.get("census_topic"),
    )
