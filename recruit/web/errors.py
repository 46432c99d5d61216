"""What a page says when something is refused, missing, busy or broken."""

from traceback import format_tb
from urllib.parse import quote, unquote, urlsplit

from flask import Flask, Response, current_app, g, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from recruit.actions.refusals import Refused
from recruit.extensions import db


def install(app: Flask) -> None:
    app.register_error_handler(Refused, refused)
    app.register_error_handler(StaleDataError, stale)
    app.register_error_handler(CSRFError, forged)
    app.register_error_handler(IntegrityError, crossed)
    app.register_error_handler(DataError, unreadable)
    app.register_error_handler(OperationalError, busy)
    app.register_error_handler(HTTPException, other)
    app.register_error_handler(Exception, broken)


def refused(refusal: Refused) -> Response:
    db.session.rollback()
    return _say(409, _("We cannot do that now"), str(refusal))


def stale(_error: StaleDataError) -> Response:
    db.session.rollback()
    return _say(
        409,
        _("Somebody changed this while you had it open"),
        _("Nothing of yours was saved. Go back, look at the new version, and try again."),
    )


def crossed(error: IntegrityError) -> Response:
    """Two did the same at once, and the rules of the database let one through."""
    db.session.rollback()
    _note(error)
    return _say(
        409,
        _("Somebody did this at the same moment"),
        _("Nothing of yours was saved. Go back, look at how it is now, and try again if you still need to."),
    )


def unreadable(error: DataError) -> Response:
    """Something that no column can hold, which no form let us send."""
    db.session.rollback()
    _note(error)
    return _say(400, _("We could not read that"), _("Go back and try again, or call us."))


def forged(_error: CSRFError) -> Response:
    return _say(
        400,
        _("This page was open too long"),
        _("Your words are still in the form. Go back, reload the page and send it again."),
    )


def signed_out() -> Response:
    """What may not be kept is shown once more to whoever sent it."""
    return _say(
        401,
        _("You were signed out, and this page was not saved"),
        _(
            "We kept nothing of it. What you typed is below: copy it, sign in, and send it again."
            " Your browser's back button may still hold the page."
        ),
        typed=_typed(),
    )


def busy(error: OperationalError) -> Response:
    """A locked or restarting database: nothing was kept, and what was typed is still there.

    The page asks the database nothing, or it would be busy too.
    """
    current_app.logger.warning(
        "The database did not answer at %s: %s", request.endpoint, type(error.orig).__name__
    )
    db.session.rollback()
    g.signed_in, g.without_rows = None, True
    response = _say(
        503,
        _("We are busy"),
        _("Nothing was saved. What you typed is kept below. Wait a moment, then send it again."),
        typed=_typed(),
    )
    response.headers["Retry-After"] = "5"
    return response


def other(error: HTTPException) -> Response:
    words = {
        404: (_("There is nothing here"), _("The link may be old, or you may need to sign in.")),
        405: (_("That is not how this page works"), _("Go back and use the button on the page.")),
        413: (_("That is too much at once"), _("Send less text, or call us and we will help.")),
        429: (_("That was too fast"), _("Wait a minute, then try again.")),
    }
    heading, sentence = words.get(
        error.code or 500, (_("We could not read that"), _("Go back and try again, or call us."))
    )
    return _say(error.code or 500, heading, sentence)


def broken(error: Exception) -> Response:
    db.session.rollback()
    g.signed_in, g.without_rows = None, True
    _note(error)
    return _say(500, _("Something broke on our side"), _("We have noted it. Try again, or call us."))


def _note(error: Exception) -> None:
    """The words of an error may hold somebody's name; where it happened holds none."""
    where = "".join(format_tb(error.__traceback__))
    current_app.logger.error("%s at %s\n%s", type(error).__name__, request.endpoint, where)


def _way_back() -> str:
    """The page they came from, when it is one of ours; a form's own address may take posts only."""
    came_from = urlsplit(request.referrer or "")
    if came_from.netloc == request.host:
        return _of_ours(unquote(came_from.path))
    return _of_ours(request.path) if request.method == "GET" else "/"


def _of_ours(path: str) -> str:
    """One slash in front, or a browser takes what follows two for another house."""
    return f"/{quote(path.lstrip('/'))}"


def _typed() -> list[tuple[str, str]]:
    secret = {"csrf_token", "form_key", "code"}
    return [(name, value) for name, value in request.form.items(multi=True) if name not in secret]


def _say(status: int, heading: str, sentence: str, typed: list[tuple[str, str]] | None = None) -> Response:
    if request.htmx and status == 409:
        refusal = render_template("components/_refusal.html", sentence=sentence)
        return Response(refusal, status, {"HX-Retarget": "#refusal", "HX-Reswap": "outerHTML"})
    page = render_template(
        "public/problem.html", heading=heading, sentence=sentence, typed=typed or [], url=_way_back()
    )
    return Response(page, status)
