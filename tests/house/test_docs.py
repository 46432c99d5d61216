"""What is written down is what there is."""

import re

import pytest

from recruit.cli.main import main
from recruit.models import candidates, taking_part, vault
from tests.house.tree import ROOT

PRIVACY = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
RUNNING = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
TABLES = [
    kind.__table__
    for room in (candidates, taking_part, vault)
    for kind in vars(room).values()
    if getattr(kind, "__module__", "") == room.__name__ and hasattr(kind, "__table__")
]


def test_every_setting_is_written_down():
    read = set(re.findall(r"RECRUIT_[A-Z_]+", (ROOT / "recruit" / "config.py").read_text(encoding="utf-8")))
    told = set(re.findall(r"RECRUIT_[A-Z_]+", RUNNING))

    assert read == told


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_written_down(command):
    assert f"| `recruit {command}` |" in RUNNING


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_about_a_person_has_a_purpose(table):
    """Look in the part of the page that is headed by the table's name."""
    part = next(
        part for part in PRIVACY.split("\n## ") if re.search(rf"\b{table.name}\b", part.split("\n")[0])
    )

    told = set(re.findall(r"\w+", " ".join(line.split("|")[1] for line in part.splitlines() if "|" in line)))

    assert {column.name for column in table.columns} - told == set()


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]

    assert numbers == list(range(1, len(numbers) + 1))


def test_the_glossary_holds_the_words_of_the_tables():
    words = {
        "programme",
        "organisation",
        "candidate",
        "candidacy",
        "nomination",
        "plan",
        "offer",
        "message",
        "draft",
    }

    assert {word for word in words if word not in GLOSSARY} == set()
