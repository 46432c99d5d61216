"""Where the points of a chart stand; the template only draws them."""

from dataclasses import dataclass
from math import ceil, floor, log10

TOP, LEFT, FOOT, RIGHT = 56, 44, 56, 12


@dataclass(frozen=True)
class Tick:
    y: float
    words: str


@dataclass(frozen=True)
class Point:
    x: float
    y: float
    changes: int
    words: str
    is_labelled: bool


@dataclass(frozen=True)
class Curve:
    width: int
    height: int
    left: float
    right: float
    bottom: float
    limit_y: float
    ticks: tuple[Tick, ...]
    points: tuple[Point, ...]

    @property
    def line(self):
        return " ".join(f"{point.x},{point.y}" for point in self.points)


def install(app):
    """Give every template `draw_curve(...)`."""
    app.jinja_env.globals["draw_curve"] = draw_curve


def draw_curve(points, *, limit, width, height):
    """Lay out (changes, value, words) below a limit; a point that gains nothing keeps no label."""
    values = [value for _, value, _ in points]
    steps = even_steps(min(values), max(*values, limit))
    bottom, right = height - FOOT, width - RIGHT
    low, high = steps[0], max(steps[-1], limit)

    def up(value):
        return round(bottom - (value - low) / (high - low) * (bottom - TOP), 1)

    apart = (right - LEFT) / max(1, len(points) - 1)
    drawn = tuple(
        Point(round(LEFT + place * apart, 1), up(value), changes, words, is_labelled=value < limit)
        for place, (changes, value, words) in enumerate(points)
    )
    ticks = tuple(Tick(up(step), f"{step:g}") for step in steps)
    return Curve(width, height, LEFT, right, bottom, up(limit), ticks, drawn)


def even_steps(low, high):
    """Three to six round figures that hold low and reach up to high."""
    high = max(high, low + 1)
    span = high - low
    size = 10 ** floor(log10(span))
    step = next(size * times for times in (0.2, 0.5, 1, 2, 5) if span / (size * times) <= 5)
    first, last = floor(low / step), max(floor(low / step) + 1, ceil(high / step))
    return [
        round(step * count, 6) for count in range(first, last + 1) if step * count <= high or count == first
    ]
