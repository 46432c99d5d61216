"""The forms of somebody who comes back."""

from datetime import timedelta

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import DataRequired, Regexp

from recruit.web.robots import PublicForm


def _digits(value):
    return "".join(value.replace("-", " ").split()) if value else value


class AskForm(PublicForm):
    """One button: send the code."""

    quickest = timedelta()


class EmailedCodeForm(PublicForm):
    code = StringField(
        _("What is the code?"),
        description=_("Six numbers, from the email. It works for ten minutes."),
        filters=[_digits],
        validators=[
            DataRequired(_("Enter the six numbers from the email")),
            Regexp(r"^[0-9]{6}$", message=_("Enter the six numbers from the email")),
        ],
        render_kw={"inputmode": "numeric", "autocomplete": "one-time-code"},
    )


class PhoneCodeForm(PublicForm):
    code = StringField(
        _("What is the code?"),
        description=_("Nine numbers, that we read out to you. It works once, for a day."),
        filters=[_digits],
        validators=[
            DataRequired(_("Enter the nine numbers that we read out to you")),
            Regexp(r"^[0-9]{9}$", message=_("Enter the nine numbers that we read out to you")),
        ],
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )
