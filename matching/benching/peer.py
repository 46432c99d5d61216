"""A published peer of the lottery, run as a process of its own in an environment of its own; nothing of it is imported.

sortition-algorithms is under the GPL. It prints everybody's chance in steps of a millionth, the size of our tickets.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from venv import create

PACKAGE = "sortition-algorithms[cli]==0.12.15"
ROW = re.compile(r"^(\S+)\s+(\d+\.\d+)%\s+\d+$", re.MULTILINE)
SETTINGS = """\
id_column = "id"
columns_to_keep = []
check_same_address = {bound}
check_same_address_columns = {columns}
selection_algorithm = "maximin"
random_number_seed = 1
"""


def environment() -> Path:
    """Where the peer lives: a cache of this machine, outside the tree."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "alongside-bench" / f"peer-{PACKAGE.partition('==')[2]}"


def program() -> Path:
    """The peer's command."""
    return environment() / "bin" / "sortition"


def install() -> str:
    """Bring the peer where it is missing; what stopped it, or nothing."""
    if program().exists():
        return ""
    create(environment(), with_pip=True)
    python = environment() / "bin" / "python"
    done = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", PACKAGE], capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["pip failed"])[-1]


def command(folder: Path, size: int, together: str | None) -> list[str]:
    """Draw a panel from pool.csv and targets.csv in this folder."""
    settings = folder / "settings.toml"
    columns = f'["{together}"]' if together else "[]"
    settings.write_text(SETTINGS.format(bound="true" if together else "false", columns=columns))
    files = {"S": settings, "f": folder / "targets.csv", "p": folder / "pool.csv"}
    written = {"s": folder / "selected.csv", "r": folder / "remaining.csv"}
    words = [word for letter, path in (files | written).items() for word in (f"-{letter}", str(path))]
    return [str(program()), "csv", *words, "-n", str(size)]


def chances(printed: str) -> Mapping[str, float]:
    """Everybody's chance from what the peer printed."""
    return {name: float(percent) / 100 for name, percent in ROW.findall(printed)}


def ours(folder: Path, size: int, together: str | None) -> list[str]:
    """The same work by our command."""
    words = [sys.executable, "-m", "matching", "panel", str(folder / "pool.csv"), str(folder / "targets.csv")]
    return [*words, "--size", str(size), "--seed", "bench", *(["--together", together] if together else [])]
