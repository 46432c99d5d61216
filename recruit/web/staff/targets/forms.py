"""What can be wanted, in words, and how many."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import SelectField
from wtforms.validators import InputRequired

from recruit.queries.targets import FAMILIES
from recruit.reference import taxonomies
from recruit.reference.areas import area_name
from recruit.web.forms import Form
from recruit.web.numbers import NumberField, WholeNumberField
from recruit.web.words import words

FAMILY_WORDS = {
    "area": _("Lives in"),
    "route": _("Came through"),
    "service": _("Knows a service or illness"),
    "experience": _("Has done this before, or not"),
    "reach": _("Reaches a community"),
}


class TargetForm(Form):
    tag = SelectField(
        _("Whom do you want?"),
        description=_("Choose what is in the list already to change it."),
        validators=[InputRequired(_("Choose whom you want"))],
    )
    wanted = WholeNumberField(
        _("How many?"),
        1,
        100,
        wrong=_("Enter a number of people from 1 to 100"),
        description=_("Among those who serve in the advisory group."),
        default=1,
    )
    weight = NumberField(
        _("How much does it count?"),
        0.1,
        10,
        wrong=_("Enter a number from 0.1 to 10"),
        description=_("1 is usual. 2 counts twice as much."),
        default=1,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.tag.choices = [("", gettext("Choose one")), *_choices()]

    @property
    def family(self):
        return taxonomies.facet_and_code(self.tag.data)[0]

    @property
    def code(self):
        return taxonomies.facet_and_code(self.tag.data)[1]


def family_words(family):
    return str(FAMILY_WORDS[family])


def kind_words(family, code):
    """What is wanted, as it stands beside the name of its family."""
    if family == "area":
        return area_name(code)
    if family == "route":
        return words(code).capitalize()
    if family == "experience":
        return gettext("New to this") if code == "new" else gettext("Has done this before")
    facet = taxonomies.LIVED if family == "service" else taxonomies.COMMUNITIES
    return taxonomies.label(facet, code) if taxonomies.has(facet, code) else code.replace("_", " ")


def _choices():
    return [
        (taxonomies.tag_id(family, code), f"{family_words(family)}: {kind_words(family, code)}")
        for family, codes in FAMILIES.items()
        for code in codes
    ]
