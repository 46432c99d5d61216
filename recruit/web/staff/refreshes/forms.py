"""How a proposal is approved or laid aside: always with a reason."""

from flask_babel import lazy_gettext as _
from wtforms import IntegerField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, NumberRange
from wtforms.widgets import HiddenInput

from recruit.web.forms import Form

LONGEST_REASON = 1000


def be_short(_form, field):
    """Checked without a running count: what is typed stays in its box while the page around it changes."""
    if len(field.data or "") > LONGEST_REASON:
        raise ValidationError(_("Use at most 1,000 letters"))


class ApprovalForm(Form):
    changes = IntegerField(
        widget=HiddenInput(), validators=[InputRequired(_("Choose one of the rows")), NumberRange(0, 200)]
    )
    reason = TextAreaField(
        _("Why this one?"),
        description=_("Kept with the decision. Lay partners can ask to see it."),
        validators=[InputRequired(_("Say why you chose this one")), be_short],
    )


class DismissalForm(Form):
    why = TextAreaField(
        _("Why not now?"),
        description=_("Nobody is asked, and everybody stays. The empty seat stays in your inbox."),
        validators=[InputRequired(_("Say why nothing is done now")), be_short],
    )
