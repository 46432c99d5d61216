"""Whom a request for names goes to, and until when."""

from uuid import UUID

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField, SelectField, SelectMultipleField
from wtforms.validators import Optional, ValidationError

from recruit.models.organisations import OrganisationKind
from recruit.queries.organisations import Which
from recruit.reference.areas import AREAS
from recruit.web.days import within_two_years
from recruit.web.fields import DayField
from recruit.web.forms import Form


def which_from(args):
    """The kind, area and reach that the list is narrowed to; nonsense narrows nothing."""
    kind, area = args.get("kind", ""), args.get("area", "")
    return Which(
        kind=OrganisationKind(kind) if kind in set(OrganisationKind) else None,
        area=area if area in AREAS else None,
        reach=args.get("reach", "").replace("\0", "")[:60] or None,
    )


class CallForm(Form):
    role = SelectField(_("Which role?"))
    organisations = SelectMultipleField(_("Organisations"))
    all_shown = BooleanField(_("All that are shown here"))
    closes_on = DayField(
        _("Last day"),
        description=_("Leave it empty: the link works until you close it."),
        validators=[Optional(), within_two_years],
    )
    agreed = HiddenField()

    def validate_organisations(self, field):
        if not field.data and not self.all_shown.data:
            raise ValidationError(gettext("Choose at least one organisation"))

    @property
    def organisation_ids(self):
        return [UUID(value) for value in self.organisations.data]
