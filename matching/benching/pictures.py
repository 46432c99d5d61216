"""Draws measured points as SVG: readable in light and dark, every line with a second sign beside its colour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10

from .figures import Series

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 72, 700, 56, 300
LEGEND = 372
# Class, dash and mark of the first, second and third line.
INKS = (("first", ""), ("second", "8 4"), ("third", "2 4"))
STYLE = """
text { font: 13px "Noto Sans", "Liberation Sans", Arial, sans-serif; fill: #535b5a }
.title { font-size: 16px; font-weight: 600; fill: #1b2628 }
.ground { fill: #ffffff } .axis { stroke: #857f73 } .grid { stroke: #e7e3da }
.line { fill: none; stroke-width: 2 }
.line.first { stroke: #0e444b } .line.second { stroke: #bb5217 } .line.third { stroke: #5b95b8 }
.mark.first { fill: #0e444b } .mark.second { fill: #bb5217 } .mark.third { fill: #5b95b8 }
@media (prefers-color-scheme: dark) {
text { fill: #d2cdc1 } .title { fill: #fbfaf7 } .ground { fill: #1b2628 } .grid { stroke: #535b5a }
.line.first { stroke: #b9d6d5 } .line.second { stroke: #f3c9ab } .line.third { stroke: #5b95b8 }
.mark.first { fill: #b9d6d5 } .mark.second { fill: #f3c9ab } .mark.third { fill: #5b95b8 }
}"""


@dataclass(frozen=True)
class Picture:
    """What a picture shows and its two axes."""

    title: str
    across: str
    up: str


PICTURES = {
    "value": Picture("Value of the plan against time", "seconds", "value"),
    "frontier": Picture("What each further change gains", "changes", "value"),
    "chances": Picture("Everybody's chance, the least first", "people", "chance"),
    "tags": Picture("Tags found in texts never seen", "method", "F1"),
}


def drawn(picture: Picture, series: Sequence[Series]) -> str:
    """The picture as SVG, at most three lines.

    >>> drawn(PICTURES["value"], [Series("value", "exact", ((0.0, 1.0), (1.0, 2.0)))]).splitlines()[-1]
    '</svg>'
    """
    points = [point for each in series for point in each.points]
    xs, ys = _ticks([x for x, _ in points]), _ticks([y for _, y in points])
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<title>{escape(picture.title)}</title><style>{STYLE}\n</style>",
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}"/>',
        f'<text class="title" x="{LEFT}" y="24">{escape(picture.title)}</text>',
        f'<text x="{LEFT}" y="46">{escape(picture.up)}</text>',
        f'<text x="{RIGHT}" y="{BOTTOM + 42}" text-anchor="end">{escape(picture.across)}</text>',
        *_axes(xs, ys),
        *(part for place, each in enumerate(series[:3]) for part in _line(place, each, xs, ys)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _ticks(values: Sequence[float]) -> list[float]:
    """Round figures from below the least to above the greatest."""
    least, most = min(values), max(values)
    wide = (most - least) or abs(most) or 1.0
    power = 10.0 ** floor(log10(wide / 4))
    step = next(power * each for each in (1, 2, 5, 10) if power * each * 4 >= wide * 0.999)
    first = floor(least / step + 1e-9)
    ticks = [first * step]
    while ticks[-1] < most - step * 1e-9 or len(ticks) < 2:
        ticks.append((first + len(ticks)) * step)
    return ticks


def _across(x: float, ticks: Sequence[float]) -> float:
    return LEFT + (x - ticks[0]) / (ticks[-1] - ticks[0]) * (RIGHT - LEFT)


def _up(y: float, ticks: Sequence[float]) -> float:
    return BOTTOM - (y - ticks[0]) / (ticks[-1] - ticks[0]) * (BOTTOM - TOP)


def _axes(xs: Sequence[float], ys: Sequence[float]) -> Iterator[str]:
    for y in ys:
        at = _up(y, ys)
        yield f'<path class="grid" d="M{LEFT} {at:.1f}H{RIGHT}"/>'
        yield f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{y:.6g}</text>'
    for x in xs:
        yield f'<text x="{_across(x, xs):.1f}" y="{BOTTOM + 20}" text-anchor="middle">{x:.6g}</text>'
    yield f'<path class="axis" d="M{LEFT} {BOTTOM}H{RIGHT}"/>'


def _line(place: int, series: Series, xs: Sequence[float], ys: Sequence[float]) -> Iterator[str]:
    ink, dash = INKS[place]
    at = [(f"{_across(x, xs):.1f}", f"{_up(y, ys):.1f}") for x, y in series.points]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    yield f'<path class="line {ink}"{dashed} d="M{"L".join(f"{x} {y}" for x, y in at)}"/>'
    if len(at) <= 20:
        yield from (f'<circle class="mark {ink}" cx="{x}" cy="{y}" r="4"/>' for x, y in at)
    began = LEFT + 210 * place
    yield f'<path class="line {ink}"{dashed} d="M{began} {LEGEND}h32"/>'
    yield f'<text x="{began + 40}" y="{LEGEND + 4}">{escape(series.name)}</text>'
