"""The answer of somebody who was put forward."""

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import AnyOf

from recruit.web.forms import Form

YES, NO = "yes", "no"


class AnswerForm(Form):
    """Two buttons: the one that is pressed is the answer."""

    answer = StringField(
        validators=[AnyOf((YES, NO), message=_("Press the button for yes or the one for no"))]
    )

    @property
    def says_yes(self):
        return self.answer.data == YES
