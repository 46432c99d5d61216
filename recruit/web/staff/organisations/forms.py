"""What we write down about an organisation."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import EmailField, SelectField, SelectMultipleField, StringField, TelField
from wtforms.validators import DataRequired, Email, Length, Optional, ValidationError

from recruit.actions.organisations import OrganisationWords
from recruit.models.organisations import OrganisationKind
from recruit.reference import taxonomies
from recruit.reference.areas import AREAS, area_name
from recruit.web.forms import Form
from recruit.web.words import words


class OrganisationForm(Form):
    name = StringField(
        _("Name"),
        validators=[DataRequired(_("Enter the name of the organisation")), Length(max=200)],
    )
    kind = SelectField(_("Kind"), coerce=OrganisationKind)
    area = SelectField(_("Area"))
    contact_name = StringField(
        _("Whom do we write to?"),
        validators=[DataRequired(_("Enter the name of a person there")), Length(max=200)],
        render_kw={"autocomplete": "off"},
    )
    email = EmailField(
        _("Their email"),
        validators=[
            Optional(),
            Length(max=254),
            Email(_("Enter an email address, like name@example.org")),
        ],
        render_kw={"autocomplete": "off"},
    )
    phone = TelField(_("Their phone"), validators=[Length(max=40)], render_kw={"autocomplete": "off"})
    reaches = SelectMultipleField(_("Whom do they reach?"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind.choices = [(kind, words(kind).capitalize()) for kind in OrganisationKind]
        self.area.choices = [("", gettext("All areas")), *((code, area_name(code)) for code in AREAS)]
        self.reaches.choices = [
            (code, taxonomies.label(facet, code))
            for facet in (taxonomies.COMMUNITIES, taxonomies.LIVED)
            for code in taxonomies.codes(facet)
        ]

    def validate_phone(self, field):
        if not field.data and not self.email.data:
            raise ValidationError(
                gettext("Enter an email address or a phone number, so that we can ask them")
            )

    @property
    def told(self):
        return OrganisationWords(
            name=self.name.data,
            kind=self.kind.data,
            area=self.area.data or None,
            reaches=frozenset(self.reaches.data),
            contact_name=self.contact_name.data,
            email=(self.email.data or "").lower() or None,
            phone=self.phone.data or None,
        )


def form_of(organisation):
    """The form as it reads for an organisation that we know."""
    contact = organisation.contacts[0] if organisation.contacts else None
    return OrganisationForm(
        name=organisation.name,
        kind=organisation.kind,
        area=organisation.area or "",
        contact_name=contact.name if contact else "",
        email=contact.email if contact else "",
        phone=contact.phone if contact else "",
        reaches=[reach.code for reach in organisation.reaches],
    )
