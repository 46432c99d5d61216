"""Examples in docstrings, run as they stand."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import matching

HERE = Path(matching.__file__).parent
WITH_EXAMPLES = sorted(path for path in HERE.rglob("*.py") if ">>>" in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=lambda path: path.stem)
def test_an_example_says_what_happens(path):
    name = ".".join(("matching", *path.relative_to(HERE).with_suffix("").parts))

    failed, tried = doctest.testmod(import_module(name))

    assert (failed, tried > 0) == (0, True)
