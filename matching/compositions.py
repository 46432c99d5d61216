"""How many people of each kind a panel may have, and what would have to give way where there is no panel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NoReturn

import numpy as np
from numpy.typing import NDArray

from .pool import Kind, PanelTarget
from .program import Draft, Floats

Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Relaxation:
    """A demand that cannot be met, and what it has to become in the smallest change to all demands together."""

    demand: str
    asked: int
    possible: int

    def __str__(self) -> str:
        return f"{self.demand}: {self.asked} asked, {self.possible} possible ({abs(self.asked - self.possible)} apart)"


class InfeasiblePanel(ValueError):
    """No panel meets the targets; ``relaxations`` is the smallest change that would make one possible.

    >>> print(InfeasiblePanel([Relaxation("area = north, at least", 7, 6)]))
    area = north, at least: 7 asked, 6 possible (1 apart)
    """

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
        self.program = draft.closed()

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
        found = replace(self.program, worth=worth).solve()
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
