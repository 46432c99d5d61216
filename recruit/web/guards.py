"""Who is at the door: the session behind the cookie, and what each door asks of it."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from flask import Flask, Response, abort, g, redirect, request, session, url_for
from flask_babel import gettext as _

from recruit.extensions import db
from recruit.models.accounts import Account, Power, SignedIn
from recruit.models.candidates import Candidate
from recruit.models.programmes import Programme
from recruit.queries.people_who_sign_in import candidate_once_behind, session_with
from recruit.storage import only_reading
from recruit.web.clock import now
from recruit.web.drafts import held_draft_id, hold_draft
from recruit.web.errors import signed_out
from recruit.web.unsaved import UNSAVED, keep_typed

COOKIE = "signed_in"
BROWSER = "browser"
PROGRAMME = "programme"
TOUCH_EVERY = timedelta(minutes=1)
NO_WRITING = {"GET", "HEAD", "OPTIONS"}


@dataclass(frozen=True)
class SignedInPerson:
    """The person behind a session, and what they may do in the programme they work in now."""

    session: SignedIn
    account: Account | None
    candidate: Candidate | None
    name: str
    programme: Programme | None
    programmes: tuple[Programme, ...]
    powers: frozenset[Power]

    @property
    def is_staff(self) -> bool:
        return bool(self.powers)

    @property
    def role_word(self) -> str:
        words = {
            Power.COORDINATOR: _("coordinator"),
            Power.ADMINISTRATOR: _("administrator"),
            Power.REVIEWER: _("reviewer"),
            Power.HOST: _("host"),
        }
        return next((words[power] for power in words if power in self.powers), "")


def behind(found: SignedIn, *, wanted: str | None = None) -> SignedInPerson:
    """Powers are held in one programme at a time: the one that was chosen, else the first by name."""
    held = found.account.powers if found.account else []
    programmes = sorted({each.programme for each in held}, key=lambda programme: programme.name)
    chosen = next((each for each in programmes if str(each.id) == wanted), None)
    programme = chosen or next(iter(programmes), None)
    return SignedInPerson(
        session=found,
        account=found.account,
        candidate=found.candidate,
        name=(found.account or found.candidate).name,
        programme=programme,
        programmes=tuple(programmes),
        powers=frozenset(each.power for each in held if each.programme is programme),
    )


Rule = Callable[[SignedInPerson | None], bool]


def everyone(_who: SignedInPerson | None) -> bool:
    return True


def candidates(who: SignedInPerson | None) -> bool:
    return who is not None and who.candidate is not None


def holders_of(power: Power) -> Rule:
    return lambda who: who is not None and power in who.powers


def keep_out(rule: Rule) -> Callable[[], Response | None]:
    """A guard for a door: strangers are sent to sign in, and whoever may not pass sees nothing there."""

    def guard() -> Response | None:
        if rule(g.signed_in):
            return None
        if g.signed_in is None:
            return _to_sign_in()
        return abort(404)

    return guard


def _to_sign_in() -> Response:
    """Under htmx the browser moves as a whole, or the sign-in page would land inside a part.

    What was sent when the sign-in had run out waits for its person, or is shown once more and not kept.
    """
    is_page = request.method == "GET" and not request.htmx
    if request.method == "POST" and g.ran_out and not request.htmx:
        whose = candidate_once_behind(g.ran_out)
        if whose is None or not keep_typed(whose):
            return signed_out()
        is_page = True
    session["then"] = request.full_path if is_page else "/"
    url = url_for("sign_in.request_link")
    return Response(headers={"HX-Redirect": url}) if request.htmx else redirect(url, 303)


def this_browser() -> str:
    """A random name for this browser, kept in its cookie."""
    if BROWSER not in session:
        session[BROWSER] = secrets.token_urlsafe(24)
    return str(session[BROWSER])


def welcome(secret: str) -> Response:
    """Put the session's secret in a fresh cookie and go where the person wanted to go."""
    then, draft, unsaved = session.get("then"), held_draft_id(), session.get(UNSAVED)
    session.clear()
    if unsaved is not None:
        session[UNSAVED] = unsaved
    if draft is not None:
        hold_draft(draft)
    session[COOKIE] = secret
    return redirect(then or url_for("sign_in.home"), 303)


@contextmanager
def writing_apart() -> Iterator[None]:
    """A short transaction of its own, for what is noted while somebody only looks."""
    db.session.rollback()
    was = only_reading.set(False)
    try:
        yield
        db.session.commit()
    finally:
        only_reading.reset(was)


def install(app: Flask) -> None:
    @app.before_request
    def _know_who() -> None:
        only_reading.set(request.method in NO_WRITING)
        g.signed_in = g.ran_out = None
        if request.endpoint == "static" or COOKIE not in session:
            return
        found = session_with(session[COOKIE], now=now())
        if found is None:
            g.ran_out = session.pop(COOKIE)
            return
        g.signed_in = behind(found, wanted=session.get(PROGRAMME))

    @app.after_request
    def _touch(response: Response) -> Response:
        """Note that the session is in use, in a short transaction of its own."""
        who = g.get("signed_in")
        if who is not None and response.status_code < 400 and who.session.seen_at < now() - TOUCH_EVERY:
            session_id = who.session.id
            with writing_apart():
                db.session.execute(db.update(SignedIn).where(SignedIn.id == session_id).values(seen_at=now()))
        return response
