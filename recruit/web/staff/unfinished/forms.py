"""What a caller says, so that we find their form and nobody else's."""

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import DataRequired, Length, Optional

from recruit.web.forms import Form


class CallerForm(Form):
    name = StringField(
        _("What is their name?"),
        description=_("As they typed it in the form."),
        validators=[
            DataRequired(_("Enter their name, as they typed it")),
            Length(max=200, message=_("Enter a name of at most 200 letters")),
        ],
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )
    reach = StringField(
        _("Which email address or phone number did they give in it?"),
        description=_(
            "Ask them; do not read one out. Leave it empty for a form that you began for them yourself."
        ),
        validators=[
            Optional(),
            Length(max=254, message=_("Enter an email address or a number of at most 254 letters")),
        ],
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )
