"""The form that every form is: a check against forgery, and a key that makes it count once."""

import secrets
from typing import Any

from flask import g, request
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField
from wtforms.validators import InputRequired, Length, Optional

LONGEST_VERSION = 9
NOT_KEPT = {"csrf_token", "form_key", "after"}


def strip(value: Any) -> Any:
    # A chosen member of a list is a str too, and must stay what it is.
    return value.strip() if type(value) is str else value


def _whole(text: str) -> str:
    return text.replace("\0", "")


class Form(FlaskForm):
    """Typed words lose the spaces around them; `form_key` is new each time a form is shown."""

    form_key = HiddenField(validators=[Optional(), Length(max=64)])

    class Meta(FlaskForm.Meta):
        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """The words that were sent, no file and no JSON; without NULs, which nothing can keep or show."""
            sent = None if request.is_json else super().wrap_formdata(form, formdata)
            if sent is None and formdata is not None:
                sent = g.get("typed_before")
            if sent is None:
                return None
            words = ((name, value) for name, value in sent.items(multi=True) if isinstance(value, str))
            return MultiDict((_whole(name), _whole(value)) for name, value in words)

        def bind_field(self, form: Any, unbound_field: Any, options: dict[str, Any]) -> Any:
            filters = [strip, *(unbound_field.kwargs.get("filters") or [])]
            return unbound_field.bind(form=form, filters=filters, **options)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.form_key.data:
            self.form_key.data = secrets.token_urlsafe(24)


class ChangeForm(Form):
    """A change to something as it was when the page was opened."""

    version = HiddenField(validators=[InputRequired()])

    @property
    def seen_version(self) -> int:
        """The version that was open; 0, which nothing ever has, for what cannot be one."""
        typed = self.version.data or ""
        return int(typed) if typed.isdecimal() and len(typed) <= LONGEST_VERSION else 0


class StepForm(Form):
    """One question; `after` names the answer that was there when the page was opened."""

    after = HiddenField(validators=[Optional(), Length(max=64)])

    def given(self) -> dict[str, Any]:
        """What was answered, as it is kept."""
        return {name: answer for name, answer in self.data.items() if name not in NOT_KEPT}
