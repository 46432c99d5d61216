"""What every form makes of what was sent."""

from io import BytesIO

import pytest
from wtforms import IntegerField, StringField

from recruit.web.fields import DayField
from recruit.web.forms import ChangeForm, Form


class EveryKindForm(Form):
    name = StringField()
    number = IntegerField()
    day = DayField()


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


def test_what_no_page_can_show_is_taken_out_before_any_field_reads_it(app):
    sent = {"name": "A\0da", "number": "4\0x", "day-day": "\0", "day-month": "a\0b", "day-year": "2027"}
    with app.test_request_context("/", method="POST", data=sent):
        form = EveryKindForm()

    assert form.name.data == "Ada"
    assert form.number._value() == "4x"
    assert form.day.typed == {"day": "", "month": "ab", "year": "2027"}


@pytest.mark.parametrize(
    "sent",
    [
        lambda: {"json": [1]},
        lambda: {"json": {"email": {"a": 1}}},
        lambda: {"data": {"email": (BytesIO(b"x"), "x.txt")}},
    ],
    ids=["a list", "an object", "a file"],
)
def test_no_form_takes_a_file_or_json(client, programme, sent):
    response = client.open(
        "/sign-in/",
        method="POST",
        headers={"X-CSRFToken": client.token(), "Referer": "http://localhost/"},
        **sent(),
    )

    assert response.status_code == 422
