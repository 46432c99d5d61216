"""Which question comes when, and what stands around it."""

from flask import request, url_for
from flask_babel import gettext as _

from recruit.queries.registrations import dates_of, roles_called
from recruit.reference.questions import candidate_question
from recruit.web.availability import DAYS, REPLIES, TIMES, asked_dates, said_about_time, time_fits
from recruit.web.clock import now, today
from recruit.web.interest.forms import NEEDED, STEPS
from recruit.web.interest.words import in_words

MINUTES_A_QUESTION = 0.6


def form_of(draft, step):
    """The form of a step with what was answered before, and what is posted now."""
    before = draft.answers.get(step, {"key": "", "given": {}})
    return STEPS[step](data={**before["given"], "after": before["key"]})


def lines_of(draft, step):
    """What was answered before, in words, whatever is posted now."""
    before = draft.answers.get(step, {"given": {}})
    return in_words(step, STEPS[step](formdata=None, data=before["given"]))


def title_of(step):
    """The question in words; the dates are those of the roles, so they have words of their own."""
    return _("Can you come on these dates?") if step == "dates" else _(candidate_question(step).question)


def answered(draft):
    """Every answer so far, by step."""
    return {step: answer["given"] for step, answer in draft.answers.items()}


def roles_of(draft):
    return roles_called(answered(draft).get("roles", {}).get("roles", []), today=today())


def steps_of(draft):
    """The questions for this person: dates are asked only where there are any."""
    has_dates = bool(dates_of([role.group_id for role in roles_of(draft)], now=now()))
    return [step for step in STEPS if step != "dates" or has_dates]


def missing(draft):
    """What is needed and was not answered yet; what a nominator told us is answered once it is confirmed."""
    return [step for step in NEEDED if not draft.answers.get(step, {}).get("key")]


def next_step(draft):
    """Where to carry on: what is needed and not answered, else the question after the last one answered."""
    steps = steps_of(draft)
    last = max(
        (place for place, step in enumerate(steps) if draft.answers.get(step, {}).get("key")), default=-1
    )
    onwards = missing(draft)[:1] or steps[last + 1 : last + 2]
    return url_for("interest.ask", step=onwards[0]) if onwards else url_for("interest.check")


def onwards_from(draft, step):
    """The next question, or back to the check where somebody came from there."""
    steps = steps_of(draft)
    following = steps[steps.index(step) + 1 : steps.index(step) + 2] if step in steps else []
    if _came_from_check() or not following:
        return url_for("interest.check")
    return url_for("interest.ask", step=following[0])


def back_from(draft, step):
    steps = steps_of(draft)
    place = steps.index(step) if step in steps else 0
    if _came_from_check():
        return url_for("interest.check")
    return url_for("interest.ask", step=steps[place - 1]) if place else url_for("interest.start")


def progress(draft, step):
    """Question 3 of 12. 6 minutes left"""
    steps = steps_of(draft)
    place = steps.index(step) + 1 if step in steps else len(steps)
    minutes = max(1, round((len(steps) - place + 1) * MINUTES_A_QUESTION))
    return _(
        "Question %(place)s of %(all)s. About %(minutes)s min left",
        place=place,
        all=len(steps),
        minutes=minutes,
    )


def around(draft, step, form):
    """What a question about time shows beside itself: the grid, the dates, and how each role fits."""
    if step not in ("times", "hours", "dates"):
        return {}
    given = answered(draft) | {step: form.given()}
    roles = roles_of(draft)
    meetings = dates_of([role.group_id for role in roles], now=now())
    shown = {"fits": time_fits(roles, meetings, said_about_time(given)), "days": DAYS, "times": TIMES}
    if step == "dates":
        shown |= {"dates": asked_dates(meetings, form.replies.data), "replies": REPLIES}
    return shown


def _came_from_check():
    return request.args.get("then") == "check"
