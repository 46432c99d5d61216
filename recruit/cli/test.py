"""The gates, in order of speed; the first that stays shut stops the rest."""

import subprocess
import sys
import time
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
QUICK_TESTS = ("tests/house", "tests/matching")
STORIES = "tests/journeys"

GATES = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "templates": ("djlint", "--lint", "--quiet", "templates"),
    "contracts": ("lint-imports",),
    "types": ("mypy",),
    "security": ("bandit", "--quiet", "--recursive", "-c", "pyproject.toml", "recruit", "matching"),
    "house and matching": ("pytest", "-n", "2", *QUICK_TESTS),
    "all other tests": ("pytest", "-n", "2", *(f"--ignore={path}" for path in (*QUICK_TESTS, STORIES))),
    # A story is told in order, so each file stays with one process.
    "journeys": ("pytest", "-n", "2", "--dist", "loadfile", STORIES),
}


@click.command("test")
def test() -> None:
    """Run every gate that a change must pass, quickest first."""
    for gate, (tool, *words) in GATES.items():
        click.secho(f"{gate} ...", bold=True)
        began = time.monotonic()
        done = subprocess.run([BIN / tool, *words], cwd=ROOT, check=False)
        if done.returncode:
            click.secho(f"Stopped at the gate: {gate}", fg="red", bold=True)
            sys.exit(done.returncode)
        click.echo(f"{gate}: passed in {time.monotonic() - began:.0f} s")
