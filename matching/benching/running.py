"""Walks the subjects of the bench and says each figure beside its bar."""

from collections.abc import Iterator
from math import isnan
from types import ModuleType

from . import assigning, lottery, scoring, suggesting
from .figures import Figure

SUBJECTS: tuple[ModuleType, ...] = (assigning, scoring, suggesting, lottery)
SIZES = ("small", "large")


def figures(size: str) -> Iterator[Figure]:
    """Every figure of every subject, as it is measured.

    :param size: ``small`` or ``large``.
    """
    for subject in SUBJECTS:
        yield from subject.large() if size == "large" else subject.small()


def told(figure: Figure) -> str:
    """One line: what was measured, its bar, and whether it is met.

    >>> told(Figure("plan, 40 x 5", 0.25, "s", bar="< 0.5 s", met=True, spread=(0.2, 0.31)))
    'plan, 40 x 5: 0.25 s (0.2 to 0.31); bar < 0.5 s: met'
    """
    parts = [f"{figure.name}: {shown(figure)}"]
    if figure.bar is not None:
        parts.append(f"bar {figure.bar}: {verdict(figure)}")
    return "; ".join(parts + ([figure.note] if figure.note else []))


def shown(figure: Figure) -> str:
    """The value with its unit and its spread."""
    if isnan(figure.value):
        return "not measured"
    value = f"{_short(figure.value)} {figure.unit}".strip()
    return value if figure.spread is None else f"{value} ({' to '.join(map(_short, figure.spread))})"


def verdict(figure: Figure) -> str:
    """Whether the bar is met, in a word or two."""
    return {True: "met", False: "missed", None: "not measured"}[figure.met]


def is_wrong(figure: Figure) -> bool:
    """A figure that no machine excuses."""
    return figure.must and figure.met is False


def _short(value: float) -> str:
    return f"{value:.4g}" if abs(value) < 1e4 else f"{value:,.0f}"
