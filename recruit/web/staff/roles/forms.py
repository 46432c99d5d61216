"""What a role says, as staff write it."""

from datetime import UTC, datetime

from dateutil.relativedelta import relativedelta
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from recruit.actions.roles import RoleWords, ScoreWeights
from recruit.models.roles import Rung
from recruit.web.clock import LONDON, today
from recruit.web.days import within_two_years
from recruit.web.fields import DayField
from recruit.web.forms import Form
from recruit.web.numbers import NumberField, WholeNumberField
from recruit.web.staff.roles.criteria import CriteriaField
from recruit.web.times import TimeOfDayField
from recruit.web.words import words

AHEAD = relativedelta(months=12)
WORDS = tuple(RoleWords.__dataclass_fields__)
WEIGHTS = tuple(ScoreWeights.__dataclass_fields__)


def needed(message, most):
    return [
        InputRequired(message),
        Length(max=most, message=_("Use at most %(most)s letters", most=most)),
    ]


def hours(label):
    return NumberField(label, 0, 200, wrong=_("Enter the hours as a number, like 6 or 2.5"))


def weight(label, usual):
    return NumberField(label, 0, 100, wrong=_("Enter a number from 0 to 100"), default=usual)


class RoleForm(Form):
    """The main fields, the criteria and the weights; `seen` marks the words that this edit began with."""

    seen = HiddenField()
    title = StringField(_("Title"), validators=needed(_("Enter a title"), 200))
    lead = TextAreaField(
        _("In one or two sentences"),
        description=_("It stands at the top of the page. Say “you”."),
        validators=needed(_("Say in a sentence what the person does"), 400),
    )
    decides = TextAreaField(
        _("What they would decide"), validators=needed(_("Say what they would decide"), 2000)
    )
    rung = SelectField(_("How much say they have"), coerce=Rung)
    hours_meetings = hours(_("Hours in meetings, a month"))
    hours_reading = hours(_("Hours of reading, a month"))
    term_months = WholeNumberField(
        _("Term, in months"), 1, 120, wrong=_("Enter a number of months from 1 to 120"), default=24
    )
    notice = StringField(
        _("Notice"),
        description=_("For example: 2 weeks"),
        validators=needed(_("Enter the notice, or “none”"), 200),
    )
    payment = TextAreaField(
        _("Payment"),
        description=_("If there is none, say so."),
        validators=needed(_("Say what you pay, or that you do not"), 1000),
    )
    expenses = TextAreaField(_("Costs"), validators=needed(_("Say which costs you cover"), 1000))
    support = TextAreaField(_("Support"), validators=needed(_("Say which support there is"), 1000))
    choosing = TextAreaField(
        _("How choosing works"),
        description=_("Who reads what, and by when they hear."),
        validators=needed(_("Say how you choose"), 2000),
    )
    criteria = CriteriaField(_("What you ask for"))
    weight_skills = weight(_("Skills"), 25)
    weight_lived = weight(_("Lived experience"), 25)
    weight_connections = weight(_("Connections"), 25)
    weight_availability = weight(_("Availability"), 10)
    weight_gap = weight(_("Diversity gap"), 15)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.rung.choices = [(rung, words(rung)) for rung in Rung]

    def validate_weight_gap(self, field):
        if not any(self[name].data for name in WEIGHTS):
            raise ValidationError(gettext("Let at least one of the five scores count"))

    @property
    def role_words(self):
        return RoleWords(**{name: self[name].data for name in WORDS})

    @property
    def score_weights(self):
        return ScoreWeights(**{name: self[name].data for name in WEIGHTS})

    @property
    def weights(self):
        return [self[name] for name in WEIGHTS]


class NewRoleForm(RoleForm):
    group = SelectField(_("Which group is it for?"))


class OpenForm(Form):
    closes_on = DayField(
        _("Last day to register"),
        description=_("Leave it empty: always open."),
        validators=[Optional(), within_two_years],
    )


class WorkshopForm(Form):
    day = DayField(_("On which day?"), validators=[InputRequired(_("Enter a day, like 3 4 2027"))])
    starts = TimeOfDayField(_("When does it start?"), description=_("For example: 10am or 2.30pm"))
    minutes = WholeNumberField(
        _("How long, in minutes?"), 15, 480, wrong=_("Enter a number of minutes from 15 to 480"), default=120
    )
    place = StringField(
        _("Where?"),
        description=_("Write it as the invitation should say it. If it is online, say so."),
        validators=needed(_("Say where it is, or that it is online"), 200),
        render_kw={"autocomplete": "off"},
    )

    def validate_day(self, field):
        if field.data and not today() <= field.data <= today() + AHEAD:
            raise ValidationError(gettext("Choose a day from today to a year from now"))

    @property
    def starts_at(self):
        return datetime.combine(self.day.data, self.starts.data, LONDON).astimezone(UTC)


def differences(form, version):
    """Where what was typed differs from what somebody else saved: (label, saved, typed)."""
    return [
        (form[name].label.text, getattr(version, name), form[name].data)
        for name in (*WORDS, *WEIGHTS)
        if getattr(version, name) != form[name].data
    ]
