"""What we ask of somebody who wants to come in."""

from flask_babel import lazy_gettext as _
from wtforms import EmailField, StringField
from wtforms.validators import DataRequired, Email, Length, Regexp

from recruit.web.forms import Form
from recruit.web.robots import PublicForm


class EmailForm(PublicForm):
    email = EmailField(
        _("What is your email address?"),
        description=_("We send you a link and a code. You need no password."),
        filters=[lambda value: value.lower() if value else value],
        validators=[
            DataRequired(_("Enter your email address, like name@example.org")),
            Length(max=254, message=_("Enter an email address of at most 254 letters")),
            Email(_("Enter an email address, like name@example.org")),
        ],
        render_kw={"autocomplete": "email", "spellcheck": "false"},
    )


class CodeForm(Form):
    code = StringField(
        _("What is the code?"),
        description=_("Six numbers, from the email. It works for ten minutes."),
        filters=[lambda value: "".join(value.split()) if value else value],
        validators=[
            DataRequired(_("Enter the six numbers from the email")),
            Regexp(r"^\d{6}$", message=_("Enter the six numbers from the email")),
        ],
        render_kw={"inputmode": "numeric", "autocomplete": "one-time-code"},
    )


class OpenForm(Form):
    """A press of the button: a mail scanner that follows the link presses nothing."""
