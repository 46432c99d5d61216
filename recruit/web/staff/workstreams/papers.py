"""Something to read before a meeting."""

from urllib.parse import urlsplit

from flask_babel import lazy_gettext as _
from wtforms import SelectField, StringField, TextAreaField, URLField, ValidationError
from wtforms.validators import InputRequired, Length, Optional

from recruit.web.clock import LONDON
from recruit.web.filters import long_day
from recruit.web.forms import Form


class PaperForm(Form):
    meeting = SelectField(_("For which meeting?"), validate_choice=False)
    title = StringField(
        _("Title"),
        validators=[
            InputRequired(_("Give it a title")),
            Length(max=200, message=_("Use at most 200 letters")),
        ],
    )
    url = URLField(
        _("Where it lies"),
        description=_("An address that begins with https://. Leave it empty if you write the words below."),
        validators=[Optional(), Length(max=400, message=_("Use at most 400 letters"))],
    )
    words = TextAreaField(
        _("Or its words"),
        validators=[Optional(), Length(max=20000, message=_("Use at most 20,000 letters"))],
    )

    def offer(self, meetings):
        self.meeting.choices = [
            (str(each.id), long_day(each.starts_at.astimezone(LONDON))) for each in meetings
        ]

    def validate_meeting(self, field):
        if field.data not in dict(field.choices):
            raise ValidationError(_("Choose one of the meetings ahead"))

    def validate_url(self, field):
        if not _is_safe(field.data):
            raise ValidationError(_("Enter an address that begins with https://"))

    def validate_title(self, field):
        if not self.url.data and not self.words.data:
            raise ValidationError(_("Give an address, or write the words"))


def _is_safe(address):
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.netloc)
