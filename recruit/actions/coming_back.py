"""How somebody comes back to an unfinished registration: by a link and a code, or a code read out on the phone.

Neither code is stored: it is worked out again when it is typed.
"""

from datetime import datetime, timedelta
from uuid import UUID

from recruit.actions.journal import record
from recruit.actions.sign_in import limit
from recruit.extensions import links
from recruit.messages.registrations import come_back_code, come_back_link
from recruit.models.accounts import Account
from recruit.models.candidates import Draft
from recruit.queries.coming_back import drafts_with_phone_code, unfinished

LIVES_SECONDS = 600
PHONE_CODE_LIVES = timedelta(days=1)
MOST_SENT, MOST_TRIES, WITHIN = 5, 5, timedelta(minutes=15)
# Everybody together: nine digits are then not found by trying.
MOST_PHONE_TRIES, PHONE_WITHIN = 100, timedelta(hours=1)


def send_link(draft: Draft, *, now: datetime) -> None:
    """Write to the address that was answered; nobody can learn from here whether we know it."""
    limit(f"come back link {draft.id}", at_most=MOST_SENT, within=WITHIN, now=now)
    if draft.email:
        limit(f"come back {draft.email}", at_most=MOST_SENT, within=WITHIN, now=now)
        come_back_link(draft, now=now)


def send_code(draft_id: UUID, *, browser: str, now: datetime) -> None:
    """Write to whoever the link was sent to; a draft that is gone gets the same answer."""
    limit(f"come back code {draft_id}", at_most=MOST_SENT, within=WITHIN, now=now)
    draft = unfinished(draft_id, now=now)
    if draft is not None and draft.email:
        come_back_code(draft, code=_code(draft_id, browser, now), now=now)


def opened_by_code(draft_id: UUID, typed: str, *, browser: str, now: datetime) -> Draft | None:
    """The draft, for the code of this browser, of now or of the ten minutes before; each try is counted."""
    limit(f"come back try {draft_id}", at_most=MOST_TRIES, within=WITHIN, now=now)
    before = now - timedelta(seconds=LIVES_SECONDS)
    is_right = typed in {_code(draft_id, browser, each) for each in (now, before)}
    return unfinished(draft_id, now=now) if is_right else None


def give_phone_code(draft: Draft, *, by: Account, now: datetime) -> None:
    """Let a code open this draft once, within a day; staff read it out."""
    draft.phone_code_until = now + PHONE_CODE_LIVES
    record("code to come back given", draft, by=by, now=now)


def phone_code(draft: Draft) -> str:
    """Nine digits, new each time that a code is given."""
    until = draft.phone_code_until
    return _digits(9, "phone", draft.id.hex, f"{until.timestamp():.3f}") if until else ""


def opened_by_phone_code(typed: str, *, browser: str, now: datetime) -> Draft | None:
    """The draft whose code was typed; it worked once, and each try is counted."""
    limit(f"phone code {browser}", at_most=MOST_TRIES, within=WITHIN, now=now)
    limit("phone codes of everybody", at_most=MOST_PHONE_TRIES, within=PHONE_WITHIN, now=now)
    coded = drafts_with_phone_code(now=now)
    draft = next((draft for draft in coded if phone_code(draft) == typed), None)
    if draft is not None:
        draft.phone_code_until = None
    return draft


def _code(draft_id: UUID, browser: str, at: datetime) -> str:
    window = str(int(at.timestamp()) // LIVES_SECONDS)
    return _digits(6, "come back", draft_id.hex, browser, window)


def _digits(how_many: int, *words: str) -> str:
    return f"{int(links.fingerprint(*words), 16) % 10**how_many:0{how_many}d}"
