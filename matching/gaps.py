"""What a group lacks against its targets, and how much one person would close."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .reading import mapping, number


@dataclass(frozen=True)
class Target:
    """How many people of a group are wanted and held now, and what closing one place counts (weight >= 0)."""

    wanted: float
    held: float = 0.0
    weight: float = 1.0

    def __post_init__(self) -> None:
        for name in ("wanted", "held", "weight"):
            number(getattr(self, name), f"target.{name}")

    @classmethod
    def from_dict(cls, raw: Any, where: str = "target") -> "Target":
        """Read {"wanted", "held", "weight"}; raises BadInput naming the field."""
        given = mapping(raw, where, known=("wanted", "held", "weight"), needed=("wanted",))
        return cls(**{name: number(value, f"{where}.{name}") for name, value in given.items()})

    def to_dict(self) -> dict[str, float]:
        """The same as plain JSON."""
        return {"wanted": self.wanted, "held": self.held, "weight": self.weight}

    @property
    def shortfall(self) -> float:
        """People still wanted; never negative."""
        return max(0.0, self.wanted - self.held)

    @property
    def next_gain(self) -> float:
        """Weighted shortfall that one more person of the group would take away."""
        return self.weight * min(1.0, self.shortfall)


def shortfalls(targets: Mapping[str, Target]) -> dict[str, float]:
    """People still wanted in each group that lacks any.

    >>> shortfalls({"area:Brent": Target(3, held=1), "area:Harrow": Target(1, held=2)})
    {'area:Brent': 2}
    """
    return {group: target.shortfall for group, target in targets.items() if target.shortfall > 0}


def gains(targets: Mapping[str, Target], groups: Collection[str]) -> dict[str, float]:
    """The part of the weighted shortfall that a person of these groups closes, group by group.

    >>> gains({"area:Brent": Target(3, held=1, weight=2), "area:Harrow": Target(1)}, ["area:Brent"])
    {'area:Brent': 2.0}
    """
    return {
        group: target.next_gain
        for group, target in targets.items()
        if group in groups and target.next_gain > 0
    }


def gain(targets: Mapping[str, Target], groups: Collection[str]) -> float:
    """The reduction of the weighted shortfall if a person of these groups joined (matching.md, section 1).

    >>> gain({"area:Brent": Target(3), "area:Harrow": Target(1)}, ["area:Brent", "area:Harrow"])
    2.0
    """
    return sum(gains(targets, groups).values())


def reference_gain(targets: Mapping[str, Target], pool: Iterable[Collection[str]]) -> float:
    """The greatest gain of anybody in the pool; 0 when there is nothing to gain.

    >>> reference_gain({"area:Brent": Target(3)}, [["area:Harrow"], ["area:Brent"]])
    1.0
    """
    return max((gain(targets, groups) for groups in pool), default=0.0)
