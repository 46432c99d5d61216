"""The model case, told with JavaScript."""

import pytest

from tests.journeys.model_case import STORY, told


@pytest.fixture(scope="module")
def story(tmp_path_factory, chromium):
    with told(tmp_path_factory.mktemp("story"), chromium, javascript=True) as story:
        yield story


@pytest.mark.parametrize("chapter", STORY)
def test_the_model_case(story, chapter):
    getattr(story, chapter)()
