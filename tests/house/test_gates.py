"""The gates stop at the first that stays shut, and say which."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from recruit.cli.test import BIN, GATES
from tests.house.tree import ROOT


@pytest.fixture
def cottage(tmp_path) -> Path:
    """A house of one room, with all gates."""
    (tmp_path / "recruit" / "cli").mkdir(parents=True)
    for name in ("pyproject.toml", "recruit/__init__.py", "recruit/cli/__init__.py", "recruit/cli/test.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def recruit_test(house: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from recruit.cli.test import test; test([])"]
    return subprocess.run(command, cwd=house, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("gate", "line"),
    [("format", "rooms = [ 1,2 ]\n"), ("lint", "import os\n")],
)
def test_a_gate_that_stays_shut_stops_the_rest(cottage, gate, line):
    (cottage / "recruit" / "lounge.py").write_text(f'"""A place to sit."""\n\n{line}')

    done = recruit_test(cottage)

    assert done.returncode == 1
    assert done.stdout.rstrip().splitlines()[-1] == f"Stopped at the gate: {gate}"


def test_every_gate_has_its_tool():
    missing = {tool for tool, *_ in GATES.values() if not (BIN / tool).exists()}

    assert missing == set()


def test_the_gates_are_told_in_the_order_they_open():
    told = (ROOT / "CONTRIBUTING.md").read_text()

    places = [told.index(gate, told.index("## The gates")) for gate in GATES]

    assert places == sorted(places)
