"""The questions of the first stage, one on each page."""

from datetime import timedelta

from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    EmailField,
    HiddenField,
    StringField,
    TelField,
    TextAreaField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Email, Length, Optional

from recruit.actions.registrations import NOT_SURE
from recruit.models.candidates import ContactWay, LayStatus, Purpose
from recruit.queries.roles import open_roles
from recruit.reference.areas import AREAS
from recruit.reference.questions import candidate_question
from recruit.web.asking import asks, be_a_phone_number, one_of, some_of, worded
from recruit.web.availability import DatesAsked, HoursAsked, TimesAsked, WhereAsked
from recruit.web.clock import today
from recruit.web.forms import Form, StepForm
from recruit.web.robots import PublicForm

ME, HELPING, A_GROUP = "me", "helping", "a group"
YES, NO = "yes", "no"
SHORTEST_ADDRESS = 8

_email = Email(_("Enter an email address, like name@example.org"))


class StartForm(PublicForm):
    """One button: begin."""

    quickest = timedelta()

    role = HiddenField(validators=[Optional(), Length(max=60)])


class ForgetForm(Form):
    """Take away what was typed so far."""


class WhoForm(StepForm):
    who_is_filling = one_of(
        worded((ME, HELPING, A_GROUP), candidate_question("who_is_filling").choices),
        missing=_("Say who is filling in this form"),
        **asks(candidate_question("who_is_filling")),
    )


class NameForm(StepForm):
    name = StringField(
        **asks(candidate_question("name")),
        validators=[
            DataRequired(_("Enter your name")),
            Length(max=200, message=_("Enter a name of at most 200 letters")),
        ],
        render_kw={"autocomplete": "name", "spellcheck": "false"},
    )


class ContactForm(StepForm):
    """Every way that is ticked opens its own field; none of them is email by force."""

    contact_ways = some_of(
        worded(ContactWay, candidate_question("contact_way").choices),
        wrong=_("Choose from the ways in the list"),
        **asks(candidate_question("contact_way")),
        validators=[DataRequired(_("Choose at least one way to reach you"))],
    )
    email = EmailField(
        _("Your email address"),
        filters=[lambda value: value.lower() if value else ""],
        validators=[Length(max=254, message=_("Enter an email address of at most 254 letters"))],
        render_kw={"autocomplete": "email", "spellcheck": "false"},
    )
    mobile = TelField(_("Your mobile number"), render_kw={"autocomplete": "tel"})
    phone = TelField(_("Your phone number"), render_kw={"autocomplete": "tel"})
    post_address = TextAreaField(
        _("Your address, with the postcode"),
        validators=[Length(max=400, message=_("Enter an address of at most 400 letters"))],
        render_kw={"autocomplete": "street-address", "rows": "4"},
    )
    through_whom = StringField(
        _("Who is it, and how do we reach them?"),
        validators=[Length(max=200, message=_("Use at most 200 letters to say who it is"))],
    )

    def _wants(self, way):
        return way in (self.contact_ways.data or ())

    def validate_email(self, field):
        if self._wants(ContactWay.EMAIL):
            _email(self, field)

    def validate_mobile(self, field):
        if self._wants(ContactWay.TEXT):
            be_a_phone_number(field)

    def validate_phone(self, field):
        if self._wants(ContactWay.PHONE):
            be_a_phone_number(field)

    def validate_post_address(self, field):
        if self._wants(ContactWay.POST) and len(field.data or "") < SHORTEST_ADDRESS:
            raise ValidationError(_("Enter your address, with the postcode"))

    def validate_through_whom(self, field):
        if self._wants(ContactWay.THROUGH_SOMEONE) and not field.data:
            raise ValidationError(_("Say who it is, and how we reach them"))


class AreaForm(StepForm):
    area = one_of(
        worded(AREAS.keys(), AREAS.values()),
        missing=_("Choose where you live"),
        **asks(candidate_question("area")),
    )


class AdultForm(StepForm):
    adult = one_of(
        worded((YES, NO), candidate_question("adult").choices),
        missing=_("Say whether you are 18 or over"),
        **asks(candidate_question("adult")),
    )


class LayStatusForm(StepForm):
    lay_status = one_of(
        worded(LayStatus, candidate_question("lay_status").choices),
        missing=_("Say whether you are paid to work in health or care"),
        **asks(candidate_question("lay_status")),
    )


def role_choices():
    roles = [SelectChoice(role.slug, role.versions[-1].title) for role in open_roles(today())]
    return [*roles, SelectChoice(NOT_SURE, _("I am not sure yet"))]


class RolesForm(StepForm):
    roles = some_of(
        role_choices,
        wrong=_("One of these roles has closed. Choose from the roles in the list"),
        label=_("Which roles interest you?"),
        description=_("You can pick more than one."),
        validators=[DataRequired(_("Choose at least one role, or 'I am not sure yet'"))],
    )


HEARD = (
    SelectChoice("named", _("Somebody put me forward")),
    SelectChoice("group", _("From a group I belong to")),
    SelectChoice("health", _("From my GP, a clinic or a hospital")),
    SelectChoice("council", _("From the council")),
    SelectChoice("friend", _("From a friend or my family")),
    SelectChoice("online", _("Online")),
    SelectChoice("poster", _("From a poster or leaflet")),
    SelectChoice("elsewhere", _("Somewhere else")),
)


class HeardForm(StepForm):
    heard = one_of(HEARD, missing=_("Choose one, or press Skip"), **asks(candidate_question("heard")))


class TimesForm(TimesAsked, StepForm):
    def validate_times(self, field):
        if not field.data:
            raise ValidationError(_("Tick at least one time, or choose 'I do not know yet'"))


class HoursForm(HoursAsked, StepForm):
    pass


class WhereForm(WhereAsked, StepForm):
    def validate_where(self, field):
        if not field.data:
            raise ValidationError(_("Choose online, in person or either"))


class DatesForm(DatesAsked, StepForm):
    pass


class AgreeForm(Form):
    """Nothing is ticked in advance; only the first is needed."""

    find_a_role = BooleanField(
        _("Use my answers to find a role for me"),
        description=_("We need this one. Without it we cannot do anything for you."),
        validators=[DataRequired(_("Tick this to hand in your answers, or leave the page: nothing is sent"))],
    )
    keep_in_mind = BooleanField(_("Keep me in mind for other roles"))
    tell_nominator = BooleanField(_("Tell the group that named me how it went"))

    def purposes(self, *, was_named):
        ticked = {
            Purpose.FIND_A_ROLE: self.find_a_role.data,
            Purpose.KEEP_IN_MIND: self.keep_in_mind.data,
            Purpose.TELL_NOMINATOR: was_named and self.tell_nominator.data,
        }
        return [purpose for purpose, is_given in ticked.items() if is_given]


STEPS = {
    "who_is_filling": WhoForm,
    "name": NameForm,
    "contact_way": ContactForm,
    "area": AreaForm,
    "adult": AdultForm,
    "lay_status": LayStatusForm,
    "roles": RolesForm,
    "heard": HeardForm,
    "times": TimesForm,
    "hours": HoursForm,
    "where": WhereForm,
    "dates": DatesForm,
}
NEEDED = ("who_is_filling", "name", "contact_way", "area", "adult", "lay_status", "roles")
