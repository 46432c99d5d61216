"""Chances as equal as the targets allow: the least chance as great as can be, then the next, and so on.

If seats could be shared between panels, the answer is a row of small linear programs; nothing whole panels do can be
better. Where those seats can be taken apart into panels, they are the answer and the proof. Where they cannot, column
generation after Flanigan, Gölz, Gupta, Hennig and Procaccia, "Fair algorithms for selecting citizens' assemblies",
Nature 596 (2021), finds it: a small linear program mixes panels, a whole-number program finds the panel that would help
most, and who cannot be helped any further is settled.
"""

import numpy as np

from .compositions import Compositions, Counts
from .levels import shared_seats
from .peeling import Mix, taken_apart
from .program import Draft, Floats, Relaxed

# A panel enters where it helps more than this, and whoever carries more than this of the price is settled.
TOLERANCE = 1e-7
# What is settled may give way by so little, so that rounding never makes the next step impossible.
SLACK = 1e-10


def leximin(compositions: Compositions) -> Mix:
    """The mix of panels whose chances are leximin: no other gives the least more, nor the next least, and so on.

    :raises InfeasiblePanel: there is no panel.
    """
    sizes = np.array([kind.size for kind in compositions.kinds], dtype=float)
    first = compositions.best(np.zeros(len(sizes)))
    seats = shared_seats(compositions.program, sizes)
    apart = None if seats is None else taken_apart(compositions.program, seats)
    return Staged(compositions, sizes, first).mix if apart is None else apart


class Staged:
    """Column generation, one level of chances after another; ``mix`` is the answer."""

    def __init__(self, compositions: Compositions, sizes: Floats, first: Counts) -> None:
        self._compositions = compositions
        self._sizes = sizes
        self._settled = np.full(len(sizes), np.nan)
        self._panels: dict[bytes, Counts] = {}
        self._add(first)
        while np.isnan(self._settled).any():
            self._settle()
        used = self._shares > 0
        self.mix = Mix(np.array(list(self._panels.values()))[used], self._shares[used])

    def _add(self, panel: Counts) -> bool:
        new = panel.tobytes() not in self._panels
        self._panels[panel.tobytes()] = panel
        return new

    def _settle(self) -> None:
        """Lift the least chance of those not settled as far as it goes, and settle those who stop it there."""
        while True:
            mixed = self._mixed()
            prices = mixed.duals[: len(self._sizes)]
            panel = self._compositions.best(prices)
            if prices @ panel <= mixed.duals[-1] + TOLERANCE or not self._add(panel):
                break
        least = mixed.x[-1]
        carried = np.where(np.isnan(self._settled), prices * self._sizes, -1.0)
        # Together they carry the whole price, so the one who carries most always stops it.
        stopping = carried >= min(TOLERANCE, carried.max())
        self._settled[stopping] = least
        self._shares = np.where(mixed.x[:-1] > SLACK, mixed.x[:-1], 0.0)

    def _mixed(self) -> Relaxed:
        """Shares of the panels known so far that make the least chance greatest; the last variable is that chance."""
        panels = np.array(list(self._panels.values()), dtype=float)
        draft = Draft()
        # Without upper bounds, so that the prices of the rows tell everything.
        for _ in panels:
            draft.variable(most=np.inf)
        least = draft.variable(1.0, most=np.inf)
        for kind, settled in enumerate(self._settled):
            holding = [int(each) for each in np.flatnonzero(panels[:, kind])]
            counts = [float(each) for each in panels[holding, kind]]
            if np.isnan(settled):
                draft.at_least([*holding, least], [*counts, -self._sizes[kind]], 0.0)
            else:
                draft.at_least(holding, counts, max(0.0, settled - SLACK) * self._sizes[kind])
        draft.at_most(range(len(panels)), [1.0] * len(panels), 1.0)
        mixed = draft.closed().relax()
        if mixed is None:
            raise ArithmeticError("the chances could not be computed")
        return mixed
