"""Rooms are calm, pages and parts know their place, and no template smuggles in a script."""

import ast
import re
from pathlib import Path
from statistics import median

import pytest

from tests.house.tree import CODE, ROOT, functions, name_of, python_files, syntax, templates

# Figures of the calmest houses of this kind; they hold for the house as a whole.
FILE_LINES, FILES_UNDER = 220, 0.9
FUNCTION_LINES, FUNCTIONS_UNDER = 34, 0.95
MEDIAN_FILE_LINES = 80

ALL_CODE = python_files(*CODE)
NOT_A_DOOR = {"layout", "components", "messages"}
OF_DOORS = [path for path in templates() if path.relative_to(ROOT / "templates").parts[0] not in NOT_A_DOOR]
PAGES = [path for path in OF_DOORS if not path.name.startswith("_")]
PARTS = [path for path in OF_DOORS if path.name.startswith("_")]

COMMENT = re.compile(r"\{#.*?#\}", flags=re.DOTALL)
# A page with one question has the question as its heading.
HEADING = re.compile(r"<h1\b|heading=True")
BRANCHES = re.compile(r"\{%-? (?:else|elif)\b")
SMUGGLED = {
    "an inline style": re.compile(r"<style|\sstyle\s*=", flags=re.IGNORECASE),
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)|\son[a-z]+\s*=|javascript:", flags=re.IGNORECASE),
    "a bare htmx attribute": re.compile(r"\shx-[a-z]"),
    "htmx that is not portable": re.compile(r"data-hx-(?:on|ext|boost|disable|prompt|vals=.js:)"),
    "unescaped text": re.compile(r"\|\s*safe\b|autoescape\s+false"),
    "a file from elsewhere": re.compile(r"""<(?:script|link|img|iframe)[^>]*["'](?:https?:)?//"""),
}


def lines_of(path: Path) -> int:
    return len(path.read_text().splitlines())


def is_broad(handler: ast.ExceptHandler) -> bool:
    caught = [handler.type, *getattr(handler.type, "elts", [])]
    return handler.type is None or any(
        getattr(each, "id", "") in {"Exception", "BaseException"} for each in caught
    )


def text(template: Path) -> str:
    return COMMENT.sub("", template.read_text()).strip()


def first_tag(template: str) -> str:
    return re.search(r"<[a-z][^>]*>", template, flags=re.DOTALL)[0]


def test_files_are_calm_as_a_whole():
    sizes = [lines_of(path) for path in ALL_CODE if lines_of(path) > 1]

    assert sum(size < FILE_LINES for size in sizes) / len(sizes) >= FILES_UNDER
    assert median(sizes) <= MEDIAN_FILE_LINES


def test_functions_are_short_as_a_whole():
    sizes = [each.end_lineno - each.lineno + 1 for path in ALL_CODE for each in functions(path)]

    assert sum(size < FUNCTION_LINES for size in sizes) / len(sizes) >= FUNCTIONS_UNDER


def test_every_room_has_its_name_plate():
    plates = {name_of(path): (ast.get_docstring(syntax(path)) or "").partition("\n") for path in ALL_CODE}

    assert {
        path for path, (plate, _, rest) in plates.items() if not plate or (rest and rest[0] != "\n")
    } == set()


def test_imports_stand_at_the_top():
    hidden = {
        f"{name_of(path)}:{node.lineno}"
        for path in ALL_CODE
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }

    assert hidden == set()


def test_nothing_is_caught_that_has_no_name():
    broad = {
        f"{name_of(path)}:{node.lineno}"
        for path in ALL_CODE
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ExceptHandler) and is_broad(node)
    }

    assert broad == set()


def test_no_blueprint_is_declared_where_a_room_is_only_named():
    entrances = [path for path in ALL_CODE if path.name == "__init__.py"]

    assert [name_of(path) for path in entrances if "Blueprint(" in path.read_text()] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_extends_the_layout_and_has_a_title_and_one_heading(page):
    words = text(page)

    assert re.match(r'\{% extends "layout/(page|staff)\.html" %\}', words)
    assert len(re.findall(r"\{%-?\s*block title\b", words)) == 1
    assert max(len(HEADING.findall(branch)) for branch in BRANCHES.split(words)) == 1


@pytest.mark.parametrize("part", PARTS, ids=name_of)
def test_a_part_wears_the_name_of_its_file(part):
    words = text(part)
    name = part.stem.removeprefix("_").replace("_", "-")

    assert "{% extends" not in words
    assert re.search(r"""\sid=["']([^"']*)""", first_tag(words))[1] == name


@pytest.mark.parametrize("template", templates(), ids=name_of)
def test_a_template_carries_neither_style_nor_script_nor_unescaped_text(template):
    found = {what for what, pattern in SMUGGLED.items() if pattern.search(text(template))}

    assert found == set()
