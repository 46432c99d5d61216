"""What we write to somebody who wants to sign in."""

from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from recruit.extensions import links
from recruit.messages.tray import put
from recruit.models.accounts import Account
from recruit.models.candidates import Candidate, ContactWay
from recruit.models.messages import Message

SIGN_IN = "sign_in_link"
# Messages that carry a code are worthless soon, and go then.
WITH_CODE = (SIGN_IN, "stage_code", "come_back_code")


def sign_in_link(
    to: Account | Candidate, *, token: str, code: str, programme_id: UUID | None, now: datetime
) -> Message:
    return put(
        SIGN_IN,
        to,
        subject=_("Your link to sign in"),
        programme_id=programme_id,
        now=now,
        way=ContactWay.EMAIL,
        url=links.url(f"/sign-in/{token}/"),
        code=code,
    )
