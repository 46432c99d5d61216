"""Plans for the goals that come before the value: most kept, most seats filled, fewest alone, the worst lifted."""

import numpy as np

from .arrays import Arrays, Seats, pinned_only
from .compact import Compact, Floors
from .program import Answer


def most_kept(arrays: Arrays) -> Seats:
    """The pins, and as many tenable incumbents as the rules let stay beside them."""
    model = Compact(arrays, Floors(), among=arrays.tenable)
    for place in arrays.tenable:
        model.program.worth[model.x[place]] = 1.0
    found = model.program.closed().solve()
    return model.seated(found.x) if found.x is not None else pinned_only(arrays)


def most_seats(arrays: Arrays, floors: Floors, seconds: float = np.inf) -> tuple[Seats | None, Answer]:
    """A plan with the most seats filled."""
    model = Compact(arrays, floors)
    for column in model.x.values():
        model.program.worth[column] = 1.0
    return _read(model, seconds)


def fewest_alone(arrays: Arrays, floors: Floors, seconds: float = np.inf) -> tuple[Seats | None, Answer]:
    """A plan with the fewest workstreams of exactly one person."""
    model = Compact(arrays, floors)
    for column in model.count_alone():
        model.program.worth[column] = -1.0
    return _read(model, seconds)


def greatest_worst(arrays: Arrays, floors: Floors, seconds: float = np.inf) -> tuple[Seats | None, Answer]:
    """A plan whose worst workstream is worth most, among those for which anybody is eligible."""
    model = Compact(arrays, floors)
    worst = model.program.variable(1.0, most=max(arrays.own_ceiling(w) for w in range(arrays.m)))
    for w, (columns, values) in enumerate(model.cover()):
        if arrays.eligible[w].any():
            model.program.at_least([*columns, worst], [*values, -1.0], 0.0)
    return _read(model, seconds)


def _read(model: Compact, seconds: float) -> tuple[Seats | None, Answer]:
    answer = model.program.closed().solve(seconds=seconds)
    return (None if answer.x is None else model.seated(answer.x)), answer
