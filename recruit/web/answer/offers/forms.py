"""The answer of somebody who was offered a seat."""

from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField
from wtforms.validators import AnyOf, Length, Optional

from recruit.web.forms import Form

YES, NO = "yes", "no"


class OfferForm(Form):
    """Two buttons: the one that is pressed is the answer."""

    answer = StringField(
        validators=[AnyOf((YES, NO), message=_("Press the button for yes or the one for no"))]
    )
    because = TextAreaField(
        _("If no: would you like to tell us why? You do not have to"),
        validators=[Optional(), Length(max=600)],
    )

    @property
    def says_yes(self):
        return self.answer.data == YES
