"""The answer of somebody who was put forward."""

from datetime import timedelta

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, StringField
from wtforms.validators import AnyOf

from recruit.web.robots import PublicForm

YES, NO, MORE_TIME = "yes", "no", "more time"


class AnswerForm(PublicForm):
    """Three buttons: the one that is pressed is the answer."""

    quickest = timedelta()

    answer = StringField(
        validators=[
            AnyOf((YES, NO, MORE_TIME), message=_("Press the button for yes, for no or for more time"))
        ]
    )
    shows_health = BooleanField(
        _("The people who choose may read what they wrote about my health"),
        description=_("Leave it empty and nobody but you reads it. You can tell us yourself, or not at all."),
    )
