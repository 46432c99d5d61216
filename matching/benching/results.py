"""Writes what one run measured: a table with machine and date, and its pictures."""

import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import scipy

from .figures import Figure, Series
from .pictures import PICTURES, drawn
from .running import shown, verdict

PROCESSORS = Path("/proc/cpuinfo")
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")


def write_results(figures: Sequence[Figure], path: Path, *, size: str, day: str) -> None:
    """Write the table to ``path`` and each picture that has measured points beside it.

    :param day: when it was measured, in words.
    """
    lines = ["# Results", "", f"Size {size}, {day}.", "", *machine(), ""]
    lines += ["| figure | measured | bar | |", "|---|---|---|---|", *map(_row, figures)]
    for name, series in _pictured(figures):
        picture = PICTURES[name]
        path.with_name(f"{name}.svg").write_text(drawn(picture, series), encoding="utf-8")
        lines += ["", f"![{picture.title}]({name}.svg)"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def machine() -> Iterator[str]:
    """The machine, a line a fact."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    threads = next(
        (os.environ[name] for name in THREADS if name in os.environ), f"{os.cpu_count()} (default)"
    )
    yield f"- Processor: {processor()}, {os.cpu_count()} cores; memory {memory:.0f} GB"
    yield f"- Python {platform.python_version()}, NumPy {np.__version__}, SciPy {scipy.__version__}"
    yield f"- BLAS threads: {threads}; work waiting for the cores at the end: {os.getloadavg()[0]:.1f}"


def processor() -> str:
    """The name of the processor."""
    lines = PROCESSORS.read_text(encoding="utf-8").splitlines() if PROCESSORS.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _row(figure: Figure) -> str:
    bar, met = ("", "") if figure.bar is None else (figure.bar, verdict(figure))
    notes = f"{met}; {figure.note}" if met and figure.note else met or figure.note
    return f"| {figure.name} | {shown(figure)} | {bar} | {notes} |"


def _pictured(figures: Sequence[Figure]) -> Iterator[tuple[str, list[Series]]]:
    for name in PICTURES:
        found = [each for figure in figures for each in figure.series if each.picture == name and each.points]
        if found:
            yield name, found
