"""Turn a template into an answer: the part for htmx, the whole page for everyone else."""

from typing import Any

from flask import Response, make_response, render_template, request


def page(template: str, *, part: str | None = None, status: int = 200, **context: Any) -> Response:
    """The part when htmx asks for one; a form that came back with errors says so by its status."""
    wants_part = part is not None and request.htmx and not request.htmx.history_restore_request
    return make_response(render_template(part if wants_part else template, **context), status)


def form_page(template: str, *, form: Any, part: str | None = None, **context: Any) -> Response:
    """A page with a form on it: 422 once the form has something to say."""
    is_wrong = request.method == "POST" and form.errors
    return page(template, part=part, status=422 if is_wrong else 200, form=form, **context)
