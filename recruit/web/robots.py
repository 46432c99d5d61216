"""What a form that anyone may post asks of a robot: an empty box, and a moment's time."""

from datetime import UTC, datetime, timedelta

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, StringField, ValidationError
from wtforms.validators import Length

from recruit.extensions import links
from recruit.web.clock import now
from recruit.web.forms import Form

SHORT_STAMP = 60


class PublicForm(Form):
    """Whoever is caught by mistake keeps every word, and presses the button again.

    A form of buttons alone may be answered at once: its `quickest` is nothing.
    """

    quickest = timedelta(seconds=1)

    website = StringField(
        _("Leave this box empty"),
        validators=[Length(max=0, message=_("Leave the last box empty, then press the button again"))],
    )
    opened = HiddenField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._shown_at = opened_at(self.opened.data)
        if self._shown_at is None:
            self.opened.data = stamp(now())

    def validate_opened(self, field):
        if self._shown_at is not None and now() - self._shown_at < self.quickest:
            raise ValidationError(_("That was very quick. Check your answers, then press the button again"))


def stamp(instant):
    """An instant that nobody can make up, as text."""
    seconds = f"{instant.timestamp():.3f}"
    return f"{seconds} {links.fingerprint('opened', seconds)[:24]}"


def opened_at(text):
    """The instant of a stamp, or None when we did not make it."""
    seconds, _space, proof = (text or "")[:SHORT_STAMP].partition(" ")
    if not seconds or proof != links.fingerprint("opened", seconds)[:24]:
        return None
    return datetime.fromtimestamp(float(seconds), UTC)
