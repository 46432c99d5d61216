"""How a shortlist is opened, looked at, tried with other weights, and decided."""

import re

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import FloatField, HiddenField, IntegerField, RadioField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from recruit.models.states import Decision
from recruit.web.forms import ChangeForm, Form

SCORES = ("skills", "lived", "connections", "availability", "gap")
SCORE_ALONE = re.compile(r"\b(scores?|points?|totals?|ranks?|ranking|marks?)\b", flags=re.IGNORECASE)
FEWEST_WORDS = 4
WORDS_BESIDE_A_SCORE = 8


class OpenForm(Form):
    role = RadioField(_("For which role?"), validators=[InputRequired(_("Choose a role"))])
    seats = IntegerField(
        _("How many people are you choosing?"),
        description=_("You can choose more or fewer. Those you would also like are next in line."),
        render_kw={"inputmode": "numeric", "width": 2},
        validators=[
            InputRequired(_("Enter a number, like 2")),
            NumberRange(1, 200, _("Enter a number from 1 to 200")),
        ],
    )


def _weight():
    return FloatField(validators=[Optional(), NumberRange(0, 100, _("Enter weights from 0 to 100, like 25"))])


class WeightingForm(FlaskForm):
    """A trial of other weights; it is asked by address, so it can be bookmarked and shared."""

    class Meta(FlaskForm.Meta):
        csrf = False

    skills = _weight()
    lived = _weight()
    connections = _weight()
    availability = _weight()
    gap = _weight()

    def validate(self, extra_validators=None):
        is_sound = super().validate(extra_validators)
        if is_sound and all(self[name].data == 0 for name in SCORES):
            self.form_errors.append(_("Give at least one of the five some weight"))
            return False
        return is_sound

    def weights_beside(self, published):
        """The weights asked for; one that was left out is as published."""
        asked = {name: self[name].data for name in SCORES}
        return {name: published[name] if asked[name] is None else asked[name] for name in SCORES}


class DecisionForm(ChangeForm):
    decision = RadioField(
        _("Your decision"),
        choices=[
            SelectChoice(Decision.CHOSEN, _("Chosen")),
            SelectChoice(Decision.NEXT_IN_LINE, _("Next in line")),
            SelectChoice(Decision.NOT_THIS_TIME, _("Not this time")),
        ],
        validators=[InputRequired(_("Choose chosen, next in line or not this time"))],
    )
    reason = TextAreaField(
        _("Reason, in a sentence the candidate can read"),
        validators=[InputRequired(_("Give a reason in a sentence the candidate can read")), Length(max=1000)],
    )

    def validate_reason(self, field):
        """A score helps to read; by itself it is no reason."""
        words = len((field.data or "").split())
        if words < FEWEST_WORDS:
            raise ValidationError(_("Say a little more: what did you see, or what was missing?"))
        if SCORE_ALONE.search(field.data) and words < WORDS_BESIDE_A_SCORE:
            raise ValidationError(_("A score is not a reason. Say what you saw, or what was missing"))


class WaiverForm(Form):
    tag = HiddenField(validators=[InputRequired(_("Choose what to waive")), Length(max=80)])
    reason = TextAreaField(
        _("Why look past it?"),
        validators=[InputRequired(_("Say why you look past it")), Length(max=600)],
    )
