"""The day on which somebody was paid back."""

from flask_babel import lazy_gettext as _
from wtforms import ValidationError

from recruit.web.clock import today
from recruit.web.days import within_two_years
from recruit.web.fields import DayField
from recruit.web.forms import Form


class PaidForm(Form):
    paid_on = DayField(
        _("Paid on"),
        message=_("Enter a real day, like 3 4 2027"),
        validators=[within_two_years],
    )

    def validate_paid_on(self, field):
        if field.data is None:
            raise ValidationError(_("Enter a real day, like 3 4 2027"))
        if field.data > today():
            raise ValidationError(_("Enter today, or a day before"))
