"""Chances as equal as the limits allow, if seats could be shared: never below what whole panels can reach.

The least chance is lifted as far as it goes, then the next, and so on. What stops a chance is read from the prices of
the linear program (complementary slackness) and holds with equality from then on. No rounded figure enters the next
program, so errors do not add up.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, eye_array, hstack, vstack

from .program import Floats, Program

Marks = NDArray[np.bool_]

# Whatever carries more than this of the price stops the least chance from rising.
PRICED = 1e-9


def shared_seats(program: Program, sizes: Floats) -> Floats | None:
    """Seats of each kind, shared between panels, that give the leximin chances of the relaxation.

    :param program: the limits of a panel; shape (kinds,).
    :param sizes: people of each kind.
    :returns: seats, at least what any mix of panels gives in the leximin order; None where the solver gave up.
    """
    kinds = len(sizes)
    # An upper bound is a row like any other, so that it has its price too.
    limits = vstack([program.rows, eye_array(kinds)], format="csr")
    most = np.concatenate([program.limits, program.most])
    level = np.full(kinds, -1)
    tight = np.zeros(len(most), dtype=bool)
    seats = None
    for stage in range(kinds):
        raised = _raised(limits, most, tight, np.where(level < 0, stage, level), sizes, stage).relax()
        if raised is None:
            return None
        seats, prices = raised.x[:kinds], raised.duals
        tight |= prices[: len(most)] > PRICED
        carried = prices[len(most) : len(most) + kinds] * sizes
        level[(level < 0) & (carried > PRICED)] = stage
        if (level >= 0).all():
            break
    return seats


def _raised(
    limits: csr_array, most: Floats, tight: Marks, level: NDArray[np.int64], sizes: Floats, stage: int
) -> Program:
    """Raise the chance of this stage; earlier stages keep theirs, for what stopped them still stops them."""
    kinds = len(sizes)
    chances = csr_array((sizes, (np.arange(kinds), level)), shape=(kinds, stage + 1))
    held = hstack([limits, csr_array((len(most), stage + 1))], format="csr")
    reached = hstack([-eye_array(kinds), chances], format="csr")
    settled = level < stage
    worth = np.zeros(kinds + stage + 1)
    worth[-1] = 1.0
    return Program(
        worth=worth,
        rows=vstack([held, reached, -held[tight], -reached[settled]], format="csr"),
        limits=np.concatenate([most, np.zeros(kinds), -most[tight], np.zeros(int(settled.sum()))]),
        least=np.full(len(worth), -np.inf),
        most=np.full(len(worth), np.inf),
        whole=np.zeros(len(worth), dtype=bool),
    )
