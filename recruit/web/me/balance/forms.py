"""The balance questions on one page, and the one choice of what becomes of the answers."""

from functools import cache

from flask_babel import lazy_gettext as _
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf

from recruit.models.vault import BalanceUse
from recruit.reference.equality import equality_questions
from recruit.web.asking import one_of
from recruit.web.forms import StepForm

NOTHING_KEPT = "nothing kept"
EQUALITY = "eq-"


class BalanceForm(StepForm):
    """The choice; the questions are added from the list, each with nothing chosen."""

    use = one_of(
        [
            SelectChoice(str(BalanceUse.COUNT_ONLY), _("Count me, and nothing more")),
            SelectChoice(
                str(BalanceUse.COUNT_AND_BALANCE), _("Count me, and use it to choose balanced groups")
            ),
            SelectChoice(NOTHING_KEPT, _("Keep nothing, and delete what I said before")),
        ],
        missing=_("Choose what we may do with these answers"),
        label=_("What may we do with these answers?"),
        description=_("You can change this, or delete it all, on any day."),
    )

    def answers(self):
        """What was answered, by question; what was left alone is not there."""
        said = ((code_of(bound), bound.data) for bound in self.asked())
        return {code: answer for code, answer in said if answer}

    def asked(self):
        return [bound for bound in self if bound.name.startswith(EQUALITY)]

    def given(self):
        return {"use": self.use.data, "answers": self.answers()}


@cache
def balance_form():
    """The form with every question of the list; made once, as the list is read once."""
    questions = {EQUALITY + each.code: _select(each) for each in equality_questions()}
    return type("BalanceQuestions", (BalanceForm,), questions)


def code_of(bound):
    return bound.name.removeprefix(EQUALITY)


def _select(question):
    return SelectField(
        _(question.question),
        description=_(question.hint) if question.hint else "",
        choices=[
            SelectChoice("", _("No answer")),
            *(SelectChoice(each, _(each)) for each in question.options),
        ],
        validators=[AnyOf(("", *question.options), message=_("Choose an answer from the list"))],
        validate_choice=False,
        default="",
    )
