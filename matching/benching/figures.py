"""One measured figure beside the bar it has to reach."""

import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

STATUS = Path("/proc/self/status")


@dataclass(frozen=True)
class Series:
    """One line of a picture: measured points (x, y), in the order in which they are joined."""

    picture: str
    name: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Figure:
    """``name`` says what was measured, ``bar`` what it has to reach, in words; None is a figure without a bar.

    A value that was not measured is NaN. ``must`` is for what is right or wrong whatever the machine.
    """

    name: str
    value: float
    unit: str
    bar: str | None = None
    met: bool | None = None
    spread: tuple[float, float] | None = None
    note: str = ""
    must: bool = False
    series: tuple[Series, ...] = ()


@dataclass(frozen=True)
class Timing:
    """Seconds of the middle run, of the fastest and of the slowest, and what the last run returned."""

    median: float
    fastest: float
    slowest: float
    result: Any


def timed(work: Callable[[], Any], *, runs: int = 3) -> Timing:
    """Do the work so many times, on the wall clock."""
    seconds = []
    for _ in range(runs):
        began = perf_counter()
        result = work()
        seconds.append(perf_counter() - began)
    return Timing(median(seconds), min(seconds), max(seconds), result)


def in_own_process(work: Callable[..., Any], *arguments: Any) -> tuple[Any, float]:
    """What ``work`` (a function of a module) returns in a fresh process, and that process's greatest memory in MB."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_with_peak, (work, arguments))


def _with_peak(work: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[Any, float]:
    result = work(*arguments)
    if STATUS.exists():
        # The system counts what this process was before it became another program; its own status does not.
        peak = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
        return result, int(peak.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return result, most / (1024**2 if sys.platform == "darwin" else 1024)
