"""What can happen to a nomination."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask_babel import gettext as _
from sqlalchemy import select

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.actions.sign_in import limit
from recruit.extensions import db
from recruit.messages.nominations import nominator_thanked, nominee_named, nominee_reminded
from recruit.models.candidates import Candidate, ContactWay, Link
from recruit.models.nominations import Endorsement, Nomination, Relation
from recruit.models.organisations import Organisation
from recruit.models.roles import CallAsked, Facet
from recruit.models.states import NominationState, may_become
from recruit.queries.nominations import (
    nominations_past,
    nominations_to_remind,
    reminders_due,
    waiting_with,
)

LIVES = timedelta(days=28)
MOST_A_DAY = 40


@dataclass(frozen=True)
class Nominee:
    """Who is put forward, and how they want to hear from us."""

    name: str
    contact_way: ContactWay
    email: str | None = None
    phone: str | None = None
    post_address: str | None = None


@dataclass(frozen=True)
class Vouched:
    """A strength with its example, or a community with its link."""

    facet: Facet
    code: str
    example: str = ""
    link: Link | None = None


@dataclass(frozen=True)
class Endorsed:
    """What the nominator says, and what they are to the person."""

    nominator_name: str
    how_known: str
    relation: Relation
    seen_do_well: str
    is_trustee: bool = False
    tells_health: bool = False
    vouched: tuple[Vouched, ...] = ()


def submit_nomination(
    asked: CallAsked, nominee: Nominee, *, said: Endorsed, today: date, now: datetime
) -> Nomination:
    """Record who is put forward and write to them; what was said twice waits for one answer.

    Named again by one organisation, a person is not written to again: they read all of it on one page.
    """
    if not asked.call.is_open_on(today):
        raise Refused(_("This request for names has closed. Call us if you know someone: we will listen."))
    limit(f"nominate {asked.id}", at_most=MOST_A_DAY, within=timedelta(days=1), now=now)
    _wait_for_turn(asked)
    nomination = _noted(asked, nominee, said, now=now)
    record("nomination submitted", nomination, by=asked.organisation, now=now)
    ours = asked.organisation_id
    before = [each for each in waiting_with(nomination) if each.call_asked.organisation_id == ours]
    if before:
        nomination.lapses_at = before[0].lapses_at
        nomination.had_more_time = before[0].had_more_time
    else:
        nominee_named(nomination, now=now)
    nominator_thanked(nomination, now=now)
    return nomination


def _noted(asked: CallAsked, nominee: Nominee, said: Endorsed, *, now: datetime) -> Nomination:
    words = {name: each for name, each in vars(said).items() if name != "vouched"}
    nomination = Nomination(
        call_asked=asked,
        state=NominationState.WAITING,
        named_at=now,
        lapses_at=now + LIVES,
        endorsements=[Endorsement(**vars(each)) for each in said.vouched],
        **vars(nominee),
        **words,
    )
    db.session.add(nomination)
    db.session.flush()
    return nomination


def accept_nomination(nomination: Nomination, *, candidate: Candidate, now: datetime) -> None:
    """Tie the nomination to the person who said yes and handed in their answers, and others of them beside it."""
    if not may_become(nomination.state, NominationState.ACCEPTED):
        raise Refused(_("You have answered this already."))
    for each in (nomination, *waiting_with(nomination)):
        each.state, each.candidate_id = NominationState.ACCEPTED, candidate.id
        record("nomination accepted", each, by=candidate, now=now)
    if candidate.nominated_by_id is None:
        candidate.nominated_by_id = nomination.call_asked.organisation_id


def decline_nomination(nomination: Nomination, *, now: datetime) -> None:
    """Delete all that was said about a person who said no, and every message about it, at once."""
    if nomination.state is not NominationState.WAITING:
        raise Refused(_("You said yes to this before. Sign in to withdraw, or call us."))
    for each in (nomination, *waiting_with(nomination)):
        record("nomination declined", each, by=each, now=now)
        db.session.delete(each)
    db.session.flush()


def give_more_time(nomination: Nomination, *, now: datetime) -> None:
    """Another 28 days to think, once; reminders begin again."""
    if nomination.state is not NominationState.WAITING:
        raise Refused(_("You have answered this already."))
    if nomination.had_more_time:
        raise Refused(_("You have taken more time before. Say yes or no, or call us."))
    for each in (nomination, *waiting_with(nomination)):
        each.lapses_at, each.had_more_time, each.reminders = each.lapses_at + LIVES, True, 0
    record("nomination given more time", nomination, by=nomination, now=now)


def show_health(nomination: Nomination, *, is_shown: bool) -> None:
    """Whether staff may read what a nominator wrote about somebody's health: the nominee alone decides."""
    for each in (nomination, *waiting_with(nomination)):
        each.shows_health = each.tells_health and is_shown
    db.session.flush()


def remind_nominees(*, now: datetime) -> int:
    """Write once more to whoever has been silent for a week, and for three; say to how many."""
    silent = nominations_to_remind(now)
    for nomination in silent:
        nomination.reminders = reminders_due(nomination, now)
        nominee_reminded(nomination, now=now)
        record("nominee reminded", nomination, by=None, now=now, times=nomination.reminders)
    return len(silent)


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
