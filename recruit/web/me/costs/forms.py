"""Hours of a meeting, and money that somebody spent."""

from decimal import Decimal, InvalidOperation

from flask_babel import lazy_gettext as _
from wtforms import SelectField, StringField, ValidationError
from wtforms.validators import InputRequired, Length

from recruit.web.clock import LONDON, today
from recruit.web.days import within_two_years
from recruit.web.fields import DayField
from recruit.web.filters import long_day
from recruit.web.forms import Form
from recruit.web.numbers import NumberField

MOST_HOURS = 12
MOST_PENCE = 100_000
MINUTES = 60


def _hours(label, description=""):
    wrong = _("Enter hours from 0 to 12, like 2 or 1.5")
    return NumberField(label, 0, MOST_HOURS, wrong=wrong, description=description, default=0)


class HoursForm(Form):
    meeting = SelectField(_("Which meeting?"), validate_choice=False)
    in_meeting = _hours(_("Hours in the meeting"), _("For example 2 or 1.5"))
    reading = _hours(_("Hours reading before it"))
    travelling = _hours(_("Hours travelling there and back"))

    def offer(self, meetings):
        self.meeting.choices = [
            (str(each.id), f"{long_day(each.starts_at.astimezone(LONDON))}, {each.group.name}")
            for each in meetings
        ]

    def validate_meeting(self, field):
        if field.data not in dict(field.choices):
            raise ValidationError(_("Choose one of your meetings"))

    def minutes(self):
        """What was typed in hours, as whole minutes."""
        return {name: round(self[name].data * MINUTES) for name in ("in_meeting", "reading", "travelling")}


class ExpenseForm(Form):
    what = StringField(
        _("What was it for?"),
        description=_("For example: bus to the town hall, or somebody to sit with my mother"),
        validators=[
            InputRequired(_("Say what it was for")),
            Length(max=200, message=_("Use at most 200 letters")),
        ],
    )
    amount = StringField(_("How much, in pounds?"), description=_("For example 3.50. We need no receipt."))
    spent_on = DayField(
        _("On which day?"),
        description=_("For example 3 4 2027"),
        message=_("Enter a real day, like 3 4 2027"),
        validators=[within_two_years],
    )

    def validate_amount(self, field):
        if self.pence() is None:
            raise ValidationError(_("Enter an amount in pounds, like 3.50, up to 1,000"))

    def validate_spent_on(self, field):
        if field.data is None:
            raise ValidationError(_("Enter a real day, like 3 4 2027"))
        if field.data > today():
            raise ValidationError(_("Enter today, or a day before"))

    def pence(self):
        """The amount in pence; None when it is none, or has more than two places."""
        typed = (self.amount.data or "").removeprefix("£").strip()
        if len(typed) > len("1000.00") or not typed.isascii():
            return None
        try:
            pence = Decimal(typed) * 100
        except InvalidOperation:
            return None
        is_whole = pence.is_finite() and pence == pence.to_integral_value()
        return int(pence) if is_whole and 0 < pence <= MOST_PENCE else None
