"""Which figures of one family may be shown, so that none that is hidden can be worked out."""

from collections.abc import Mapping, Sequence

from .reading import mapping, whole

SMALLEST_SHOWN = 5


def withheld(rows: Mapping[str, Sequence[int]], *, smallest: int = SMALLEST_SHOWN) -> frozenset[str]:
    """Groups to hide because one of their counts is below ``smallest``, and those hidden to protect them.

    ``rows`` holds the same kinds of count, in the same order, for each group. Groups are hidden from the smallest
    up, all of one size together, until each kind of count takes two values among them. As sizes alone decide, any
    two hidden groups could change places: a hidden count has at least two values left, whoever knows the totals
    and this rule. Where too few groups remain for that, everything is hidden, and the total must be too if it is
    itself small.

    >>> sorted(withheld({"Brent": [12], "Harrow": [4], "Ealing": [7]}))
    ['Ealing', 'Harrow']
    """
    least = {group: min(counts) for group, counts in rows.items()}
    hidden: frozenset[str] = frozenset(group for group in rows if least[group] < smallest)
    while hidden and len(hidden) < len(rows) and _alike(hidden, rows):
        edge = min(least[group] for group in rows if group not in hidden)
        hidden = frozenset(group for group in rows if least[group] <= edge)
    return hidden


def _alike(hidden: frozenset[str], rows: Mapping[str, Sequence[int]]) -> bool:
    return any(len(set(column)) == 1 for column in zip(*(rows[group] for group in hidden), strict=True))


def suppressed(counts: Mapping[str, int], *, smallest: int = SMALLEST_SHOWN) -> dict[str, int | None]:
    """Counts of one family that may be shown; None where one would single somebody out.

    :raises BadInput: a count is no whole number of at least 0.

    >>> suppressed({"Brent": 12, "Harrow": 4, "Ealing": 0})
    {'Brent': 12, 'Harrow': None, 'Ealing': None}
    """
    read = {group: whole(count, f"counts.{group}") for group, count in mapping(counts, "counts").items()}
    hidden = withheld({group: [count] for group, count in read.items()}, smallest=smallest)
    return {group: None if group in hidden else count for group, count in read.items()}
