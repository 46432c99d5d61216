"""Who is let in, and what they may do."""

from flask_babel import lazy_gettext as _
from wtforms import EmailField, SelectField, StringField, ValidationError
from wtforms.validators import DataRequired, Email, Length

from recruit.models.accounts import Power
from recruit.web.forms import Form
from recruit.web.words import words


class AccountForm(Form):
    name = StringField(
        _("Name"),
        validators=[DataRequired(_("Enter their full name")), Length(max=200)],
        render_kw={"autocomplete": "off"},
    )
    email = EmailField(
        _("Email"),
        description=_("They sign in with a link that we send there."),
        validators=[
            DataRequired(_("Enter an email address, like name@example.org")),
            Length(max=254),
            Email(_("Enter an email address, like name@example.org")),
        ],
        render_kw={"autocomplete": "off"},
    )
    power = SelectField(_("What may they do?"), coerce=Power)
    group = SelectField(_("For a host: which workstream?"))

    def validate_group(self, field):
        if (self.power.data is Power.HOST) != bool(field.data):
            raise ValidationError(_("Choose the workstream of a host; leave it out for everybody else"))

    def __init__(self, *args, groups, **kwargs):
        super().__init__(*args, **kwargs)
        self.power.choices = [(power, words(power).capitalize()) for power in Power]
        self.group.choices = [("", _("None")), *((str(group.id), group.name) for group in groups)]
