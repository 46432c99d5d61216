"""Numbers in a form: within limits, and with the same plain words for whatever else is typed."""

from typing import Any

from wtforms import FloatField, IntegerField
from wtforms.validators import InputRequired, NumberRange


class WithinLimits:
    """A number within limits; `wrong` says what to type."""

    def __init__(self, label: Any, low: float, high: float, *, wrong: Any, **kwargs: Any) -> None:
        super().__init__(label, [InputRequired(wrong), NumberRange(low, high, wrong)], **kwargs)
        self.wrong = wrong

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(self.wrong) from None


class NumberField(WithinLimits, FloatField):
    def _value(self) -> str:
        return super()._value() if self.data is None or self.raw_data else f"{self.data:g}"


class WholeNumberField(WithinLimits, IntegerField):
    pass
