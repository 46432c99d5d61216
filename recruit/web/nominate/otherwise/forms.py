"""A colleague's address, and the four answers that are not a name."""

from datetime import timedelta

from flask_babel import lazy_gettext as _
from wtforms import EmailField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Email, Length

from recruit.models.roles import Answer
from recruit.web.asking import one_of
from recruit.web.nominate.forms import a_name
from recruit.web.robots import PublicForm


class PassOnForm(PublicForm):
    name = a_name(_("What is your colleague's name?"), missing=_("Enter your colleague's name"))
    email = EmailField(
        _("What is their email address?"),
        validators=[
            DataRequired(_("Enter their email address, like name@example.org")),
            Length(max=254, message=_("Enter an email address of at most 254 letters")),
            Email(_("Enter their email address, like name@example.org")),
        ],
        filters=[lambda value: value.lower() if value else ""],
        render_kw={"spellcheck": "false", "autocomplete": "off"},
    )
    passed_on_by = a_name(
        _("What is your own name?"),
        missing=_("Enter your own name"),
        description=_("We tell them who thought of them."),
    )


class CallAnswerForm(PublicForm):
    quickest = timedelta()
    answer = one_of(
        [
            SelectChoice(
                Answer.NOT_US,
                _("Not for us"),
                render_kw={"hint": _("We do not ask you for this role again.")},
            ),
            SelectChoice(
                Answer.WRONG_PERSON,
                _("I am the wrong person"),
                render_kw={"hint": _("We do not write to you again.")},
            ),
            SelectChoice(
                Answer.NEXT_YEAR,
                _("Ask us next year"),
                render_kw={"hint": _("You hear nothing from us for a year.")},
            ),
            SelectChoice(
                Answer.STOP,
                _("Stop asking us"),
                render_kw={"hint": _("We ask your group for no names again.")},
            ),
        ],
        missing=_("Choose what we should do"),
        label=_("What should we do?"),
        description=_("You can change your mind with this link."),
    )
