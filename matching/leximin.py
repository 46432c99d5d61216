"""Chances as equal as the targets allow: the least chance as great as can be, then the next, and so on.

Column generation after Flanigan, Gölz, Gupta, Hennig and Procaccia, "Fair algorithms for selecting citizens'
assemblies", Nature 596 (2021): a small linear program mixes panels, a whole-number program finds the panel that
would help most, and who cannot be helped any further is settled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray

from .pool import Kind, PanelTarget
from .program import Draft, Floats, Relaxed

Counts = NDArray[np.int64]

# A panel enters where it helps more than this, and whoever carries more than this of the price is settled.
TOLERANCE = 1e-7
# What is settled may give way by so little, so that rounding never makes the next step impossible.
SLACK = 1e-10


@dataclass(frozen=True)
class Relaxation:
    """A demand that cannot be met, and what it has to become in the smallest change to all demands together."""

    demand: str
    asked: int
    possible: int

    def __str__(self) -> str:
        return f"{self.demand}: {self.asked} asked, {self.possible} possible ({abs(self.asked - self.possible)} apart)"


class InfeasiblePanel(ValueError):
    """No panel meets the targets; ``relaxations`` is the smallest change that would make one possible."""

    def __init__(self, relaxations: Sequence[Relaxation]) -> None:
        super().__init__("\n".join(str(each) for each in relaxations))
        self.relaxations = tuple(relaxations)


class Compositions:
    """How many people of each kind a panel may have, as a whole-number program."""

    def __init__(self, kinds: Sequence[Kind], targets: Sequence[PanelTarget], size: int) -> None:
        self.kinds = kinds
        self.targets = targets
        self.size = size
        self.features = sorted({target.feature for target in targets})
        draft = self._homes()
        for target in targets:
            members = self._members(target)
            draft.at_most(members, [1.0] * len(members), float(target.most))
            draft.at_least(members, [1.0] * len(members), float(target.least))
        self._program = draft

    def _homes(self) -> Draft:
        """A panel of the right size with at most one person of each home."""
        draft = Draft()
        sharing: dict[tuple[tuple[str, ...], ...], list[int]] = {}
        for kind in self.kinds:
            place = draft.variable(most=float(len(kind.homes)), whole=True)
            sharing.setdefault(kind.household, []).append(place)
        for places in sharing.values():
            if len(places) > 1:
                draft.at_most(places, [1.0] * len(places), float(len(self.kinds[places[0]].homes)))
        everyone = list(range(len(self.kinds)))
        draft.at_most(everyone, [1.0] * len(everyone), float(self.size))
        draft.at_least(everyone, [1.0] * len(everyone), float(self.size))
        return draft

    def _members(self, target: PanelTarget) -> list[int]:
        place = self.features.index(target.feature)
        return [index for index, kind in enumerate(self.kinds) if kind.look[place] == target.value]

    def best(self, worth: Floats) -> Counts:
        """The panel of the greatest worth, as people of each kind.

        :raises InfeasiblePanel: there is no panel.
        """
        self._program.worth[:] = [float(each) for each in worth]
        found = self._program.closed().solve()
        if found.x is None:
            self._explain()
        return np.rint(found.x).astype(np.int64)

    def _explain(self) -> NoReturn:
        households = {kind.household: len(kind.homes) for kind in self.kinds}
        most = sum(households.values())
        if most < self.size:
            raise InfeasiblePanel([Relaxation("size", self.size, most)])
        draft, steps = self._homes(), []
        for target in self.targets:
            members = self._members(target)
            ones = [1.0] * len(members)
            fewer = draft.variable(-1.0, most=float(target.least), whole=True)
            more = draft.variable(-1.0, most=float(self.size), whole=True)
            draft.at_least([*members, fewer], [*ones, 1.0], float(target.least))
            draft.at_most([*members, more], [*ones, -1.0], float(target.most))
            name = f"{target.feature} = {target.value}"
            steps += [
                (f"{name}, at least", target.least, fewer, -1),
                (f"{name}, at most", target.most, more, 1),
            ]
        found = draft.closed().solve().x
        if found is None:
            raise ArithmeticError("the smallest change to the targets could not be computed")
        moved = [(name, asked, round(found[place]) * sign) for name, asked, place, sign in steps]
        raise InfeasiblePanel([Relaxation(name, asked, asked + step) for name, asked, step in moved if step])


class Leximin:
    """A mix of panels: ``counts`` (panels by kinds) with ``shares`` that add up to 1, ``chances`` of each kind."""

    def __init__(self, compositions: Compositions) -> None:
        self._compositions = compositions
        self._sizes = np.array([kind.size for kind in compositions.kinds], dtype=float)
        self._settled = np.full(len(self._sizes), np.nan)
        self._panels: dict[bytes, Counts] = {}
        self._add(compositions.best(np.zeros(len(self._sizes))))
        while np.isnan(self._settled).any():
            self._settle()
        self.chances = self._settled
        self.counts = np.array(list(self._panels.values()))[self._shares > 0]
        self.shares = self._shares[self._shares > 0]

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
