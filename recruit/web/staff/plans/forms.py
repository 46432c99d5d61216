"""How a plan is named, changed and published."""

from uuid import UUID

from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, Length

from recruit.web.clock import today
from recruit.web.days import within_two_years
from recruit.web.fields import DayField
from recruit.web.forms import ChangeForm, Form


class NewPlanForm(Form):
    name = StringField(
        _("What do you call it?"),
        description=_("Only staff see this. For example: Spring pairs"),
        validators=[InputRequired(_("Enter a name, like Spring pairs")), Length(max=200)],
    )
    starts_on = DayField(
        _("From which day would people sit there?"),
        description=_("Leave at least two weeks: people need time to answer."),
        validators=[InputRequired(_("Enter the day, like 1 4 2027")), within_two_years],
    )

    def validate_starts_on(self, field):
        if field.data is not None and field.data < today():
            raise ValidationError(_("Enter a day that is still to come"))


class ReasonForm(ChangeForm):
    reason = TextAreaField(
        _("Why?"),
        description=_("Kept with the plan and its price. Partners can ask to see it."),
        validators=[InputRequired(_("Say why, in a sentence")), Length(max=600)],
    )


def person_from(text):
    """The id that an address names, or None."""
    try:
        return UUID(text or "")
    except ValueError:
        return None
