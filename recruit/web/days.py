"""Which days a form takes: none so far from today that it can only be a slip of the pen."""

from typing import Any

from dateutil.relativedelta import relativedelta
from flask_babel import gettext as _
from wtforms import ValidationError

from recruit.web.clock import today

FARTHEST = relativedelta(years=2)


def within_two_years(_form: Any, field: Any) -> None:
    """Refuse a day that lies more than two years from today, before or after."""
    if field.data is None:
        return
    if not today() - FARTHEST <= field.data <= today() + FARTHEST:
        raise ValidationError(_("Enter a day within two years of today"))
