"""What a person can say on their own page."""

from flask_babel import lazy_gettext as _
from wtforms import StringField, ValidationError
from wtforms.validators import AnyOf

from recruit.web.clock import today
from recruit.web.fields import DayField
from recruit.web.forms import Form

LONGEST_BREAK_DAYS = 366
YES, NO = "yes", "no"


class SayYesForm(Form):
    """One press: I would like to do this."""


class WasItYouForm(Form):
    """Two buttons: the one that is pressed is the answer."""

    answer = StringField(
        validators=[AnyOf((YES, NO), message=_("Press the button for yes or the one for no"))]
    )

    @property
    def says_yes(self):
        return self.answer.data == YES


class PauseForm(Form):
    until = DayField(
        _("When are you back?"),
        description=_("For example 3 4 2027. Leave it empty if you are back already."),
        message=_("Enter a real day, like 3 4 2027"),
    )

    def validate_until(self, field):
        if field.data is None:
            self._end_the_break()
        elif field.data <= today():
            raise ValidationError(_("Enter a day that is still to come"))
        elif (field.data - today()).days > LONGEST_BREAK_DAYS:
            raise ValidationError(_("Enter a day within the next year, or withdraw"))

    def _end_the_break(self):
        """No day ends a break; whoever has none forgot to say until when."""
        if not self.until.object_data:
            raise ValidationError(_("Enter the day you are back"))
