"""When I am free: the questions of the start again, and weeks away."""

from flask_babel import lazy_gettext as _
from wtforms import ValidationError

from recruit.web.availability import DatesAsked, HoursAsked, TimesAsked, WhereAsked
from recruit.web.days import within_two_years
from recruit.web.fields import DayField
from recruit.web.forms import Form


class AvailabilityForm(TimesAsked, HoursAsked, WhereAsked, DatesAsked, Form):
    away_from = DayField(
        _("First day away"), [within_two_years], message=_("Enter a real first day, like 3 4 2027")
    )
    away_to = DayField(
        _("Last day away"), [within_two_years], message=_("Enter a real last day, like 17 4 2027")
    )

    def validate_where(self, field):
        if not field.data:
            raise ValidationError(_("Choose online, in person or either"))

    def validate_away_to(self, field):
        if bool(field.data) != bool(self.away_from.data):
            raise ValidationError(_("Enter both the first and the last day away, or neither"))
        if field.data and field.data < self.away_from.data:
            raise ValidationError(_("Enter a last day that is not before the first"))

    def given(self):
        """The answers as the questions of the start keep them."""
        return {
            "times": {
                "times": self.times.data,
                "school_hours_only": self.school_hours_only.data,
                "term_time_only": self.term_time_only.data,
            },
            "hours": {"hours": self.hours.data, "hours_per": self.hours_per.data},
            "where": {"where": self.where.data},
            "dates": {"replies": self.replies.data},
        }


class BackForm(Form):
    """Take one stretch of days away out again."""
