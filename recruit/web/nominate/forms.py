"""What we ask of somebody who puts a person forward."""

from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Email, Length

from recruit.actions.nominations import Endorsement, Nominee
from recruit.models.candidates import ContactWay
from recruit.models.nominations import Relation
from recruit.reference.questions import nominator_question
from recruit.web.asking import asks, be_a_phone_number, one_of, worded
from recruit.web.forms import Form

YES, NOT_YET = "yes", "not yet"
SHARED, NOTHING, WILL_TAKE_OUT = "shared", "nothing", "will take out"
SHORTEST_ADDRESS = 8
LONGEST_EXAMPLE = 1500

_email = Email(_("Enter an email address, like name@example.org"))


class NominationForm(Form):
    """One person, in about a minute; nothing is read when the person has not been asked."""

    asked = one_of(
        worded((YES, NOT_YET), nominator_question("asked").choices),
        missing=_("Say whether you have asked the person"),
        **asks(nominator_question("asked")),
    )
    name = StringField(
        _("What is the person's name?"),
        validators=[
            DataRequired(_("Enter the person's name")),
            Length(max=200, message=_("Enter a name of at most 200 letters")),
        ],
    )
    contact_way = one_of(
        [
            SelectChoice(ContactWay.EMAIL, _("Email")),
            SelectChoice(ContactWay.TEXT, _("Text")),
            SelectChoice(ContactWay.PHONE, _("Phone")),
            SelectChoice(ContactWay.POST, _("Letter")),
            SelectChoice(ContactWay.THROUGH_SOMEONE, _("Through you")),
        ],
        missing=_("Choose how they would like us to get in touch"),
        **asks(nominator_question("nominee_contact")),
    )
    reach = StringField(
        _("Their email address, phone number or postal address"),
        description=_("Leave this empty if we reach them through you"),
        validators=[Length(max=254, message=_("Enter at most 254 letters"))],
    )
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
    nominator_name = StringField(
        _("What is your own name?"),
        description=_("We tell the person who named them."),
        validators=[
            DataRequired(_("Enter your own name")),
            Length(max=200, message=_("Enter a name of at most 200 letters")),
        ],
    )

    @property
    def says_not_yet(self):
        return self.asked.data == NOT_YET

    def validate(self, extra_validators=None):
        return self.says_not_yet or super().validate(extra_validators)

    def validate_reach(self, field):
        if self.contact_way.data == ContactWay.EMAIL:
            _email(self, field)
        elif self.contact_way.data in (ContactWay.TEXT, ContactWay.PHONE):
            be_a_phone_number(field)
        elif self.contact_way.data == ContactWay.POST and len(field.data or "") < SHORTEST_ADDRESS:
            raise ValidationError(_("Enter their postal address, with the postcode"))

    def validate_health(self, field):
        if field.data == WILL_TAKE_OUT:
            raise ValidationError(_("Take out what you wrote about their health, then choose another answer"))

    def nominee(self):
        way = ContactWay(self.contact_way.data)
        reach = self.reach.data or None
        return Nominee(
            name=self.name.data,
            contact_way=way,
            email=reach.lower() if way is ContactWay.EMAIL else None,
            phone=reach if way in (ContactWay.TEXT, ContactWay.PHONE) else None,
            post_address=reach if way is ContactWay.POST else None,
        )

    def endorsement(self):
        return Endorsement(
            nominator_name=self.nominator_name.data,
            how_known=self.how_known.data,
            relation=Relation(self.relation.data),
            seen_do_well=self.seen_do_well.data,
        )
