"""The import contracts hold, and each catches the breach it is there for."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import CODE, ROOT

FLOORS = "The floors of recruit"
CONTRACTS = [
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
]

# Contract, the file that breaks it, and the line that does.
BREACHES = [
    (FLOORS, "recruit/models/seats.py", "import recruit.actions.terrace"),
    ("Matching knows no web and no database", "matching/lounge.py", "import flask"),
    ("Below the doors nobody reads a request", "recruit/actions/lounge.py", "from flask import request"),
    ("The rooms do not know each other", "recruit/web/me/lounge.py", "import recruit.web.review"),
    ("The rooms do not know each other", "recruit/web/staff/lounge.py", "import recruit.web.staff.terrace"),
    ("No circles", "recruit/models/lounge.py", "import recruit.models.terrace"),
    ("One bridge to matching", "recruit/web/lounge.py", "import matching"),
    ("Only actions write messages", "recruit/web/lounge.py", "import recruit.messages"),
]
NEIGHBOURS = {
    "recruit/actions/terrace.py": "",
    "recruit/models/terrace.py": "import recruit.models.lounge",
    "recruit/web/staff/terrace.py": "",
}


@pytest.fixture
def copy(tmp_path) -> Path:
    """The house in a place where it may be broken."""
    for room in CODE:
        shutil.copytree(
            ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("node_modules", "__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(house: Path) -> str:
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    done = subprocess.run(command, cwd=house, capture_output=True, text=True, env={"COLUMNS": "200"})
    return done.stdout + done.stderr


def verdicts(house: Path) -> dict[str, str]:
    return dict(re.findall(r"^(.+) (KEPT|BROKEN)", lint(house), flags=re.MULTILINE))


def test_every_contract_is_kept_as_the_house_stands(copy):
    found = verdicts(copy)

    assert found == dict.fromkeys(CONTRACTS, "KEPT")


def test_every_contract_has_a_breach_that_tries_it():
    tried = {contract for contract, _, _ in BREACHES}

    assert tried == set(CONTRACTS)


@pytest.mark.parametrize(("contract", "path", "line"), BREACHES, ids=lambda value: value.split("/")[-1])
def test_a_breach_is_caught(copy, contract, path, line):
    for neighbour, content in NEIGHBOURS.items():
        (copy / neighbour).write_text(content)
    with (copy / path).open("a") as file:
        file.write(f"\n{line}\n")

    found = verdicts(copy)

    assert found[contract] == "BROKEN"


def test_a_room_without_a_floor_is_caught(copy):
    (copy / "recruit" / "utils").mkdir()
    (copy / "recruit" / "utils" / "__init__.py").touch()

    said = lint(copy)

    assert "recruit.utils" in said
    assert f"{FLOORS} KEPT" not in said


def test_every_door_stands_in_the_contract_that_keeps_rooms_apart():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    named = next(contract["modules"] for contract in contracts if contract["type"] == "independence")

    doors = {f"recruit.web.{room.parent.name}" for room in (ROOT / "recruit" / "web").glob("*/__init__.py")}

    assert {name.removesuffix(".*") for name in named} == doors
