"""The questions about you; nothing but the first and the choice of readers must be answered."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, Field, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.utils import unset_value
from wtforms.validators import DataRequired, Length

from recruit.actions.about_you import ASKED_APART, CARER, LOST, PARENT
from recruit.models.candidates import Link, Perspective, SeenBy
from recruit.reference.questions import candidate_question
from recruit.reference.taxonomies import COMMUNITIES, LINKS, LIVED, SKILLS, codes, plain_label
from recruit.web.asking import asks, one_of, some_of, worded
from recruit.web.forms import Form

USES, CITIZEN = "uses services", "citizen"
MOST_SKILLS = 6
LINK = "link-"
CONTACT_ONLY = _("Only the person I talk to may see this")
SIDES = (
    (Perspective.SELF, _("Me")),
    (Perspective.CARER_FAMILY, _("Someone close")),
    (Perspective.BEREAVED, _("I lost someone")),
)
LIVED_CODES = [code for code in codes(LIVED) if code not in {apart for apart, _side in ASKED_APART}]

_long = Length(max=1500, message=_("Use at most 1,500 letters"))
_short = Length(max=600, message=_("Use at most 600 letters"))


class PerspectiveForm(Form):
    perspective = some_of(
        worded((USES, CARER, PARENT, LOST, CITIZEN), candidate_question("perspective").choices),
        wrong=_("Choose from the list"),
        validators=[DataRequired(_("Choose at least one that fits you"))],
        **asks(candidate_question("perspective")),
    )


class LivedForm(Form):
    lived_text = TextAreaField(
        **asks(candidate_question("lived_text")), validators=[_long], render_kw={"rows": "6"}
    )
    lived = some_of(
        [
            SelectChoice(
                f"{code}:{perspective}", _("%(lived)s: %(side)s", lived=plain_label(LIVED, code), side=side)
            )
            for code in LIVED_CODES
            for perspective, side in SIDES
        ],
        wrong=_("Tick from the list"),
        label=_("Do any of these fit?"),
        description=_(
            "Tick the ones that are right: did it happen to you, or to someone close? Only what you tick will count."
        ),
    )
    lived_privacy = one_of(
        worded(SeenBy, candidate_question("lived_privacy").choices),
        missing=_("Say who may see what you wrote"),
        label=_("Who may see what you wrote?"),
        description=_("What you ticked counts either way."),
    )

    def tags(self):
        pairs = (tag.split(":") for tag in self.lived.data)
        return [(code, Perspective(perspective)) for code, perspective in pairs]


class SkillsForm(Form):
    skills = some_of(
        worded(codes(SKILLS), [plain_label(SKILLS, code) for code in codes(SKILLS)]),
        wrong=_("Choose from the list"),
        **asks(candidate_question("skills_tags")),
    )

    def validate_skills(self, field):
        if len(field.data) > MOST_SKILLS:
            raise ValidationError(_("Choose at most six: the ones you would most like to use"))


class ExampleForm(Form):
    skills_text = TextAreaField(
        **asks(candidate_question("skills_text")), validators=[_long], render_kw={"rows": "6"}
    )
    contact_only = BooleanField(CONTACT_ONLY)
    shows = some_of(
        [],
        wrong=_("Choose from what you ticked before"),
        label=_("Which of these does it show?"),
        description=_("An example counts for more than a tick."),
    )

    def __init__(self, skills, **kwargs):
        super().__init__(**kwargs)
        self.shows.choices = worded(skills, [plain_label(SKILLS, code) for code in skills])


class LinksField(Field):
    """How somebody is tied to each community: `link-<code>` holds member, active, leader or nothing."""

    def process(self, formdata, data=unset_value, extra_filters=None):
        self.process_errors, self.data = [], {} if data is unset_value else dict(data or {})
        if formdata is not None:
            self.data = {
                name.removeprefix(LINK): formdata[name] for name in formdata if name.startswith(LINK)
            }

    def pre_validate(self, form):
        for code, link in self.data.items():
            if code not in codes(COMMUNITIES) or link not in {"", *Link}:
                raise ValidationError(_("For each group, choose from its list"))


class CommunitiesForm(Form):
    communities = LinksField(**asks(candidate_question("communities")))
    community_text = TextAreaField(
        **asks(candidate_question("community_text")), validators=[_short], render_kw={"rows": "4"}
    )
    contact_only = BooleanField(CONTACT_ONLY)

    def links(self):
        return {code: Link(link) for code, link in self.communities.data.items() if link}


LINK_WORDS = [("", _("I do not know this group")), *((link, _(words)) for link, words in LINKS.items())]
