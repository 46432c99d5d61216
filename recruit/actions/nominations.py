"""What can happen to a nomination."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask_babel import gettext as _
from sqlalchemy import select

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.messages.nominations import nominator_thanked, nominee_named
from recruit.models.candidates import Candidate, ContactWay
from recruit.models.nominations import Nomination, Relation
from recruit.models.organisations import Organisation
from recruit.models.roles import CallAsked
from recruit.models.states import NominationState, may_become
from recruit.queries.nominations import nominations_by, nominations_past
from recruit.queries.same_person import numbers_in, plain_name

LIVES = timedelta(days=28)


@dataclass(frozen=True)
class Nominee:
    """Who is put forward, and how they want to hear from us."""

    name: str
    contact_way: ContactWay
    email: str | None = None
    phone: str | None = None
    post_address: str | None = None


@dataclass(frozen=True)
class Endorsement:
    """What the nominator says, and what they are to the person."""

    nominator_name: str
    how_known: str
    relation: Relation
    seen_do_well: str


def submit_nomination(
    asked: CallAsked, nominee: Nominee, *, said: Endorsement, today: date, now: datetime
) -> Nomination:
    """Record who is put forward and write to them; named twice by one organisation is one nomination."""
    if not asked.call.is_open_on(today):
        raise Refused(_("This request for names has closed. Call us if you know someone: we will listen."))
    _wait_for_turn(asked)
    before = next((each for each in nominations_by(asked.organisation_id) if _is_of(each, nominee)), None)
    if before is not None:
        return before
    nomination = Nomination(
        call_asked=asked,
        state=NominationState.WAITING,
        named_at=now,
        lapses_at=now + LIVES,
        **vars(nominee),
        **vars(said),
    )
    db.session.add(nomination)
    record("nomination submitted", nomination, by=asked.organisation, now=now)
    nominee_named(nomination, now=now)
    nominator_thanked(nomination, now=now)
    return nomination


def accept_nomination(nomination: Nomination, *, candidate: Candidate, now: datetime) -> None:
    """Tie the nomination to the person who said yes and handed in their answers."""
    if not may_become(nomination.state, NominationState.ACCEPTED):
        raise Refused(_("You have answered this already."))
    nomination.state, nomination.candidate_id = NominationState.ACCEPTED, candidate.id
    if candidate.nominated_by_id is None:
        candidate.nominated_by_id = nomination.call_asked.organisation_id
    record("nomination accepted", nomination, by=candidate, now=now)


def decline_nomination(nomination: Nomination, *, now: datetime) -> None:
    """Delete what was said about a person who said no, and every message about it, at once."""
    if nomination.state is not NominationState.WAITING:
        raise Refused(_("You said yes to this before. Sign in to withdraw, or call us."))
    record("nomination declined", nomination, by=nomination, now=now)
    db.session.delete(nomination)
    db.session.flush()


def lapse_nominations(*, now: datetime) -> int:
    """Delete every nomination whose time is over without a yes; say how many."""
    past = nominations_past(now)
    for nomination in past:
        record("nomination lapsed", nomination, by=None, now=now)
        db.session.delete(nomination)
    db.session.flush()
    return len(past)


def _wait_for_turn(asked: CallAsked) -> None:
    """Two colleagues who name the same person at once queue here."""
    db.session.execute(
        select(Organisation.id).where(Organisation.id == asked.organisation_id).with_for_update()
    )


def _is_of(nomination: Nomination, nominee: Nominee) -> bool:
    """The same name, and nothing that tells the two apart."""
    if plain_name(nomination.name) != plain_name(nominee.name):
        return False
    if nomination.email and nominee.email and nomination.email != nominee.email:
        return False
    before, now = numbers_in(nomination.phone), numbers_in(nominee.phone)
    return not before or not now or bool(before & now)
