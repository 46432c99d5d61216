"""A fair lottery: everybody's chance as equal as the targets allow, and a draw anyone can repeat."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from .compositions import Compositions
from .leximin import leximin
from .panels import TICKETS, drawn, ticketed
from .pool import kinds_of, read_targets
from .reading import text, whole


class Lottery:
    """Draws a panel of ``size`` people that meets the targets.

    :param size: seats on the panel.
    :param together: a feature of which at most one person per value is chosen (an organisation, a household).

    After :meth:`fit`: ``probabilities_`` (id to chance: tickets held, of a million), ``panels_`` (sorted members to
    tickets, which add up to 1,000,000), ``min_`` (the least chance) and ``gini_`` (0: all chances are equal).
    Chances are leximin; people who are alike have the same but for rounding to whole tickets.

    >>> pool = [{"id": name, "side": side} for name, side in (("a", "left"), ("b", "left"), ("c", "right"))]
    >>> wanted = [{"feature": "side", "value": "right", "min": 1, "max": 1}]
    >>> lottery = Lottery(size=2).fit(pool, wanted)
    >>> lottery.probabilities_
    {'a': 0.5, 'b': 0.5, 'c': 1.0}
    >>> lottery.draw("Ealing, 12 January 2027")
    ['a', 'c']
    """

    def __init__(self, size: int, *, together: str | None = None) -> None:
        self.size = size
        self.together = together

    def fit(self, pool: Iterable[Mapping[str, Any]], targets: Iterable[Mapping[str, Any]]) -> "Lottery":
        """Find the chances and write them as tickets.

        :param pool: for each person ``id`` and a text for each feature.
        :param targets: rows of ``feature``, ``value``, ``min`` and ``max``.
        :raises BadInput: something cannot be read.
        :raises InfeasiblePanel: no panel meets the targets.
        """
        size = whole(self.size, "size", least=1)
        people, wanted = list(pool), read_targets(targets)
        kinds = kinds_of(people, wanted, self.together)
        self.panels_ = ticketed(kinds, leximin(Compositions(kinds, wanted, size)))
        held = {str(person["id"]): 0 for person in people}
        for members, tickets in self.panels_.items():
            for name in members:
                held[name] += tickets
        self.probabilities_ = {name: tickets / TICKETS for name, tickets in sorted(held.items())}
        self.min_ = min(self.probabilities_.values())
        self.gini_ = gini(list(self.probabilities_.values()))
        return self

    def draw(self, seed: str) -> list[str]:
        """The people drawn with this seed, sorted."""
        return list(drawn(self.panels_, text(seed, "seed")))


def gini(chances: list[float]) -> float:
    """Half the mean difference between two people's chances, as a share of the mean chance.

    >>> gini([0.5, 0.5]), gini([0.0, 1.0])
    (0.0, 0.5)
    """
    ordered = np.sort(np.array(chances))
    ranks = np.arange(1, len(ordered) + 1)
    return float((2 * ranks - len(ordered) - 1) @ ordered / (len(ordered) * ordered.sum()))
