"""How a person asks for a second look, or says that something is wrong."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, SelectField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, Length, Optional

from recruit.web.forms import Form

NOT_SAID = "not said"


class SecondLookForm(Form):
    words = TextAreaField(
        _("What should we look at?"),
        description=_("You can leave this empty."),
        validators=[Optional(), Length(max=1500, message=_("Use at most 1,500 letters"))],
    )


class WrongForm(Form):
    words = TextAreaField(
        _("What is wrong?"),
        description=_("In your own words. You need not name anybody."),
        validators=[
            InputRequired(_("Tell us what is wrong, or call us")),
            Length(max=3000, message=_("Use at most 3,000 letters")),
        ],
    )
    group = SelectField(
        _("Is it about one of your groups?"),
        description=_("You need not say."),
        validate_choice=False,
    )
    hurt = BooleanField(_("Somebody may be hurt, or is not safe"))

    def offer(self, groups):
        """The groups to choose from, after the choice to say none."""
        self.group.choices = [
            (NOT_SAID, str(_("I would rather not say"))),
            *((str(each.id), each.name) for each in groups),
        ]

    def validate_group(self, field):
        if field.data not in dict(self.group.choices):
            raise ValidationError(_("Choose a group, or 'I would rather not say'"))

    def chosen(self, groups):
        return next((each for each in groups if str(each.id) == self.group.data), None)
