"""The forum lottery beside a published peer: 150 people, a panel of 22, 20 targets."""

import json
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from csv import DictWriter
from dataclasses import dataclass
from math import ceil, floor, nan
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from ..lottery import gini
from . import peer
from .figures import Figure, Series

PEOPLE, SIZE = 150, 22
WHAT = f"lottery, {PEOPLE} people, panel {SIZE}, 20 targets"
# Two lists of chances in whole millionths may differ by so much and be the same.
ROUNDING = 1e-5
# For each value: how many of a hundred come forward, and how many of a hundred live there.
FEATURES = {
    "age": {"16-29": (10, 22), "30-44": (20, 28), "45-59": (30, 26), "60-74": (30, 16), "75+": (10, 8)},
    "gender": {"woman": (60, 50), "man": (38, 48), "neither": (2, 2)},
    "background": {"asian": (15, 30), "black": (8, 14), "mixed": (4, 6), "more": (5, 10), "white": (68, 40)},
    "area": {"north": (40, 25), "east": (20, 25), "south": (30, 25), "west": (10, 25)},
    "conditions": {"none": (30, 45), "one": (35, 30), "several": (35, 25)},
}
Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Draw:
    """Everybody's chance and the seconds of the whole process, start and reading included."""

    chances: Mapping[str, float]
    seconds: float
    panels: Sequence[Sequence[str]] = ()

    @property
    def least(self) -> float:
        """The least chance."""
        return min(self.chances.values())

    @property
    def gini(self) -> float:
        """How unequal the chances are."""
        return gini(list(self.chances.values()))


def a_pool(seed: int) -> Rows:
    """People who came forward: not as the population is; three for each organisation."""
    order = Random(seed)
    return [
        {"id": f"p{number:03}"}
        | {
            name: order.choices(list(values), [came for came, _ in values.values()])[0]
            for name, values in FEATURES.items()
        }
        | {"organisation": f"o{order.randrange(PEOPLE // 3)}"}
        for number in range(PEOPLE)
    ]


def targets() -> Rows:
    """A panel like the population, to the nearest seat or two."""
    return [
        {"feature": name, "value": value, "min": str(max(0, floor(wanted))), "max": str(ceil(wanted + 1))}
        for name, values in FEATURES.items()
        for value, (_, live) in values.items()
        for wanted in [SIZE * live / 100 - 0.5]
    ]


def small() -> Iterator[Figure]:
    """Three pools; the peer joins in where it is installed already."""
    yield from _figures(range(3), "" if peer.program().exists() else "peer not installed")


def large() -> Iterator[Figure]:
    """Five pools beside the peer, which is brought where it is missing; then at most one for each organisation."""
    missing = peer.install()
    absent = f"peer not installed ({missing})" if missing else ""
    yield from _figures(range(5), absent)
    yield from _figures(range(2), "the peer is not run with this rule", together="organisation")


def _figures(seeds: Sequence[int], absent: str, together: str | None = None) -> Iterator[Figure]:
    name = f"{WHAT}{', one for each organisation' if together else ''}"
    ours, theirs = [], []
    # In turns, so that whatever else the machine does slows both alike.
    for seed in seeds:
        ours.append(_drawn(seed, together, peer.ours, _our_answer))
        if not absent:
            theirs.append(_drawn(seed, together, peer.command, _their_answer))
    wrong = sum(_wrong(seed, draw, together) for seed, draw in zip(seeds, ours, strict=True))
    yield Figure(f"{name}: panels or sums that are wrong", wrong, "", "0", wrong == 0, must=True)
    pictured = (
        () if together else tuple(_sorted("Alongside, leximin", ours) + _sorted("peer, maximin", theirs))
    )
    yield _seconds(f"{name}: whole process", ours, series=pictured)
    yield Figure(f"{name}: least chance", min(draw.least for draw in ours), "", note=_span(ours))
    if absent:
        yield Figure(
            f"{name}: beside the peer", nan, "", "same least chance, Gini and time no higher", note=absent
        )
        return
    yield _seconds(f"{name}: whole process of the peer", theirs)
    yield from _beside(name, ours, theirs)


def _beside(name: str, ours: Sequence[Draw], theirs: Sequence[Draw]) -> Iterator[Figure]:
    both = list(zip(ours, theirs, strict=True))
    less = max(their.least - our.least for our, their in both)
    yield Figure(
        f"{name}: least chance below the peer's maximin",
        less,
        "",
        "0 but for rounding to millionths",
        less <= ROUNDING,
        must=True,
    )
    more = max(our.gini - their.gini for our, their in both)
    yield Figure(
        f"{name}: Gini above the peer's", more, "", "at most 0", more <= ROUNDING, note=_span(theirs)
    )
    times = [their.seconds / our.seconds for our, their in both]
    fast = (min(times), max(times))
    yield Figure(f"{name}: times as fast as the peer", median(times), "x", ">= 1", fast[0] >= 1, fast)


def _seconds(name: str, draws: Sequence[Draw], series: tuple[Series, ...] = ()) -> Figure:
    times = [draw.seconds for draw in draws]
    return Figure(name, median(times), "s", spread=(min(times), max(times)), series=series)


def _span(draws: Sequence[Draw]) -> str:
    each = [draw.gini for draw in draws]
    return f"Gini {min(each):.4f} to {max(each):.4f}"


def _sorted(name: str, draws: Sequence[Draw]) -> list[Series]:
    """Chances of the first pool, the least first."""
    rows = [sorted(draw.chances.values()) for draw in draws[:1]]
    return [
        Series("chances", name, tuple((float(place), each) for place, each in enumerate(row))) for row in rows
    ]


def _drawn(
    seed: int,
    together: str | None,
    command: Callable[[Path, int, str | None], list[str]],
    answer: Callable[[str], dict[str, Any]],
) -> Draw:
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "pool.csv", a_pool(seed))
        _write(folder / "targets.csv", targets())
        words = command(folder, SIZE, together)
        began = perf_counter()
        done = subprocess.run(words, capture_output=True, text=True, check=True)
        return Draw(seconds=perf_counter() - began, **answer(done.stdout))


def _our_answer(printed: str) -> dict[str, Any]:
    found = json.loads(printed)
    return {"chances": found["probabilities"], "panels": [each["members"] for each in found["panels"]]}


def _their_answer(printed: str) -> dict[str, Any]:
    return {"chances": peer.chances(printed)}


def _write(path: Path, rows: Rows) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _wrong(seed: int, draw: Draw, together: str | None) -> int:
    """Panels that break a target or the rule of one for each organisation; a sum of chances that is not the size."""
    pool = {person["id"]: person for person in a_pool(seed)}
    broken = abs(sum(draw.chances.values()) - SIZE) > ROUNDING
    return broken + sum(not _fits([pool[name] for name in panel], together) for panel in draw.panels)


def _fits(panel: Rows, together: str | None) -> bool:
    counts = Counter((name, person[name]) for person in panel for name in FEATURES)
    met = all(int(t["min"]) <= counts[t["feature"], t["value"]] <= int(t["max"]) for t in targets())
    alone = together is None or len({person[together] for person in panel}) == len(panel)
    return met and alone and len(panel) == SIZE
