"""Which version of something was open when the form was shown."""

import pytest

from recruit.web.forms import ChangeForm


@pytest.fixture
def posted(app):
    def post(version):
        with app.test_request_context("/", method="POST", data={"version": version}):
            return ChangeForm()

    return post


@pytest.mark.parametrize(
    ("typed", "version"),
    [
        ("1", 1),
        (" 12 ", 12),
        ("9" * 9, 999_999_999),
        ("9" * 10, 0),
        ("9" * 5000, 0),
        ("-1", 0),
        ("1.5", 0),
        ("\N{SUPERSCRIPT TWO}", 0),
        ("", 0),
    ],
)
def test_what_cannot_be_a_version_is_one_that_never_was(posted, typed, version):
    assert posted(typed).seen_version == version
