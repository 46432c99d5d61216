"""The examples in the docstrings are true."""

import doctest

import pytest

from matching import assigning, compositions, loading, lottery
from matching.benching import pictures, running


@pytest.mark.parametrize(
    "module",
    [assigning, compositions, loading, lottery, pictures, running],
    ids=lambda module: module.__name__,
)
def test_an_example_says_what_happens(module):
    failed, tried = doctest.testmod(module)

    assert (failed, tried > 0) == (0, True)
