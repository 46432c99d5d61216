"""The questions we ask candidates and nominators, in order and in our own words."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from recruit.reference.files import list_from


@dataclass(frozen=True)
class Question:
    """One question of one page; `choices` are the answers it lists, where the list is its own."""

    order: int
    stage: str
    field: str
    question: str
    hint: str
    kind: str
    choices: tuple[str, ...]
    required: bool
    used_for: str


def version() -> str:
    return list_from("forms")["version"]


@cache
def candidate_questions() -> tuple[Question, ...]:
    return tuple(_question(raw) for raw in list_from("forms")["candidate"])


@cache
def nominator_questions() -> tuple[Question, ...]:
    return tuple(_question(raw) for raw in list_from("forms")["nominator"])


def first_stage() -> tuple[Question, ...]:
    return tuple(each for each in candidate_questions() if each.stage.startswith("1"))


def candidate_question(field: str) -> Question:
    return next(each for each in candidate_questions() if each.field == field)


def nominator_question(field: str) -> Question:
    return next(each for each in nominator_questions() if each.field == field)


def glossary() -> dict[str, str]:
    return {entry["term"]: entry["plain"] for entry in list_from("forms")["glossary"]}


def _question(raw: dict[str, Any]) -> Question:
    kind, _, listed = raw["type"].partition(":")
    return Question(
        order=raw["order"],
        stage=raw.get("stage", ""),
        field=raw["field"],
        question=raw["question"],
        hint=raw["hint"],
        kind=kind.split()[0].rstrip(","),
        choices=choices_in(listed),
        required=raw["required"],
        used_for=raw["used_for"],
    )


def choices_in(listed: str) -> tuple[str, ...]:
    """The answers that a question lists itself, as in "Yes | No"."""
    if " | " not in listed:
        return ()
    return tuple(re.sub(r"\s*\(say:.*\)", "", choice).strip() for choice in listed.split(" | "))
