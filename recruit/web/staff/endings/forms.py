"""Why staff bring something to an end: the person reads it."""

from flask_babel import lazy_gettext as _
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from recruit.web.forms import Form

LONGEST_OF_A_TERM = 60


def _why(most, wrong):
    return TextAreaField(
        _("Why?"),
        description=_("The person reads these words. Talk to them first."),
        validators=[InputRequired(_("Say why")), Length(max=most, message=wrong)],
    )


class EndingForm(Form):
    because = _why(600, _("Use at most 600 letters"))


class TermEndingForm(Form):
    """A term keeps its reason, in a few words."""

    because = _why(LONGEST_OF_A_TERM, _("Use at most 60 letters"))
