"""The code that was e-mailed to the contact of an organisation."""

from datetime import timedelta

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from recruit.web.robots import PublicForm


class AskForm(PublicForm):
    """One button: send the code."""

    quickest = timedelta()


class StageCodeForm(PublicForm):
    code = StringField(
        _("What is the code?"),
        description=_("Six digits. We sent them to the person whom we asked for names."),
        validators=[
            DataRequired(_("Enter the six digits of the code")),
            Length(max=20, message=_("Enter the six digits of the code")),
        ],
        filters=[lambda value: (value or "").replace(" ", "")],
        render_kw={"inputmode": "numeric", "autocomplete": "one-time-code"},
    )
