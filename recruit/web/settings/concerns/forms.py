"""Notes about something that is wrong, and the answer to whoever told us."""

from flask_babel import lazy_gettext as _
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from recruit.web.forms import Form


class NotesForm(Form):
    notes = TextAreaField(
        _("Notes"),
        description=_("Only administrators read them. They go when the person is erased."),
        validators=[Optional(), Length(max=5000, message=_("Use at most 5,000 letters"))],
    )


class ConcernForm(Form):
    answer = TextAreaField(
        _("Your answer"),
        description=_("The person reads it after signing in. It stands in no email."),
        validators=[
            InputRequired(_("Write an answer")),
            Length(max=3000, message=_("Use at most 3,000 letters")),
        ],
    )
