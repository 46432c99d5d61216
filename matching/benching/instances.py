"""Pools of any size, the same for the same seed: published, so that anybody can measure against them."""

from hashlib import sha256

import numpy as np

from matching.problem import Person, Problem, Workstream
from matching.scoretable import ScoreTable

TAGS = tuple(f"skills:t{number}" for number in range(24)) + tuple(f"lived:t{number}" for number in range(16))
PATTERNS, CELLS, WEEKS = 64, 15, 26
AREAS = 8
HOURS = (None, 6.0, 8.0, 12.0, 16.0)


def a_pool(people: int, workstreams: int, *, seed: int = 0, seats: int = 2) -> Problem:
    """So many people and workstreams with correlated scores, real weekly patterns, organisations and targets.

    A score is a person's own level, how their three leanings suit the workstream, and chance; one in twenty is not
    known. A workstream meets fortnightly at one of fifteen times of the week and wants six tags; most people could
    sit in most workstreams that meet when they are free.
    """
    order = np.random.default_rng(seed)
    names, rows = _stable("p", people), _stable("W", workstreams)
    free = _patterns(order)
    everybody = tuple(_person(name, order, free, people) for name in names)
    groups = tuple(_workstream(name, order, seats) for name in rows)
    wanted = max(1, workstreams * seats // AREAS)
    return Problem(
        people=everybody,
        workstreams=groups,
        scores=ScoreTable(rows, names, _scores(order, people, workstreams)),
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
        tags=frozenset(TAGS[place] for place in order.choice(len(TAGS), order.integers(1, 7), replace=False)),
        groups=frozenset({f"area:{int(order.integers(AREAS) * order.random())}"}),
        slots=free[int(order.integers(len(free)))],
    )


def _workstream(name: str, order: np.random.Generator, seats: int) -> Workstream:
    cell, first = int(order.integers(CELLS)), int(order.integers(2))
    wants = order.choice(len(TAGS), 6, replace=False)
    return Workstream(
        id=name,
        seats=seats,
        hours=6.0,
        slots=frozenset(f"{week}.{cell}" for week in range(first, WEEKS, 2)),
        min_attendance=0.6,
        slot_value=0.5,
        wants={TAGS[place]: float(order.integers(2, 13)) for place in wants},
    )


def _scores(order: np.random.Generator, people: int, workstreams: int) -> "np.ndarray":
    level = order.normal(55, 9, people).astype(np.float32)
    leanings = order.normal(0, 1, (people, 3)).astype(np.float32)
    scores = np.empty((workstreams, people), dtype=np.float32)
    for row in scores:
        suits = order.normal(0, 4, 3).astype(np.float32)
        row[:] = level + leanings @ suits + order.normal(0, 6, people).astype(np.float32)
        np.clip(row, 0, 100, out=row)
        row[order.random(people) < 0.05] = np.nan
    return scores
