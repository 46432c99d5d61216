"""Why somebody leaves; no reason is a reason."""

from flask_babel import lazy_gettext as _
from wtforms.fields.choices import SelectChoice

from recruit.web.asking import one_of
from recruit.web.forms import Form

NO_REASON = "no reason"
REASONS = (
    SelectChoice(NO_REASON, _("I would rather not say")),
    SelectChoice("time", _("I do not have the time")),
    SelectChoice("times of meetings", _("The meetings are at the wrong times")),
    SelectChoice("health", _("My health")),
    SelectChoice("caring", _("I look after someone")),
    SelectChoice("money", _("It costs me money, or I need to be paid")),
    SelectChoice("not as expected", _("It is not what I expected")),
    SelectChoice("not heard", _("I did not feel heard")),
    SelectChoice("moving", _("I am moving away")),
)


class LeaveForm(Form):
    because = one_of(
        REASONS,
        missing=_("Choose a reason, or 'I would rather not say'"),
        label=_("Why? You need not say."),
        description=_("It helps us to do better. Only the people who look after the programme see it."),
    )

    def reason(self):
        """What was given as the reason; rather not saying is none."""
        return None if self.because.data == NO_REASON else self.because.data
