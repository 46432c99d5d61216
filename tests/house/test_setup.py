"""A fresh clone and Python are enough, and everything installed is pinned and used."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import distributions, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.house.tree import CODE, ROOT, python_files, syntax

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LOCK = (ROOT / "requirements.lock").read_text()

# Used without an import of ours: a process, templates, and what WTForms asks for.
CALLED_BY_NAME = {"gunicorn", "nhsuk-frontend-jinja", "email-validator"}
COMES_WITH_FLASK = {"babel", "click", "itsdangerous", "jinja2", "markupsafe", "werkzeug"}

FAKE_PYTHON = f"""#!/bin/sh
case "$2" in *version_info*) exec {sys.executable} "$@";; esac
echo "$@" >> "$(dirname "$0")/calls.txt"
"""


def imported(path: Path) -> set[str]:
    nodes = list(ast.walk(syntax(path)))
    whole = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    parts = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.split(".")[0] for name in whole | parts}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lines: list[str]) -> dict[str, str]:
    found = (re.fullmatch(r"([\w.-]+)(?:\[\w+\])?==([\w.]+)", line) for line in lines)
    return {plain(pin[1]): pin[2] for pin in found if pin}


@pytest.fixture
def clone(tmp_path) -> Path:
    """The set-up alone, beside an environment whose Python only notes what it is asked."""
    (tmp_path / "recruit").mkdir()
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    for name in ("recruit/__init__.py", "recruit/__main__.py", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path / name)
    python = tmp_path / ".venv" / "bin" / "python"
    python.write_text(FAKE_PYTHON)
    python.chmod(0o755)
    return tmp_path


def calls(clone: Path, *words: str) -> list[str]:
    """What a run of python3 -m recruit asks the Python of its environment."""
    noted = clone / ".venv" / "bin" / "calls.txt"
    noted.unlink(missing_ok=True)
    subprocess.run([sys.executable, "-m", "recruit", *words], cwd=clone, check=True, capture_output=True)
    return [re.sub(r" -qq .*requirements.lock", "", line) for line in noted.read_text().splitlines()]


def test_set_up_needs_nothing_but_the_standard_library():
    needed = imported(ROOT / "recruit" / "__main__.py") | imported(ROOT / "recruit" / "__init__.py")

    assert needed - sys.stdlib_module_names == set()


def test_an_old_python_can_read_the_set_up_and_is_told_what_is_needed():
    ast.parse((ROOT / "recruit" / "__main__.py").read_text(), feature_version=(3, 6))
    pretend = (
        "import runpy, sys; sys.version_info = (3, 10, 4); runpy.run_module('recruit', run_name='__main__')"
    )

    done = subprocess.run([sys.executable, "-c", pretend], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 1
    assert done.stderr.startswith("Alongside needs Python 3.11 or newer; this is Python 3.10.")


def test_the_first_run_installs_builds_and_hands_over(clone):
    asked = calls(clone, "demo", "--port", "8001")

    assert asked == [
        "-m pip install setuptools",
        f"-m pip install --no-build-isolation --editable {clone}[postgres]",
        "-m recruit.assets.build",
        "-m recruit.cli demo --port 8001",
    ]


def test_the_second_run_installs_nothing(clone):
    calls(clone, "demo")

    assert calls(clone, "demo") == ["-m recruit.assets.build", "-m recruit.cli demo"]


def test_testing_adds_the_tools_for_it_and_keeps_them(clone):
    calls(clone, "demo")

    assert f"-m pip install --no-build-isolation --editable {clone}[postgres,test]" in calls(clone, "test")
    assert calls(clone, "demo") == ["-m recruit.assets.build", "-m recruit.cli demo"]


def test_a_changed_lock_is_installed_again(clone):
    calls(clone, "demo")
    with (clone / "requirements.lock").open("a") as lock:
        lock.write("# newer\n")

    assert "-m pip install setuptools" in calls(clone, "demo")


def test_the_lock_pins_every_package_to_what_the_project_asks_for():
    extras = [line for lines in PROJECT["optional-dependencies"].values() for line in lines]
    asked = pins([*PROJECT["dependencies"], *extras])
    locked = pins(LOCK.splitlines())

    assert len(asked) == len(PROJECT["dependencies"]) + len(extras)
    assert {name: locked.get(name) for name in asked} == asked


def test_the_lock_pins_what_each_package_asks_for_in_turn():
    locked = pins(LOCK.splitlines())
    installed = {plain(package.name): package for package in distributions()}
    needed = {
        plain(requirement.name)
        for name in locked
        if name in installed
        for requirement in map(Requirement, installed[name].requires or [])
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
    }

    assert needed - set(locked) == set()


def test_the_lock_names_no_place_to_fetch_from():
    lines = [line for line in LOCK.splitlines() if not line.startswith("#")]

    assert len(pins(lines)) == len(lines)
    assert "://" not in LOCK


def test_every_package_that_is_asked_for_is_used_and_none_is_used_unasked():
    packages = packages_distributions()
    modules = {name for path in python_files(*CODE, "migrations") for name in imported(path)}
    used = {plain(packages[name][0]) for name in modules - set(CODE) if name in packages}
    asked = set(pins(PROJECT["dependencies"]))

    assert used - COMES_WITH_FLASK - asked == set()
    assert asked - CALLED_BY_NAME - used == set()
