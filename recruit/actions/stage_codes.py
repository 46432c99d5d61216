"""The code that shows an organisation how far its nominees are; it is worked out, never stored."""

from datetime import datetime, timedelta

from recruit.actions.sign_in import limit
from recruit.extensions import links
from recruit.messages.nominations import stage_code
from recruit.models.roles import CallAsked

LIVES_SECONDS = 600
MOST_SENT, MOST_TRIES = 5, 5
WITHIN = timedelta(minutes=15)


def send_stage_code(asked: CallAsked, *, browser: str, now: datetime) -> None:
    """Write to the contact who was asked; nobody can learn from here whether there is one."""
    limit(f"stage code {asked.id}", at_most=MOST_SENT, within=WITHIN, now=now)
    if asked.contact is not None and asked.contact.left_on is None and asked.contact.email:
        programme_id = asked.call.role_version.role_profile.programme_id
        code = _code(asked, browser, now)
        stage_code(asked.contact, code=code, programme_id=programme_id, now=now)


def is_stage_code(asked: CallAsked, typed: str, *, browser: str, now: datetime) -> bool:
    """Whether this is the code of this browser, of now or of the ten minutes before; each try is counted."""
    limit(f"stage try {asked.id}", at_most=MOST_TRIES, within=WITHIN, now=now)
    before = now - timedelta(seconds=LIVES_SECONDS)
    return typed in {_code(asked, browser, each) for each in (now, before)}


def _code(asked: CallAsked, browser: str, at: datetime) -> str:
    window = str(int(at.timestamp()) // LIVES_SECONDS)
    proof = links.fingerprint("stage", asked.id.hex, browser, window)
    return f"{int(proof, 16) % 10**6:06d}"
