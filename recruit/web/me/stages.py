"""Where a person is, what comes next, and by when we promised it."""

from dataclasses import dataclass
from datetime import timedelta

from flask_babel import gettext as _

from recruit.models.states import Stage
from recruit.web.clock import LONDON
from recruit.web.filters import day, in_words

DONE, NOW, TO_COME = "done", "now", "to-come"
PROMISED = {
    Stage.REGISTERED: timedelta(days=14),
    Stage.INTERESTED: timedelta(days=28),
    Stage.SHORTLISTED: timedelta(days=28),
    Stage.CHOSEN: timedelta(days=28),
}
# How far along the line each stage stands; what is left of it is done.
PLACES = {
    Stage.REGISTERED: 2,
    Stage.INVITED: 2,
    Stage.ATTENDED: 3,
    Stage.INTERESTED: 4,
    Stage.SHORTLISTED: 4,
    Stage.CHOSEN: 6,
    Stage.NEXT_IN_LINE: 6,
    Stage.NOT_THIS_TIME: 6,
}


@dataclass(frozen=True)
class StageOnPage:
    name: str
    when: str
    state: str


@dataclass(frozen=True)
class NextStep:
    """One sentence for now, and the day we promised; `is_late` when that day is over."""

    words: str
    promise: str = ""
    is_late: bool = False


def line_of(candidate, candidacy, attendance):
    """The line of stages with days, for the page."""
    place = PLACES.get(candidacy.stage, 0)
    if candidate.about_done_at is None:
        place = min(place, 1)
    since = _on(candidacy.stage_since)
    steps = [
        (_("Registered"), _on(candidate.registered_at)),
        (
            _("About you"),
            _on(candidate.about_done_at) if candidate.about_done_at else _("When you are ready"),
        ),
        (_("Workshop"), _on(attendance.workshop.starts_at) if attendance else ""),
        (_("Your yes"), since if candidacy.stage is Stage.INTERESTED else ""),
        (_("Being read"), since if candidacy.stage is Stage.SHORTLISTED else ""),
        (_("Decision"), since if place == 6 else ""),
    ]
    return [StageOnPage(name, when, _state(step, place)) for step, (name, when) in enumerate(steps)]


def next_step_of(candidate, candidacy, attendance, *, serves_on, today):
    """What happens next, in one sentence; `serves_on` names the groups somebody sits in or belongs to."""
    if candidate.about_done_at is None:
        return NextStep(_("Next: tell us about yourself. We look at nobody before that."))
    if serves_on and candidacy.stage in (Stage.CHOSEN, Stage.NEXT_IN_LINE):
        return NextStep(_("You serve on %(groups)s. Thank you.", groups=in_words(serves_on)))
    words = {
        Stage.REGISTERED: _("We have your answers. We invite you to a workshop, or call you."),
        Stage.INVITED: _("You are invited to the workshop."),
        Stage.ATTENDED: _("You came to the workshop. Would you like to do this? Tell us below."),
        Stage.INTERESTED: _("You said yes. We read your answers now."),
        Stage.SHORTLISTED: _("We are reading your answers. A panel of people decides."),
        Stage.CHOSEN: _("You were chosen. We ask you before we give you a seat."),
        Stage.NEXT_IN_LINE: _("You are next in line. We call you when a seat is free."),
        Stage.NOT_THIS_TIME: _("Not this time. You can ask us why, and you can stand for other roles."),
        Stage.PAUSED: _("You are taking a break. Nothing happens until you are back."),
        Stage.WITHDRAWN: _("You withdrew. You can come back any day."),
    }[candidacy.stage]
    if candidacy.stage is Stage.INVITED and attendance is not None:
        return NextStep(words, _on(attendance.workshop.starts_at))
    promised = PROMISED.get(candidacy.stage)
    if promised is None:
        return NextStep(words)
    by = (max(candidacy.stage_since, candidate.about_done_at) + promised).astimezone(LONDON).date()
    return NextStep(words, day(by), is_late=by < today)


def _state(step, place):
    return DONE if step < place else NOW if step == place else TO_COME


def _on(instant):
    return day(instant.astimezone(LONDON).date())
