"""What was found when somebody looked again."""

from flask_babel import lazy_gettext as _
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from recruit.web.forms import Form


class LookForm(Form):
    answer = TextAreaField(
        _("What did you find?"),
        description=_("The person reads these words."),
        validators=[
            InputRequired(_("Say what you found")),
            Length(max=2000, message=_("Use at most 2,000 letters")),
        ],
    )
