"""The form on paper, made from the same questions as the pages: boxes to tick with a pen, lines to write on."""

from dataclasses import dataclass

from flask_babel import gettext as _

from recruit.reference import taxonomies
from recruit.reference.areas import AREAS
from recruit.reference.questions import candidate_questions
from recruit.web.availability import DAYS, TIMES

# What a pen cannot answer: the start, the check on a page, and what is asked apart or later.
NOT_ON_PAPER = {"start", "check", "eq_all", "later"}
# Boxes that stay empty for what the list does not hold.
LINES = {"text": 1, "radio": 1, "checkbox": 2, "textarea": 6}
A_GRID = "times"


@dataclass(frozen=True)
class OnPaper:
    """One question: its boxes, or its lines, or the grid of the week."""

    number: int
    question: str
    hint: str
    boxes: list[str]
    lines: int
    is_grid: bool


def stages_on_paper(roles):
    """Each stage of the form by its name, with its questions in order."""
    stages = {}
    asked = [each for each in candidate_questions() if each.field not in NOT_ON_PAPER]
    for number, question in enumerate(asked, start=1):
        boxes = _boxes(question, roles)
        stages.setdefault(_(question.stage.lstrip("0123456789 ")), []).append(
            OnPaper(
                number=number,
                question=_(question.question),
                hint=_hint(question),
                boxes=boxes,
                lines=0 if boxes or question.field == A_GRID else LINES.get(question.kind, 1),
                is_grid=question.field == A_GRID,
            )
        )
    return stages


def week():
    """The days and the parts of a day of the grid."""
    return [str(words) for _code, words in DAYS], [str(words) for _code, words in TIMES]


def _hint(question):
    """What a page fills in or does by itself is not said on paper."""
    if question.field == "lived_tags":
        return _("Tick what fits. Only what you tick counts.")
    return _(question.hint) if question.hint and "{" not in question.hint else ""


def _boxes(question, roles):
    lists = {
        "area": list(AREAS.values()),
        "roles": [*(role.versions[-1].title for role in roles), _("I am not sure yet")],
        "lived_tags": _tags(taxonomies.LIVED),
        "skills_tags": _tags(taxonomies.SKILLS),
        "communities": _tags(taxonomies.COMMUNITIES),
        "interests": [_("No"), _("Yes")],
    }
    return lists.get(question.field) or [_(choice) for choice in question.choices]


def _tags(facet):
    return [words for _code, words in taxonomies.plain_choices(facet)]
