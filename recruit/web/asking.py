"""How a question of our lists becomes the label, the hint and the choices of a field."""

from flask_babel import lazy_gettext as _
from wtforms import RadioField, SelectMultipleField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired

FEWEST_DIGITS, LONGEST_NUMBER = 8, 18


def asks(question):
    """The words of a question, as arguments of a field; an empty hint is none."""
    return {"label": _(question.question), "description": _(question.hint) if question.hint else ""}


def worded(values, words):
    """Choices: each value with the words that stand for it, in the order of the list."""
    return [SelectChoice(str(value), _(word)) for value, word in zip(values, words, strict=True)]


def one_of(choices, *, missing, label, description="", validators=()):
    """A question with one answer; `missing` says what to do when there is none."""
    return RadioField(
        label,
        description=description,
        choices=choices,
        invalid_choice_message=missing,
        validators=[*validators, DataRequired(missing)],
    )


def some_of(choices, *, wrong, label, description="", validators=()):
    """A question with as many answers as are true."""
    return SelectMultipleField(
        label,
        description=description,
        choices=choices,
        invalid_choice_message=wrong,
        validators=list(validators),
    )


def be_a_phone_number(field):
    """Digits with the signs that people put between them; long enough for a number from abroad."""
    typed = field.data or ""
    is_number = not set(typed) - set("0123456789 +()-.") and len(typed) <= LONGEST_NUMBER
    if not is_number or sum(letter.isdigit() for letter in typed) < FEWEST_DIGITS:
        raise ValidationError(_("Enter a phone number, like 020 7946 0999"))
