"""Pools of any size, the same for the same seed: published, so that anybody can measure against them."""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from matching.problem import Person, Problem, Workstream
from matching.scoretable import ScoreTable

TAGS = tuple(f"skills:t{number}" for number in range(24)) + tuple(f"lived:t{number}" for number in range(16))
PATTERNS, CELLS, WEEKS = 64, 15, 26
WANTED = 9
AREAS = 8
HOURS = (None, 6.0, 8.0, 12.0, 16.0)


def a_pool(people: int, workstreams: int, *, seed: int = 0, seats: int = 2, coverage: float = 1.0) -> Problem:
    """So many people and workstreams with correlated scores, real weekly patterns, organisations and targets.

    As in life, what a workstream wants is what its scores reward: a score is a person's own level, points for each
    wanted tag they hold by its weight, and chance; one in twenty is not known. So the best two people are often best
    at the same thing. A workstream meets fortnightly at one of fifteen times of the week and wants nine tags, weighed
    as the application weighs criteria; most people could sit in most workstreams that meet when they are free.
    ``coverage`` multiplies what wants and meetings weigh beside the scores.
    """
    order = np.random.default_rng(seed)
    names, rows = _stable("p", people), _stable("W", workstreams)
    free = _patterns(order)
    everybody = tuple(_person(name, order, free, people) for name in names)
    groups = tuple(_workstream(name, order, seats, coverage) for name in rows)
    wanted = max(1, workstreams * seats // AREAS)
    return Problem(
        people=everybody,
        workstreams=groups,
        scores=ScoreTable(rows, names, _scores(order, everybody, groups)),
        targets={f"area:{number}": wanted for number in range(AREAS)},
        target_weight=5.0,
    )


def _stable(letter: str, count: int) -> list[str]:
    names = [f"{letter}{number}" for number in range(count)]
    return sorted(names, key=lambda name: sha256(name.encode()).hexdigest())


def _patterns(order: np.random.Generator) -> list[frozenset[str]]:
    """Times of the week at which somebody is free, in all weeks but two."""
    found = []
    for _ in range(PATTERNS):
        cells = np.flatnonzero(order.random(CELLS) < 0.7)
        away = set(order.choice(WEEKS, 2, replace=False))
        found.append(
            frozenset(f"{week}.{cell}" for week in range(WEEKS) if week not in away for cell in cells)
        )
    return found


def _person(name: str, order: np.random.Generator, free: list[frozenset[str]], people: int) -> Person:
    return Person(
        id=name,
        organisation=f"O{order.integers(max(2, people // 8))}",
        max_workstreams=int(order.choice((1, 1, 1, 2))),
        hours=HOURS[int(order.integers(len(HOURS)))],
        tags=frozenset(
            {TAGS[place] for place in order.choice(len(TAGS), order.integers(1, 7), replace=False)}
            | {"experienced" if order.random() < 0.4 else "new"}
        ),
        groups=frozenset({f"area:{int(order.integers(AREAS) * order.random())}"}),
        slots=free[int(order.integers(len(free)))],
    )


def _workstream(name: str, order: np.random.Generator, seats: int, coverage: float) -> Workstream:
    cell, first = int(order.integers(CELLS)), int(order.integers(2))
    wants = order.choice(len(TAGS), WANTED, replace=False)
    weights = {"experienced": 6.0, "new": 6.0} | {TAGS[place]: 3.0 * order.integers(1, 6) for place in wants}
    return Workstream(
        id=name,
        seats=seats,
        hours=6.0,
        slots=frozenset(f"{week}.{cell}" for week in range(first, WEEKS, 2)),
        min_attendance=0.6,
        slot_value=1.5 * coverage,
        wants={tag: coverage * weight for tag, weight in weights.items()},
    )


def _scores(
    order: np.random.Generator, people: Sequence[Person], workstreams: Sequence[Workstream]
) -> "np.ndarray":
    level = order.normal(50, 10, len(people)).astype(np.float32)
    holds = {tag: np.array([tag in person.tags for person in people], dtype=np.float32) for tag in TAGS}
    scores = np.empty((len(workstreams), len(people)), dtype=np.float32)
    for place, workstream in enumerate(workstreams):
        asked = {tag: weight for tag, weight in workstream.wants.items() if tag in holds}
        score = 0.5 * level + order.normal(0, 5, len(people)).astype(np.float32)
        for tag, weight in asked.items():
            score += 100 * weight / sum(asked.values()) * holds[tag]
        score[order.random(len(people)) < 0.05] = np.nan
        scores[place] = np.clip(score, 0, 100)
    return scores
