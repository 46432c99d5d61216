"""What people wrote, put together from clauses of our own for the tags they keep."""

from math import log
from random import Random

from recruit.reference.taxonomies import plain_label
from recruit.seed.registers import WRITTEN, register_of
from recruit.seed.specification import happens, seed_list

MEDIAN_WORDS, FEWEST, MOST = 60, 5, 220
EMPTY = 0.04
FIELDS = ("lived_text", "skills_text", "challenge_text", "vision_text", "community_text")


def statements_of(
    luck: Random,
    *,
    skills: tuple[tuple[str, float], ...],
    lived: tuple[tuple[str, str, float], ...],
    communities: tuple[tuple[str, str, bool], ...],
    single_issue: bool,
    speaks_another_language: bool,
) -> tuple[tuple[str, str], ...]:
    """One text for each question that a person chose to answer; one in twenty-five answers none."""
    if happens(luck, EMPTY):
        return ()
    register = register_of(luck, speaks_another_language=speaks_another_language)
    clauses = {
        "lived_text": [_lived(luck, code, side) for code, side, _ in lived],
        "skills_text": [_skill(code) for code, _ in skills if code != "challenge"],
        "challenge_text": [_skill("challenge")] if "challenge" in dict(skills) else [],
        "vision_text": [_single_issue(lived)] if single_issue and lived else [],
        "community_text": [_community(code, link) for code, link, _ in communities],
    }
    answered = [field for field in FIELDS if clauses[field] and happens(luck, 0.85)] or ["vision_text"]
    length = min(MOST, max(FEWEST, luck.lognormvariate(log(MEDIAN_WORDS), 0.6)))
    share = length / len(answered)
    return tuple((field, _written(luck, field, clauses[field], share, register)) for field in answered)


def one_line(luck: Random, place: int) -> tuple[tuple[str, str], ...]:
    """A form with a single short line on it."""
    return ((luck.choice(("lived_text", "skills_text")), seed_list("clauses")["one_line"][place]),)


def _written(luck: Random, field: str, clauses: list[str], words: float, register: str) -> str:
    """Opening, the clauses of the tags, then fillers without any tag until the length is reached."""
    openings, fillers = (
        seed_list("clauses")["openings"][register],
        list(seed_list("clauses")["fillers"][field]),
    )
    luck.shuffle(fillers)
    lines = [luck.choice(openings)] if field == "lived_text" else []
    lines += clauses
    while fillers and len(" ".join(lines).split()) < words:
        lines.append(fillers.pop())
    return WRITTEN[register](" ".join(line for line in lines if line))


def _lived(luck: Random, code: str, side: str) -> str:
    own, others = seed_list("clauses")["lived"][code]
    if side == "self" or (side == "bereaved" and code == "bereavement_eol"):
        return own
    return others.format(someone=luck.choice(seed_list("clauses")["people"]))


def _skill(code: str) -> str:
    return seed_list("clauses")["skills"][code]


def _community(code: str, link: str) -> str:
    clauses = seed_list("clauses")
    return clauses["links"][link].format(group=clauses["communities"][code])


def _single_issue(lived: tuple[tuple[str, str, float], ...]) -> str:
    cause = plain_label("lived", lived[0][0]).lower()
    return seed_list("clauses")["single_issue"].format(cause=cause)
