"""What it takes to begin a group: what it is, and how it meets."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, ValidationError

from recruit.actions.groups import AHEAD, FEWEST_SEATS, MOST_SEATS, USUAL_SEATS
from recruit.actions.rhythms import HowOften, Rhythm
from recruit.models.groups import GroupKind
from recruit.web.clock import today
from recruit.web.fields import DayField
from recruit.web.forms import Form
from recruit.web.numbers import WholeNumberField
from recruit.web.staff.workstreams.rhythms import WEEKDAYS, rhythm_words
from recruit.web.times import TimeOfDayField
from recruit.web.words import words

ONLINE, IN_PERSON = "online", "in person"


class NewGroupForm(Form):
    kind = RadioField(_("What is it?"), coerce=GroupKind, default=GroupKind.WORKSTREAM)
    name = StringField(
        _("Name"),
        validators=[
            InputRequired(_("Enter the name of the group")),
            Length(max=200, message=_("Use at most 200 letters")),
        ],
        render_kw={"autocomplete": "off"},
    )
    seats = SelectField(
        _("How many seats?"),
        description=_("Only a workstream has seats. Two make a pair."),
        coerce=int,
        choices=[SelectChoice(number, str(number)) for number in range(FEWEST_SEATS, MOST_SEATS + 1)],
        default=USUAL_SEATS,
    )
    weekday = SelectField(_("On which day of the week?"), coerce=int)
    how_often = RadioField(_("How often?"), coerce=HowOften, default=HowOften.EVERY_SECOND_WEEK)
    starts = TimeOfDayField(_("When does it start?"), description=_("For example: 10am or 2.30pm"))
    minutes = WholeNumberField(
        _("How long, in minutes?"), 15, 480, wrong=_("Enter a number of minutes from 15 to 480"), default=120
    )
    way = RadioField(
        _("Where?"),
        choices=[SelectChoice(IN_PERSON, _("In person")), SelectChoice(ONLINE, _("Online"))],
        default=IN_PERSON,
    )
    place = StringField(
        _("Which place?"),
        description=_("Not needed if it meets online."),
        validators=[Length(max=200, message=_("Use at most 200 letters"))],
        render_kw={"autocomplete": "off"},
    )
    from_day = DayField(
        _("From which day on?"),
        description=_("The first meeting is on the first such weekday from then on."),
        validators=[InputRequired(_("Enter a day, like 3 4 2027"))],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind.choices = [(kind, words(kind).capitalize()) for kind in GroupKind]
        self.weekday.choices = [(number, day) for number, (day, _days) in enumerate(WEEKDAYS)]
        self.how_often.choices = [
            (HowOften.EVERY_WEEK, gettext("Every week")),
            (HowOften.EVERY_SECOND_WEEK, gettext("Every second week")),
            (
                HowOften.EVERY_MONTH,
                gettext("Every month, on the same weekday: the first Tuesday, for example"),
            ),
        ]

    def validate_place(self, field):
        if self.way.data == IN_PERSON and not field.data:
            raise ValidationError(gettext("Enter the place, or choose online"))

    def validate_from_day(self, field):
        if field.data and not today() <= field.data <= today() + AHEAD:
            raise ValidationError(gettext("Choose a day from today to a year from now"))

    @property
    def rhythm(self):
        is_online = self.way.data == ONLINE
        return Rhythm(
            how_often=self.how_often.data,
            weekday=self.weekday.data,
            from_day=self.from_day.data,
            starts=self.starts.data,
            minutes=self.minutes.data,
            is_online=is_online,
            place=self.place.data or (gettext("Online") if is_online else ""),
        )

    @property
    def rhythm_words(self):
        return rhythm_words(self.rhythm)
