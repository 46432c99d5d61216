"""What we write to somebody who registered."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from recruit.extensions import links
from recruit.links import Purpose
from recruit.messages.tray import put
from recruit.models.candidates import Candidate, ContactWay, Draft
from recruit.models.messages import Message
from recruit.models.programmes import Programme
from recruit.models.roles import RoleProfile


def registered(
    candidate: Candidate, *, roles: Sequence[RoleProfile], contact: Programme | None, now: datetime
) -> Message:
    url = links.url("/sign-in/")
    return _put("registered", candidate, roles, _("You are registered"), contact, url, now)


def registered_before(
    candidate: Candidate,
    waiting: Draft,
    *,
    roles: Sequence[RoleProfile],
    contact: Programme | None,
    now: datetime,
) -> Message:
    """Somebody registered with the name and the address of a person who is here: that person is asked."""
    subject = _("You are registered with us already")
    url = links.url(f"/me/answers/{links.token(Purpose.RESUME, waiting.id)}/")
    return _put("registered_before", candidate, roles, subject, contact, url, now)


def come_back_link(draft: Draft, *, now: datetime) -> Message:
    """A way back to a form that is not finished; whoever typed the address wrote no word of it."""
    url = links.url(f"/interest/back/{links.token(Purpose.COME_BACK, draft.id)}/")
    return _to_draft("come_back_link", draft, subject=_("Your link to come back"), now=now, url=url)


def come_back_code(draft: Draft, *, code: str, now: datetime) -> Message:
    return _to_draft("come_back_code", draft, subject=_("Your code"), now=now, code=code)


def _to_draft(kind: str, draft: Draft, *, subject: str, now: datetime, **words: str) -> Message:
    return put(kind, draft, subject=subject, programme_id=None, now=now, way=ContactWay.EMAIL, **words)


def _put(
    kind: str,
    candidate: Candidate,
    roles: Sequence[RoleProfile],
    subject: str,
    contact: Programme | None,
    url: str,
    now: datetime,
) -> Message:
    return put(
        kind,
        candidate,
        subject=subject,
        programme_id=_programme_id(roles),
        now=now,
        titles=[role.versions[-1].title for role in roles],
        contact=contact,
        url=url,
    )


def _programme_id(roles: Sequence[RoleProfile]) -> UUID | None:
    return roles[0].programme_id if roles else None
