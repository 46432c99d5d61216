"""How often each group is chosen at a stage, against the others; counts are all it knows."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from scipy.stats import binomtest, fisher_exact

from .reading import BadInput, mapping, number, whole
from .suppressing import withheld

LESS, MORE, WITHIN, TOO_FEW = "chosen less often", "chosen more often", "within chance", "too few to tell"
AGAINST = ("others", "best")
LEVEL = 0.05
Counts = tuple[int, int]
"""People chosen and people not chosen."""


@dataclass(frozen=True)
class SelectionRate:
    """One group at one stage: rate from 0 to 1, its ratio to the reference with interval, and exact p-values.

    ``p_holm`` is corrected for the number of groups shown; the verdict goes by it. What is None is hidden, or has
    no meaning: a ratio to nobody chosen, an end of the interval without limit.
    """

    group: str
    considered: int | None
    chosen: int | None
    rate: float | None
    ratio: float | None
    interval: tuple[float, float | None] | None
    p_value: float | None
    p_holm: float | None
    verdict: str

    def to_dict(self) -> dict[str, Any]:
        """The same as plain JSON."""
        return asdict(self)


def selection_rates(
    considered: Mapping[str, int], chosen: Mapping[str, int], *, against: str = "others", level: float = LEVEL
) -> list[SelectionRate]:
    """The rate of each group at one stage beside that of all others, or of the group chosen most often.

    Fisher's exact test, two-sided, with Holm's correction (1979). The interval of the ratio is exact and on the safe
    side: Clopper and Pearson's (1934) for either rate, at the square root of 1 - ``level``, divided by each other.
    *Too few to tell*: if the group had been chosen half as often as the reference, the test would not have
    shown it. A count below five, of chosen or not chosen, is hidden with whatever would give it away. Against
    ``best`` the reference is picked by looking, so its p-values are too small: read it as a picture.

    :raises BadInput: more chosen than considered, another group, or a figure that is none.

    >>> rates = selection_rates({"a": 100, "b": 100}, {"a": 50, "b": 25})
    >>> [(each.group, each.ratio, each.verdict) for each in rates]
    [('a', 2.0, 'chosen more often'), ('b', 0.5, 'chosen less often')]
    """
    number(level, "level", least=1e-6, most=0.5)
    if against not in AGAINST:
        raise BadInput(f"against: must be one of {', '.join(AGAINST)}")
    stage = _read(considered, chosen)
    hidden = withheld({group: (*counts, sum(counts)) for group, counts in stage.items()})
    seen = [group for group in stage if group not in hidden]
    references = {group: _reference(stage, seen, group, against) for group in seen}
    compared = {group: reference for group, reference in references.items() if sum(reference)}
    p_values = {group: _p_value(stage[group], reference) for group, reference in compared.items()}
    corrected = holm(p_values)
    return [
        _shown(group, stage[group], compared.get(group), (p_values.get(group), corrected.get(group)), level)
        if group in references
        else SelectionRate(group, None, None, None, None, None, None, None, TOO_FEW)
        for group in stage
    ]


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """The p-values corrected for how many there are (Holm, Scandinavian Journal of Statistics 6, 1979).

    >>> holm({"a": 0.01, "b": 0.04})
    {'a': 0.02, 'b': 0.04}
    """
    corrected, reached = {}, 0.0
    ordered = sorted(p_values.items(), key=lambda each: (each[1], each[0]))
    for place, (name, p_value) in enumerate(ordered):
        number(p_value, f"p_values.{name}", most=1.0)
        reached = max(reached, min(1.0, (len(ordered) - place) * p_value))
        corrected[name] = reached
    return corrected


def ratio_interval(one: Counts, other: Counts, *, level: float = LEVEL) -> tuple[float, float | None]:
    """The ratio of two rates, given as (chosen, not chosen); None for no upper end. Never less sure than asked.

    >>> low, high = ratio_interval((25, 75), (50, 50))
    >>> round(low, 2), round(high, 2)
    (0.26, 0.94)
    """
    sure = (1.0 - number(level, "level", least=1e-6, most=0.5)) ** 0.5
    mine, theirs = (
        binomtest(counts[0], sum(counts)).proportion_ci(confidence_level=sure, method="exact")
        for counts in (one, other)
    )
    return float(mine.low / theirs.high), float(mine.high / theirs.low) if theirs.low > 0 else None


def _read(considered: Mapping[str, int], chosen: Mapping[str, int]) -> dict[str, Counts]:
    mapping(chosen, "chosen", known=mapping(considered, "considered"), needed=considered)
    stage = {}
    for group, people in considered.items():
        most = whole(people, f"considered.{group}")
        taken = whole(chosen[group], f"chosen.{group}")
        if taken > most:
            raise BadInput(f"chosen.{group}: {taken} chosen, but only {most} considered")
        stage[group] = (taken, most - taken)
    return stage


def _reference(stage: Mapping[str, Counts], seen: list[str], group: str, against: str) -> Counts:
    if against == "best":
        best = max(seen, key=lambda each: (stage[each][0] / sum(stage[each]), each))
        return (0, 0) if best == group else stage[best]
    others = [counts for name, counts in stage.items() if name != group]
    return sum(each[0] for each in others), sum(each[1] for each in others)


def _p_value(one: Counts, other: Counts) -> float:
    return float(min(1.0, fisher_exact([one, other]).pvalue))


def _shown(
    group: str,
    own: Counts,
    reference: Counts | None,
    p_values: tuple[float | None, float | None],
    level: float,
) -> SelectionRate:
    rate = own[0] / sum(own)
    if reference is None:
        return SelectionRate(group, sum(own), own[0], rate, None, None, None, None, WITHIN)
    theirs = reference[0] / sum(reference)
    ratio = rate / theirs if theirs else None
    verdict = _verdict(own, reference, p_values[1] or 0.0, level)
    interval = ratio_interval(own, reference, level=level)
    return SelectionRate(group, sum(own), own[0], rate, ratio, interval, *p_values, verdict)


def _verdict(own: Counts, reference: Counts, p_value: float, level: float) -> str:
    rate, theirs = own[0] / sum(own), reference[0] / sum(reference)
    if p_value <= level:
        return LESS if rate < theirs else MORE
    half = round(sum(own) * theirs / 2.0)
    would_show = _p_value((half, sum(own) - half), reference) <= level
    return WITHIN if would_show else TOO_FEW
