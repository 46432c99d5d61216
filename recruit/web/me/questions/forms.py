"""The later questions, one on each page; each may be skipped, and says so."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length

from recruit.models.taking_part import TouchesWork
from recruit.queries.taking_part import NO, YES
from recruit.reference.questions import candidate_question
from recruit.web.asking import asks, one_of, some_of, worded
from recruit.web.forms import StepForm
from recruit.web.me.about.forms import CONTACT_ONLY
from recruit.web.needs import ACCESS, MONEY

_long = Length(max=1500, message=_("Use at most 1,500 letters"))
_short = Length(max=600, message=_("Use at most 600 letters"))


def _words(field, limit, rows):
    return TextAreaField(**asks(candidate_question(field)), validators=[limit], render_kw={"rows": rows})


class _InOwnWords(StepForm):
    contact_only = BooleanField(CONTACT_ONLY)


class ChallengeForm(_InOwnWords):
    challenge_text = _words("challenge_text", _long, "6")


class VisionForm(_InOwnWords):
    vision_text = _words("vision_text", _long, "6")


class NotTimesForm(StepForm):
    not_times = _words("not_times", _short, "3")


class OtherRolesForm(StepForm):
    other_roles = _words("other_roles", _short, "3")


class InterestsForm(StepForm):
    touches_work = one_of(
        [
            SelectChoice(str(TouchesWork.NO), _("No")),
            SelectChoice(str(TouchesWork.YES), _("Yes")),
            SelectChoice(str(TouchesWork.NOT_SURE), _("I am not sure")),
        ],
        missing=_("Say whether your work, or your family's work, touches this one"),
        **asks(candidate_question("interests")),
    )
    interest = TextAreaField(
        _("If it does, tell us how"),
        description=_("It does not stop you. Staff read it. The panel does not."),
        validators=[_short],
        render_kw={"rows": "3"},
    )

    def validate_interest(self, field):
        if self.touches_work.data == TouchesWork.YES and not field.data:
            raise ValidationError(_("Tell us how it touches this work. A few words is fine"))


class PairForm(StepForm):
    pair_wish = StringField(
        **asks(candidate_question("pair")),
        validators=[Length(max=200, message=_("Enter a name of at most 200 letters"))],
    )


class CallForm(StepForm):
    wants_call = one_of(
        worded((YES, NO), candidate_question("questions").choices),
        missing=_("Say whether we should call you"),
        **asks(candidate_question("questions")),
    )


class AccessForm(StepForm):
    access = some_of(ACCESS, wrong=_("Choose from the list"), **asks(candidate_question("access")))
    access_words = TextAreaField(
        _("Is there more that would help?"), validators=[_short], render_kw={"rows": "3"}
    )


class MoneyForm(StepForm):
    money = one_of(
        MONEY,
        missing=_("Choose one, or press Skip"),
        **asks(candidate_question("money")),
    )


STEPS = {
    "challenge_text": ChallengeForm,
    "vision_text": VisionForm,
    "not_times": NotTimesForm,
    "access": AccessForm,
    "money": MoneyForm,
    "other_roles": OtherRolesForm,
    "interests": InterestsForm,
    "pair_wish": PairForm,
    "wants_call": CallForm,
}
# The field that carries the question of a step, where it has another name.
ASKED_BY = {"interests": "touches_work"}
BESIDE = {
    "challenge_text": "contact_only",
    "vision_text": "contact_only",
    "access": "access_words",
    "interests": "interest",
}
