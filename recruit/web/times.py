"""A time of day in a form, as people write it: 10am, 2.30pm or 14:30."""

import re
from datetime import time
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import InputRequired

from recruit.web.filters import clock_time

EARLIEST, LATEST = time(7), time(22)
WRITTEN = re.compile(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s*(?P<half>am|pm|noon)?", flags=re.ASCII)
WRONG = _("Enter a time from 7am to 10pm, like 10am or 2.30pm")


class TimeOfDayField(StringField):
    """A time when people meet; `data` is a `time`, and what was typed stays."""

    def __init__(self, label: Any, **kwargs: Any) -> None:
        super().__init__(label, [InputRequired(WRONG)], render_kw={"width": 5}, **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = None
        if valuelist and valuelist[0].strip():
            self.data = _read(valuelist[0].strip().lower())

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return clock_time(self.data) if self.data else ""


def _read(typed: str) -> time:
    written = WRITTEN.fullmatch(typed)
    if written is None:
        raise ValueError(WRONG)
    hour, half = int(written["hour"]), written["half"]
    if half and not 1 <= hour <= 12:
        raise ValueError(WRONG)
    if half:
        hour = hour % 12 + (12 if half in {"pm", "noon"} else 0)
    try:
        told = time(hour, int(written["minute"] or 0))
    except ValueError:
        raise ValueError(WRONG) from None
    if not EARLIEST <= told <= LATEST:
        raise ValueError(WRONG)
    return told
