"""What was typed when the sign-in had run out: it comes back on its page, and is saved by one more press.

Only what is kept in the open anyway waits here. Needs, money, balance and what somebody says is wrong do not.
"""

from uuid import UUID

from flask import Flask, g, request, session
from werkzeug.datastructures import MultiDict

from recruit.actions.unsaved import forget_unsaved, keep_unsaved
from recruit.extensions import db
from recruit.queries.taking_part import SEALED
from recruit.queries.unsaved import unsaved_answer
from recruit.web.clock import now

UNSAVED = "unsaved"
LONGEST_PATH = 400
KEPT = {
    "me.about.communities",
    "me.about.example",
    "me.about.lived",
    "me.about.perspective",
    "me.about.skills",
    "me.about.tags",
    "me.asks.look_again",
    "me.availability.change",
    "me.leaving.step_down",
    "me.leaving.withdraw",
    "me.pause",
    "me.questions.ask",
}
NOT_TYPED = {"csrf_token", "form_key"}


def keep_typed(candidate_id: UUID) -> bool:
    """Whether what was just sent may wait here until its person has signed in again; if so, it does."""
    if not _may_wait():
        return False
    typed = {name: words for name, words in request.form.lists() if name not in NOT_TYPED}
    session[UNSAVED] = keep_unsaved(candidate_id, path=request.path, typed=typed, now=now()).id.hex
    db.session.commit()
    return True


def _may_wait() -> bool:
    is_sealed = (request.view_args or {}).get("step") in SEALED
    return request.endpoint in KEPT and not is_sealed and len(request.path) <= LONGEST_PATH


def install(app: Flask) -> None:
    @app.before_request
    def _bring_back() -> None:
        """Show it on its page; the press that follows takes its place."""
        who = g.signed_in
        if UNSAVED not in session or who is None or who.candidate is None or request.endpoint not in KEPT:
            return
        kept = unsaved_answer(UUID(session[UNSAVED]), candidate=who.candidate, path=request.path, now=now())
        if kept is not None and request.method == "POST":
            forget_unsaved(kept)
        elif kept is not None:
            g.typed_before = MultiDict(kept.typed)
