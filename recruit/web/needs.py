"""Needs and money: what may be ticked, and the words for it wherever it is opened."""

from flask_babel import lazy_gettext as _
from wtforms.fields.choices import SelectChoice

from recruit.reference.questions import candidate_question
from recruit.web.asking import worded

ACCESS = [
    SelectChoice("step free", _("A place without steps")),
    SelectChoice("hearing", _("A hearing loop, or captions on the screen")),
    SelectChoice("signing", _("A sign language interpreter")),
    SelectChoice("interpreter", _("An interpreter for my language")),
    SelectChoice("large print", _("Papers in large print or on tape")),
    SelectChoice("easy read", _("Papers in easy read")),
    SelectChoice("breaks", _("Breaks, or a quiet room")),
    SelectChoice("companion", _("Somebody to come with me")),
    SelectChoice("care cover", _("Cover for somebody I look after")),
    SelectChoice("travel", _("A lift, or help with the way")),
    SelectChoice("online", _("Help to join online")),
    SelectChoice("talk first", _("A talk before the first meeting")),
]
MONEY = worded(("no", "yes", "talk", "unpaid"), candidate_question("money").choices)


def help_in_words(needs):
    """What would help, one line each."""
    ticked = [str(choice.label) for choice in ACCESS if choice.value in needs.get("access", ())]
    return ticked + [words for words in [needs.get("access_words")] if words]


def money_in_words(needs):
    return [str(choice.label) for choice in MONEY if choice.value == needs.get("money")]
