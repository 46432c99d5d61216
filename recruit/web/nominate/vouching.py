"""What a nominator vouches for, when they have a few minutes more: strengths with an example, and connections."""

from flask_babel import lazy_gettext as _
from wtforms import SelectField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length

from recruit.actions.nominations import Vouched
from recruit.models.candidates import Link
from recruit.models.roles import Facet
from recruit.reference import taxonomies

LONGEST_STORY = 600


def _choices(facet):
    return [
        SelectChoice("", _("Choose from the list")),
        *(SelectChoice(code, taxonomies.label(facet, code)) for code in taxonomies.codes(facet)),
    ]


def _strength(words):
    return SelectField(
        words,
        choices=_choices(taxonomies.SKILLS),
        invalid_choice_message=_("Choose a strength from the list"),
        default="",
    )


def _story():
    return StringField(
        _("One time you saw it"),
        validators=[Length(max=LONGEST_STORY, message=_("Use at most 600 letters for each example"))],
    )


def _community(words):
    return SelectField(
        words,
        choices=_choices(taxonomies.COMMUNITIES),
        invalid_choice_message=_("Choose a community from the list"),
        default="",
    )


def _link():
    return SelectField(
        _("How do they belong there?"),
        choices=[
            SelectChoice("", _("Choose from the list")),
            SelectChoice(str(Link.MEMBER), _("They belong")),
            SelectChoice(str(Link.ACTIVE), _("They are active")),
            SelectChoice(str(Link.LEADER), _("They lead or organise")),
        ],
        invalid_choice_message=_("Say how they belong there"),
        default="",
    )


class Vouching:
    """Two strengths and two communities at most; all of it may stay empty."""

    strength_1 = _strength(_("A strength of theirs"))
    story_1 = _story()
    strength_2 = _strength(_("Another strength"))
    story_2 = _story()
    community_1 = _community(_("A community they know well"))
    link_1 = _link()
    community_2 = _community(_("Another community"))
    link_2 = _link()

    def pairs(self):
        """Each choice with the answer that belongs to it."""
        return (
            (self.strength_1, self.story_1),
            (self.strength_2, self.story_2),
            (self.community_1, self.link_1),
            (self.community_2, self.link_2),
        )

    @property
    def is_open(self):
        """Show what was answered or is wrong."""
        return any(field.data or field.errors for pair in self.pairs() for field in pair)

    def validate_story_1(self, field):
        _need_both(self.strength_1, field, _("Give one example of this strength, or take the strength out"))

    def validate_story_2(self, field):
        _need_both(self.strength_2, field, _("Give one example of this strength, or take the strength out"))

    def validate_link_1(self, field):
        _need_both(self.community_1, field, _("Say how they belong there, or take the community out"))

    def validate_link_2(self, field):
        _need_both(self.community_2, field, _("Say how they belong there, or take the community out"))

    def validate_strength_2(self, field):
        _need_another(self.strength_1, field, _("Choose another strength than the first"))

    def validate_community_2(self, field):
        _need_another(self.community_1, field, _("Choose another community than the first"))

    def vouched(self):
        strengths = [
            Vouched(facet=Facet.SKILLS, code=choice.data, example=story.data)
            for choice, story in self.pairs()[:2]
            if choice.data
        ]
        communities = [
            Vouched(facet=Facet.COMMUNITIES, code=choice.data, link=Link(link.data))
            for choice, link in self.pairs()[2:]
            if choice.data
        ]
        return (*strengths, *communities)

    def stories(self):
        return [self.story_1.data or "", self.story_2.data or ""]


def _need_both(choice, answer, words):
    if choice.data and not answer.data:
        raise ValidationError(words)
    if answer.data and not choice.data:
        raise ValidationError(_("Choose from the list what this belongs to, or empty it"))


def _need_another(first, second, words):
    if second.data and second.data == first.data:
        raise ValidationError(words)
