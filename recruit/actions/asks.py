"""What people ask of another person here, and how it is answered; every ask has a receipt and a day."""

from datetime import date, datetime, timedelta

from flask_babel import gettext as _
from sqlalchemy import select

from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.messages.asks import (
    concern_answered,
    concern_received,
    concern_told,
    look_answered,
    look_received,
)
from recruit.models.accounts import Account
from recruit.models.asks import Concern, SecondLook
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate
from recruit.models.groups import Group
from recruit.models.programmes import Programme
from recruit.models.states import Stage
from recruit.queries.asks import coordinators_of, decision_about, look_open_for, named_person_of

LOOK_WITHIN = timedelta(days=14)
HEAR_WITHIN = timedelta(days=5)
AT_ONCE = timedelta(days=1)
DECIDED = (Stage.NEXT_IN_LINE, Stage.NOT_THIS_TIME)


def ask_for_second_look(candidacy: Candidacy, *, words: str, today: date, now: datetime) -> SecondLook:
    """A different person looks at a decision again; the person has a receipt with a day."""
    if candidacy.stage not in DECIDED:
        raise Refused(_("Nothing has been decided yet that we could look at again."))
    _wait_for_turn(candidacy)
    if look_open_for(candidacy):
        raise Refused(_("You asked us already. Somebody is looking at it."))
    look = SecondLook(candidacy=candidacy, words=words, asked_at=now, promised_on=today + LOOK_WITHIN)
    db.session.add(look)
    record("second look asked", look, by=candidacy.candidate, now=now)
    look_received(look, now=now)
    return look


def answer_second_look(look: SecondLook, *, answer: str, by: Account, now: datetime) -> None:
    """Whoever decided does not look again, as long as there is somebody else who can."""
    db.session.refresh(look, ["answered_at"], with_for_update=True)
    if look.answered_at is not None:
        raise Refused(_("Somebody has answered this already."))
    decided = decision_about(look.candidacy)
    others = [each for each in coordinators_of(look.candidacy.role_profile.programme_id) if each.id != by.id]
    if decided is not None and decided.decided_by_id == by.id and others:
        raise Refused(_("You decided this yourself. A different person looks again."))
    look.answer, look.answered_at, look.answered_by_id = answer, now, by.id
    record("second look answered", look, by=by, now=now)
    look_answered(look, now=now)


def tell_concern(
    candidate: Candidate,
    programme: Programme,
    *,
    group: Group | None,
    words: str,
    somebody_may_be_hurt: bool,
    today: date,
    now: datetime,
) -> Concern:
    """Bring it before the named person; neither a log nor a message carries the words."""
    named = named_person_of(programme.id, group)
    concern = Concern(
        candidate=candidate,
        programme=programme,
        group=group,
        named_person=named,
        words=words,
        somebody_may_be_hurt=somebody_may_be_hurt,
        told_at=now,
        promised_on=today + (AT_ONCE if somebody_may_be_hurt else HEAR_WITHIN),
    )
    db.session.add(concern)
    record("concern told", concern, by=candidate, now=now)
    concern_received(concern, now=now)
    if named is not None:
        concern_told(concern, named, now=now)
    return concern


def note_about_concern(concern: Concern, *, notes: str, by: Account, now: datetime) -> None:
    """Keep notes that only the named person and administrators read."""
    concern.notes = notes
    record("concern noted", concern, by=by, now=now)


def answer_concern(concern: Concern, *, answer: str, by: Account, now: datetime) -> None:
    db.session.refresh(concern, ["answered_at"], with_for_update=True)
    if concern.answered_at is not None:
        raise Refused(_("Somebody has answered this already."))
    concern.answer, concern.answered_at, concern.answered_by_id = answer, now, by.id
    record("concern answered", concern, by=by, now=now)
    concern_answered(concern, now=now)


def _wait_for_turn(candidacy: Candidacy) -> None:
    """Asked from two tabs at once, the second sees the first."""
    db.session.execute(select(Candidacy.id).where(Candidacy.id == candidacy.id).with_for_update())
