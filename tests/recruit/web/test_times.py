"""A time of day is read as people write it."""

from datetime import time

import pytest
from flask_wtf import FlaskForm

from recruit.web.fields import field
from recruit.web.times import TimeOfDayField


class TimeForm(FlaskForm):
    class Meta:
        csrf = False

    starts = TimeOfDayField("When?")


@pytest.fixture
def posted(app):
    def post(typed):
        with app.test_request_context("/", method="POST", data={"starts": typed}):
            form = TimeForm()
            form.validate()
            return form.starts.data, form.starts.errors, str(field(form.starts))

    return post


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("10am", time(10)),
        (" 10 AM ", time(10)),
        ("2.30pm", time(14, 30)),
        ("2:30 pm", time(14, 30)),
        ("14:30", time(14, 30)),
        ("12pm", time(12)),
        ("12 noon", time(12)),
        ("10", time(10)),
    ],
)
def test_a_time_is_read_as_it_is_written(posted, typed, told):
    data, errors, _drawn = posted(typed)

    assert (data, list(errors)) == (told, [])


@pytest.mark.parametrize(
    "typed", ["", "soon", "2.30", "25:00", "10.75am", "13pm", "0am", "6am", "11pm", "١٠am"]
)
def test_what_is_no_time_to_meet_is_said_and_stays(posted, typed):
    data, errors, drawn = posted(typed)

    assert data is None
    assert list(errors) == ["Enter a time from 7am to 10pm, like 10am or 2.30pm"]
    assert f'value="{typed}"' in drawn or not typed
