"""Which later question comes when, what is done, and how long the rest takes."""

from dataclasses import dataclass

from flask import request, url_for
from flask_babel import gettext as _

from recruit.actions.vault import own_needs
from recruit.queries.taking_part import balance_use_of, parts_of_about_you, taking_part_of, told_openly
from recruit.reference.questions import candidate_question
from recruit.web.elsewhere import mark_of
from recruit.web.me.questions.forms import ASKED_BY, BESIDE, STEPS

MINUTES_A_QUESTION = 0.8
LISTED_AS = {"pair_wish": "pair", "wants_call": "questions"}
# Asked in rooms of their own: the part, and the question that stands for it.
ABOUT_YOU = {
    "perspective": "perspective",
    "lived": "lived_text",
    "skills": "skills_tags",
    "example": "skills_text",
}
IN_OWN_WORDS = ("challenge_text", "vision_text")
NEEDS = ("access", "money")
BEING_THERE = ("not_times", "other_roles", "interests", "pair_wish", "wants_call")


@dataclass(frozen=True)
class Task:
    """One line of the list: where it leads, and whether it has an answer."""

    title: str
    url: str
    is_done: bool


@dataclass(frozen=True)
class Section:
    title: str
    tasks: tuple[Task, ...]


def answers_of(person):
    """Everything told so far, by question; needs and money come out of the vault for their owner alone."""
    needs = own_needs(person)
    told = told_openly(person)
    if "access" in needs:
        told["access"] = {"access": needs["access"], "access_words": needs["access_words"]}
    if "money" in needs:
        told["money"] = {"money": needs["money"]}
    return told


def form_of(told, step):
    """The form of a question with what was answered before, and what is posted now."""
    before = told.get(step)
    return STEPS[step](data={**(before or {}), "after": mark_of(before)})


def title_of(step):
    return _(candidate_question(LISTED_AS.get(step, step)).question)


def sections_of(person, told):
    """The list of tasks, in the order of the questions."""
    done = parts_of_about_you(person)
    rooms = [
        Task(_(candidate_question(asked).question), url_for(f"me.about.{part}"), part in done)
        for part, asked in ABOUT_YOU.items()
    ]
    groups = Task(
        _(candidate_question("communities").question),
        url_for("me.about.communities"),
        "communities" in done or person.about_done_at is not None,
    )
    free = Task(
        _(candidate_question("times").question), url_for("me.availability.change"), "availability" in done
    )
    return (
        Section(_("About you"), (*rooms, *_tasks(IN_OWN_WORDS, told), groups)),
        Section(_("Being there"), (free, *_tasks(BEING_THERE, told))),
        Section(_("Needs and money"), tuple(_tasks(NEEDS, told))),
        Section(_("Last, and apart"), (_balance(person),)),
    )


def words_left(sections):
    """How many questions wait, and about how long they take."""
    left = sum(not task.is_done for section in sections for task in section.tasks)
    if not left:
        return _("You have answered everything. You can change any of it.")
    minutes = max(1, round(left * MINUTES_A_QUESTION))
    return _("%(left)s left, about %(minutes)s minutes. Stop any time.", left=left, minutes=minutes)


def progress(step):
    place = list(STEPS).index(step) + 1
    return _("Question %(place)s of %(all)s", place=place, all=len(STEPS))


def onwards_from(step):
    """The next question; the question before the communities leads there, as the list has it."""
    if request.args.get("then") == "check":
        return url_for("me.questions.check")
    if step == IN_OWN_WORDS[-1]:
        return url_for("me.about.communities")
    following = list(STEPS)[list(STEPS).index(step) + 1 :]
    return url_for("me.questions.ask", step=following[0]) if following else url_for("me.questions.check")


def back_from():
    return url_for("me.questions.check" if request.args.get("then") == "check" else "me.questions.show")


def lines_of(told, step):
    """What was answered, in the words of its page."""
    if step not in told:
        return []
    form = STEPS[step](formdata=None, data=told[step])
    names = (ASKED_BY.get(step, step), BESIDE.get(step))
    return [line for name in names if name for line in _in_words(form[name])]


def _in_words(field):
    if hasattr(field, "iter_choices"):
        return [str(choice.label) for choice in field.iter_choices() if choice.selected]
    if isinstance(field.data, bool):
        return [str(field.label.text)] if field.data else []
    return [field.data] if field.data else []


def _tasks(steps, told):
    return [Task(title_of(step), url_for("me.questions.ask", step=step), step in told) for step in steps]


def _balance(person):
    row = taking_part_of(person)
    is_done = balance_use_of(person) is not None or bool(row and row.balance_asked_at)
    return Task(_(candidate_question("eq_all").question), url_for("me.balance.ask"), is_done)
