"""What we ask of somebody who puts a person forward."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Email, Length, Optional

from recruit.actions.nominations import Endorsed, Nominee
from recruit.models.candidates import ContactWay
from recruit.models.nominations import Relation
from recruit.queries.matches.hearing import tells_of_health
from recruit.queries.same_person import people_in
from recruit.reference.questions import nominator_question
from recruit.web.asking import asks, be_a_phone_number, one_of, worded
from recruit.web.nominate.vouching import Vouching
from recruit.web.robots import PublicForm

YES, NOT_YET = "yes", "not yet"
SHARED, NOTHING, WILL_TAKE_OUT = "shared", "nothing", "will take out"
SHORTEST_ADDRESS = 8
LONGEST_EXAMPLE = 1500
MOST_AT_ONCE = 2

_email = Email(_("Enter an email address, like name@example.org"))
_WAYS = (
    SelectChoice(ContactWay.EMAIL, _("Email")),
    SelectChoice(ContactWay.TEXT, _("Text")),
    SelectChoice(ContactWay.PHONE, _("Phone")),
    SelectChoice(ContactWay.POST, _("Letter")),
    SelectChoice(ContactWay.THROUGH_SOMEONE, _("Through you")),
)


def a_name(label, *, missing, description=""):
    return StringField(
        label,
        description=description,
        validators=[
            DataRequired(missing),
            Length(max=200, message=_("Enter a name of at most 200 letters")),
            be_no_link,
        ],
    )


def be_no_link(_form, field):
    """A name stands in a message of ours: it never carries a link."""
    if "://" in (field.data or "") or "www." in (field.data or "").lower():
        raise ValidationError(_("Enter a name, without a link"))


def a_way_to_reach():
    return one_of(
        _WAYS,
        missing=_("Choose how they would like us to get in touch"),
        **asks(nominator_question("nominee_contact")),
    )


def an_address():
    return StringField(
        _("Their email address, phone number or postal address"),
        description=_("Leave this empty if we reach them through you"),
        validators=[Length(max=254, message=_("Enter at most 254 letters"))],
    )


class NominationForm(Vouching, PublicForm):
    """One person, in about a minute; nothing is read when the person has not been asked."""

    asked = one_of(
        worded((YES, NOT_YET), nominator_question("asked").choices),
        missing=_("Say whether you have asked the person"),
        **asks(nominator_question("asked")),
    )
    name = a_name(_("What is the person's name?"), missing=_("Enter the person's name"))
    contact_way = a_way_to_reach()
    reach = an_address()
    how_known = StringField(
        **asks(nominator_question("how_long")),
        validators=[
            DataRequired(_("Say how long you have known them, and how")),
            Length(max=400, message=_("Use at most 400 letters to say how you know them")),
        ],
    )
    relation = one_of(
        worded(Relation, nominator_question("relation").choices),
        missing=_("Say whether they work for you or are related to you"),
        **asks(nominator_question("relation")),
    )
    is_trustee = BooleanField(_("They are a trustee, governor or committee member of ours"))
    seen_do_well = TextAreaField(
        _("What have you seen them do well?"),
        description=_("One example helps more than praise. They can read this."),
        validators=[
            DataRequired(_("Give one example of what you have seen them do well")),
            Length(max=LONGEST_EXAMPLE, message=_("Use at most 1,500 letters for your example")),
        ],
        render_kw={"rows": "4"},
    )
    health = one_of(
        worded((SHARED, NOTHING, WILL_TAKE_OUT), nominator_question("health_warning").choices),
        missing=_("Say whether you may share what you wrote about their health"),
        label=_("Did the person say you may share what you wrote about their health?"),
        description=_("If not, take it out. They can tell us themselves."),
    )
    nominator_name = a_name(
        _("What is your own name?"),
        missing=_("Enter your own name"),
        description=_("We tell the person who named them."),
    )

    @property
    def says_not_yet(self):
        return self.asked.data == NOT_YET

    def validate(self, extra_validators=None):
        return self.says_not_yet or super().validate(extra_validators)

    def validate_name(self, field):
        if len(self.people) > MOST_AT_ONCE:
            raise ValidationError(_("Name one person on each form. You can name the others straight after"))

    def validate_reach(self, field):
        be_an_address(self.contact_way.data, field)

    def validate_health(self, field):
        if field.data == WILL_TAKE_OUT:
            raise ValidationError(_("Take out what you wrote about their health, then choose another answer"))

    @property
    def people(self):
        """Whom the name holds: two are asked for one by one."""
        return people_in(self.name.data or "")

    def nominees(self):
        return [nominee_of(self.name.data, self.contact_way.data, self.reach.data)]

    def endorsement(self):
        words = (self.seen_do_well.data, self.how_known.data, *self.stories())
        return Endorsed(
            nominator_name=self.nominator_name.data,
            how_known=self.how_known.data,
            relation=Relation(self.relation.data),
            is_trustee=self.is_trustee.data,
            seen_do_well=self.seen_do_well.data,
            tells_health=self.health.data == SHARED or tells_of_health(*words),
            vouched=self.vouched(),
        )


class OnePersonForm(NominationForm):
    """Somebody said that it is one person, however long the name."""

    one_person = HiddenField(validators=[Optional(), Length(max=200)])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.one_person.data != YES:
            self.name.data, self.one_person.data = self.one_person.data, YES

    @property
    def people(self):
        return [self.name.data]


class TwoPeopleForm(NominationForm):
    """The same answers for two people, each with a way of their own to be reached."""

    two_people = HiddenField(validators=[Optional(), Length(max=3)])
    whole_name = HiddenField(validators=[Optional(), Length(max=200)])
    second_name = a_name(_("What is the second person's name?"), missing=_("Enter the second person's name"))
    second_contact_way = a_way_to_reach()
    second_reach = an_address()

    def validate_name(self, field):
        """Both names stand here as they were typed or mended: what holds two people was seen once."""

    def validate_second_reach(self, field):
        be_an_address(self.second_contact_way.data, field)

    def nominees(self):
        second = nominee_of(self.second_name.data, self.second_contact_way.data, self.second_reach.data)
        return [*super().nominees(), second]


def be_an_address(way, field):
    """What was typed reaches them by the way that was chosen."""
    if way == ContactWay.EMAIL:
        _email(None, field)
    elif way in (ContactWay.TEXT, ContactWay.PHONE):
        be_a_phone_number(field)
    elif way == ContactWay.POST and len(field.data or "") < SHORTEST_ADDRESS:
        raise ValidationError(_("Enter their postal address, with the postcode"))


def nominee_of(name, way, reach):
    way = ContactWay(way)
    return Nominee(
        name=name,
        contact_way=way,
        email=reach.lower() if way is ContactWay.EMAIL else None,
        phone=reach if way in (ContactWay.TEXT, ContactWay.PHONE) else None,
        post_address=reach if way is ContactWay.POST else None,
    )
