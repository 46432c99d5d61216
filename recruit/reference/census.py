"""Who lives here: Census 2021 figures for the eight boroughs, North West London and England."""

import csv
from dataclasses import dataclass
from functools import cache

from recruit.reference.files import FOLDER

WHOLE_AREA = "North West London (8 boroughs)"
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0 (ONS)."


@dataclass(frozen=True)
class Figure:
    """One count of one table; what was not found in the source is None, never nought."""

    area: str
    topic: str
    category: str
    count: int | None
    percent: float | None
    source: str


@cache
def figures() -> tuple[Figure, ...]:
    with (FOLDER / "census2021_nwl.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(_figure(row) for row in csv.DictReader(lines))


def figures_of(area: str, topic: str) -> tuple[Figure, ...]:
    return tuple(each for each in figures() if (each.area, each.topic) == (area, topic))


def count_of(area: str, topic: str, category: str) -> int | None:
    return next((each.count for each in figures_of(area, topic) if each.category == category), None)


def _figure(row: dict[str, str]) -> Figure:
    return Figure(
        area=row["area_name"],
        topic=row["topic"],
        category=row["category"],
        count=int(row["count"]) if row["count"] else None,
        percent=float(row["percent"]) if row["percent"] else None,
        source=row["source_id"],
    )
