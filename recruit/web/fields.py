"""How a form field becomes a question on a page: WTForms fields drawn by the nhsuk macros."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from jinja2 import ChainableUndefined, Environment, PackageLoader
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    EmailField,
    Field,
    FieldList,
    FormField,
    HiddenField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    TelField,
    TextAreaField,
    URLField,
)
from wtforms.utils import unset_value
from wtforms.validators import Length

BOXES = ("day", "month", "year")

# Their macros lean on missing names; ours may not, so theirs live in an environment of their own.
_nhsuk = Environment(
    loader=PackageLoader("nhsuk_frontend_jinja"),
    undefined=ChainableUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


class DayField(Field):
    """A day typed into three boxes; what was typed stays, even when it is no day."""

    def __init__(self, label=None, validators=None, *, message=None, **kwargs):
        super().__init__(label, validators, **kwargs)
        self.message = message or lazy_gettext("Enter a real day, like 3 4 2027")
        self.typed = {}

    def process(self, formdata, data=unset_value, extra_filters=None):
        sent = None
        if formdata is not None:
            texts = [" ".join(formdata.getlist(f"{self.name}-{box}")).strip() for box in BOXES]
            sent = MultiDict({self.name: "-".join(texts)} if any(texts) else {})
        super().process(sent, data, extra_filters)
        if sent is not None:
            # What was typed stands in the boxes, not the day the form began with.
            self.typed = dict(zip(BOXES, texts, strict=True))

    def process_data(self, value):
        self.data = value
        if value is not None:
            self.typed = {box: str(getattr(value, box)) for box in BOXES}

    def process_formdata(self, valuelist):
        self.data = None
        if not valuelist:
            return
        try:
            day, month, year = (int(text) for text in valuelist[0].split("-"))
            self.data = date(year, month, day)
        except (ValueError, OverflowError):
            raise ValueError(self.message) from None


def install(app):
    """Give every template `field(...)` and `error_summary(...)`."""
    app.jinja_env.globals.update(field=field, error_summary=error_summary)


def field(bound, *, heading=False, hint=None, classes="", reveal=None, **attributes):
    """Draw a field with its label, hint and error; other keywords become attributes of the control.

    `heading` makes the label the h1 of the page; `reveal` maps a checkbox value to the field it uncovers.
    """
    kept = {**(bound.render_kw or {}), **{name.replace("_", "-"): text for name, text in attributes.items()}}
    params = {"id": bound.id, "name": bound.name, "classes": classes, "attributes": kept}
    if hint or bound.description:
        params["hint"] = {"text": str(hint or bound.description)}
    if bound.errors:
        params["errorMessage"] = {"text": str(bound.errors[0]), "visuallyHiddenText": _("Error")}
    label = {"text": str(bound.label.text)}
    if heading:
        label |= {"isPageHeading": True, "size": "l"}
    draw = next(drawing for kind, drawing in _DRAWINGS if isinstance(bound, kind))
    return draw(bound, params, label, reveal or {})


def error_summary(form):
    """The box at the top of a form that was not accepted; nothing when there is nothing to mend."""
    items = [{"text": str(text)} for text in form.form_errors]
    items += [_summary_line(bound) for bound in _faulty(form)]
    if not items:
        return Markup("")
    return _macro("error-summary", "errorSummary", {"titleText": _("There is a problem"), "errorList": items})


def _faulty(fields):
    for bound in fields:
        if isinstance(bound, FormField | FieldList):
            yield from _faulty(bound)
        elif bound.errors:
            yield bound


def _summary_line(bound):
    line = {"text": str(bound.errors[0])}
    if not isinstance(bound, HiddenField):
        line["href"] = f"#{bound.id}-day" if isinstance(bound, DayField) else f"#{bound.id}"
    return line


def _macro(component, name, params):
    macro = getattr(_nhsuk.get_template(f"nhsuk/components/{component}/macro.jinja").module, name)
    return Markup(macro(params))


def _named(params, *names):
    """Move attributes that the macro knows by name out of the general ones."""
    moved = {name: params["attributes"].pop(name) for name in names if name in params["attributes"]}
    return {**params, **moved}


def _draw_line(bound, params, label, reveal):
    known = next((kind for kind in _LINES if isinstance(bound, kind)), Field)
    params = _named(params, "autocomplete", "inputmode", "spellcheck", "width")
    secret = isinstance(bound, PasswordField)
    value = "" if secret else bound._value()
    return _macro("input", "input", {**_LINES[known], **params, "label": label, "value": str(value)})


def _draw_long_text(bound, params, label, reveal):
    params = _named(params, "autocomplete", "spellcheck", "rows")
    params |= {"label": label, "value": bound._value()}
    longest = max((rule.max for rule in bound.validators if isinstance(rule, Length)), default=-1)
    if longest < 1:
        return _macro("textarea", "textarea", params)
    return _macro("character-count", "characterCount", {**params, "maxlength": longest, **_count_words()})


def _count_words():
    return {
        "textareaDescriptionText": _("You can write up to %{count} characters"),
        "charactersUnderLimitText": {
            "one": _("You have %{count} character left"),
            "other": _("You have %{count} characters left"),
        },
        "charactersAtLimitText": _("You have no characters left"),
        "charactersOverLimitText": {
            "one": _("You have %{count} character too many"),
            "other": _("You have %{count} characters too many"),
        },
    }


def _draw_select(bound, params, label, reveal):
    items = [
        {"value": str(choice.value), "text": str(choice.label), "selected": choice.selected}
        for choice in bound.iter_choices()
    ]
    return _macro("select", "select", {**params, "label": label, "items": items})


def _draw_group(component):
    def draw(bound, params, label, reveal):
        params |= {"idPrefix": params.pop("id"), "fieldset": {"legend": label}}
        attributes = params.pop("attributes")
        params["items"] = [_item(choice, attributes, reveal) for choice in bound.iter_choices()]
        return _macro(component, component, params)

    return draw


def _item(choice, attributes, reveal):
    own = dict(choice.render_kw or {})
    item = {"value": str(choice.value), "text": str(choice.label), "checked": choice.selected}
    if hint := own.pop("hint", None):
        item["hint"] = {"text": str(hint)}
    if behaviour := own.pop("behaviour", None):
        item["behaviour"] = behaviour
    if choice.value in reveal:
        # Drawn by this adapter, so it is markup and already escaped.
        item["conditional"] = {"html": field(reveal[choice.value])}
    return item | {"attributes": {**attributes, **own}}


def _draw_tick(bound, params, label, reveal):
    """One box to tick: the hint belongs to the box, and there is no question above it."""
    attributes = params.pop("attributes")
    item = {"value": "y", "text": label["text"], "checked": bool(bound.data), "attributes": attributes}
    if "hint" in params:
        item["hint"] = params.pop("hint")
    params["idPrefix"] = params.pop("id")
    return _macro("checkboxes", "checkboxes", {**params, "items": [item]})


def _draw_day(bound, params, label, reveal):
    words = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    params["items"] = [
        {
            "id": f"{bound.id}-{box}",
            "name": f"{bound.name}-{box}",
            "label": words[box],
            "value": bound.typed.get(box, ""),
            "width": 4 if box == "year" else 2,
            "error": bool(bound.errors),
        }
        for box in BOXES
    ]
    return _macro("date-input", "dateInput", {**params, "fieldset": {"legend": label}})


_LINES = {
    EmailField: {"type": "email", "autocomplete": "email", "spellcheck": False},
    TelField: {"type": "tel", "autocomplete": "tel"},
    PasswordField: {"type": "password", "autocomplete": "current-password", "spellcheck": False},
    URLField: {"type": "url", "spellcheck": False},
    IntegerField: {"inputmode": "numeric", "width": 5},
    Field: {},
}

# The first kind that fits draws the field: special kinds stand above the general ones.
_DRAWINGS = (
    (DayField, _draw_day),
    (RadioField, _draw_group("radios")),
    (SelectMultipleField, _draw_group("checkboxes")),
    (SelectField, _draw_select),
    (BooleanField, _draw_tick),
    (TextAreaField, _draw_long_text),
    (Field, _draw_line),
)
