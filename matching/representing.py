"""Whether a group has fewer people of a kind than chance would give, against a population."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from scipy.stats import binom, binomtest, hypergeom

from .reading import BadInput, mapping, number, whole
from .suppressing import SMALLEST_SHOWN, withheld

FEWER, MORE, WITHIN, TOO_FEW = "fewer", "more", "within chance", "too few to tell"
Range = tuple[int, int]


@dataclass(frozen=True)
class Standing:
    """One row: what is held, what the population would give, and the verdict; counts are people.

    ``groups`` are several where small ones were merged. ``chance`` are the least and the most people that a random
    group of this size would hold; ``interval`` is Wilson's (1927) for the share held. ``shortfall`` is how many
    more would bring it within chance. What is None is hidden.
    """

    groups: tuple[str, ...]
    share: float
    expected: float
    chance: Range
    count: int | None
    interval: tuple[float, float] | None
    shortfall: int | None
    verdict: str

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return asdict(self)


@dataclass(frozen=True)
class Family:
    """One family of groups: ``size`` people answered, ``unknown`` did not, and are in no row."""

    size: int
    unknown: int
    rows: tuple[Standing, ...]

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return asdict(self)


def chance_range(
    size: int, share: float, *, population: int | None = None, confidence: float = 0.95
) -> Range:
    """The least and the most people of a kind that a random group of this size would hold.

    Exact and central: at most (1 - confidence) / 2 lies on either side. Binomial, or hypergeometric where the
    ``population`` drawn from is given (without replacement: the range is then no wider).
    Source: Johnson, Kemp and Kotz, Univariate Discrete Distributions (3rd edition, 2005), chapters 3 and 6.

    >>> chance_range(20, 0.25)
    (2, 9)
    """
    size, share = whole(size, "size"), number(share, "share", most=1.0)
    tail = (1.0 - number(confidence, "confidence", least=0.5, most=0.9999)) / 2.0
    if population is None:
        drawn = binom(size, share)
    else:
        everyone = whole(population, "population", least=max(1, size), most=100_000_000)
        drawn = hypergeom(everyone, round(share * everyone), size)
    return int(max(0, drawn.ppf(tail))), int(drawn.ppf(1.0 - tail))


def standings(
    counts: Mapping[str, int], benchmark: Mapping[str, float], *, unknown: int = 0, confidence: float = 0.95
) -> Family:
    """How each group of one family stands against its share of the population.

    :param counts: people of each group; a group left out has none. Those who did not say are ``unknown``.
    :param benchmark: the share of each group in the population, from 0 to 1, together at most 1.
    :returns: a row for each group, then one for the small ones merged where their sum may be shown.
    :raises BadInput: in one line that names the field.

    >>> family = standings({"Brent": 2, "Harrow": 30, "Ealing": 3}, {"Brent": 0.3, "Harrow": 0.5, "Ealing": 0.2})
    >>> [(row.groups, row.count, row.verdict) for row in family.rows[2:]]
    [(('Ealing',), None, 'too few to tell'), (('Brent', 'Ealing'), 5, 'fewer')]
    """
    held = _read(counts, benchmark)
    hidden = withheld({group: [count] for group, count in held.items()})
    size = sum(held.values())
    rows = [
        _row((group,), benchmark[group], None if group in hidden else held[group], size, confidence)
        for group in held
    ]
    merged = sum(held[group] for group in hidden)
    if len(hidden) > 1 and merged >= SMALLEST_SHOWN:
        share = min(1.0, sum(benchmark[group] for group in sorted(hidden)))
        rows.append(_row(tuple(sorted(hidden)), share, merged, size, confidence))
    return Family(size, whole(unknown, "unknown"), tuple(rows))


def _read(counts: Mapping[str, int], benchmark: Mapping[str, float]) -> dict[str, int]:
    given = mapping(counts, "counts", known=mapping(benchmark, "benchmark"))
    shares = [number(share, f"benchmark.{group}", most=1.0) for group, share in benchmark.items()]
    if len(shares) < 2:
        raise BadInput("benchmark: needs at least two groups")
    if sum(shares) > 1.0 + 1e-6:
        raise BadInput("benchmark: the shares add up to more than 1")
    return {group: whole(given.get(group, 0), f"counts.{group}") for group in benchmark}


def _row(groups: tuple[str, ...], share: float, count: int | None, size: int, confidence: float) -> Standing:
    low, high = chance_range(size, share, confidence=confidence)
    interval, shortfall = None, None
    if count is not None:
        around = binomtest(count, size).proportion_ci(confidence_level=confidence, method="wilson")
        interval = (float(around.low), float(around.high))
        shortfall = max(0, low - count)
    verdict = _verdict(count, low, high)
    return Standing(groups, share, size * share, (low, high), count, interval, shortfall, verdict)


def _verdict(count: int | None, low: int, high: int) -> str:
    """Where even nobody at all would be within chance, only ``more`` can be told."""
    if count is None:
        return TOO_FEW
    if count > high:
        return MORE
    if count < low:
        return FEWER
    return WITHIN if low > 0 else TOO_FEW
