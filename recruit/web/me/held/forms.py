"""What a person says before everything about them goes."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField
from wtforms.validators import DataRequired

from recruit.web.forms import Form


class ConsentForm(Form):
    """One press: take this back, or agree again."""


class EraseForm(Form):
    sure = BooleanField(
        _("Yes, erase everything about me"),
        description=_("This cannot be undone."),
        validators=[DataRequired(_("Tick the box if you want to erase everything, or go back"))],
    )
