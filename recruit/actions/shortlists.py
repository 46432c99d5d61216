"""What can happen on a shortlist: a person looks at each candidate and decides, with a reason."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from flask_babel import gettext as _
from flask_babel import ngettext

from recruit.actions.candidacies import step
from recruit.actions.journal import record
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.candidacies import Candidacy, Waiver
from recruit.models.events import Event
from recruit.models.roles import RoleProfile
from recruit.models.shortlists import Shortlist, ShortlistEntry
from recruit.models.states import Decision, Stage
from recruit.queries.leaving import Holding, holdings_in, stands_elsewhere_in
from recruit.queries.matches import Ranked, ranked_for
from recruit.queries.shortlists import LEFT, candidacies_ready
from recruit.storage import insert_once

STAGE_OF = {
    Decision.CHOSEN: Stage.CHOSEN,
    Decision.NEXT_IN_LINE: Stage.NEXT_IN_LINE,
    Decision.NOT_THIS_TIME: Stage.NOT_THIS_TIME,
}

READY = (Stage.CHOSEN, Stage.NEXT_IN_LINE)


@dataclass(frozen=True)
class Verdict:
    """What a person decided about somebody, why, and which version of the entry they were looking at."""

    decision: Decision
    reason: str
    version: int


def open_shortlist(role: RoleProfile, *, seats: int, by: Account, today: date, now: datetime) -> Shortlist:
    """Begin to look at everybody who is ready for a role; the measure for the gap score is frozen now."""
    candidacies = candidacies_ready(role.id, today=today)
    if not candidacies:
        raise Refused(_("Nobody is ready for this role yet: people are looked at once “About you” is done."))
    version = role.versions[-1]
    people = [candidacy.candidate_id for candidacy in candidacies]
    measured = ranked_for(version, people, today=today, now=now).ranking.reference_gain
    shortlist = Shortlist(
        role_version=version,
        opened_at=now,
        opened_by_id=by.id,
        reference_gain=measured,
        seats=seats,
        entries=[],
    )
    db.session.add(shortlist)
    record("shortlist opened", shortlist, by=by, now=now, people=len(candidacies), seats=seats)
    _put_on(shortlist, candidacies, by=by, now=now)
    return shortlist


def add_newcomers(shortlist: Shortlist, *, by: Account, today: date, now: datetime) -> int:
    """Put those on the list who became ready since it was opened; say how many."""
    newcomers = candidacies_ready(shortlist.role_version.role_profile_id, today=today)
    if not newcomers:
        raise Refused(_("Nobody new is ready. Somebody may have added them a moment ago."))
    record("shortlist joined", shortlist, by=by, now=now, people=len(newcomers))
    _put_on(shortlist, newcomers, by=by, now=now)
    return len(newcomers)


def decide(entry: ShortlistEntry, verdict: Verdict, *, ranked: Ranked, by: Account, now: datetime) -> None:
    """Keep a person's decision, with its reason and the scores it was made on."""
    if entry.version != verdict.version:
        raise Refused(_told_meanwhile(entry))
    _refuse_unless_open(entry, verdict.decision, ranked)
    if verdict.decision is Decision.NOT_THIS_TIME:
        _refuse_while_they_hold_something(entry)
    candidacy, stage = entry.candidacy, STAGE_OF[verdict.decision]
    entry.decision, entry.reason = verdict.decision, verdict.reason
    entry.decided_at, entry.decided_by_id = now, by.id
    freeze_scores(entry, ranked)
    if candidacy.stage is not stage:
        step(candidacy, stage, by=by, now=now)
    record(f"decided {verdict.decision}", entry, by=by, now=now, went_against_score=entry.went_against_score)


def waive_essential(entry: ShortlistEntry, tag: str, *, reason: str, by: Account, now: datetime) -> None:
    """Look past a missing essential, for one role, in the name of one person."""
    criteria = entry.shortlist.role_version.criteria
    if tag not in {f"{each.facet}:{each.code}" for each in criteria if each.is_essential}:
        raise Refused(_("This role does not call that essential any more."))
    candidacy = entry.candidacy
    waiver = {
        "candidate_id": candidacy.candidate_id,
        "role_profile_id": candidacy.role_profile_id,
        "tag": tag,
    }
    identity = uuid5(candidacy.id, tag)
    if not insert_once(db.session, Waiver, id=identity, reason=reason, by_id=by.id, at=now, **waiver):
        raise Refused(_("Somebody has waived this already."))
    record("essential waived", candidacy, by=by, now=now, tag=tag)


def note_trial(shortlist_id: UUID, weights: Mapping[str, float], *, by: Account, now: datetime) -> None:
    """Log that somebody tried other weights; the same trial by the same person on one day is one line."""
    spelt = ",".join(f"{name}={weight:g}" for name, weight in weights.items())
    insert_once(
        db.session,
        Event,
        id=uuid5(shortlist_id, f"{by.id}:{now:%Y-%m-%d}:{spelt}"),
        at=now,
        what="weights tried",
        subject=Shortlist.__tablename__,
        subject_id=shortlist_id,
        by=Account.__tablename__,
        by_id=by.id,
        detail=dict(weights),
    )


def _put_on(shortlist: Shortlist, candidacies: Collection[Candidacy], *, by: Account, now: datetime) -> None:
    listed = {entry.candidacy for entry in shortlist.entries}
    for candidacy in candidacies:
        if candidacy not in listed:
            db.session.add(ShortlistEntry(shortlist=shortlist, candidacy=candidacy))
        step(candidacy, Stage.SHORTLISTED, by=by, now=now)


def _refuse_unless_open(entry: ShortlistEntry, decision: Decision, ranked: Ranked) -> None:
    if entry.candidacy.stage in LEFT:
        raise Refused(_("This person has paused or withdrawn. There is nothing to decide."))
    scored = ranked.entries.get(entry.candidacy.candidate_id)
    if scored is None:
        raise Refused(_("Nobody is decided on before they have told us about themselves."))
    missing = len(scored.to_look_at)
    if missing and decision is not Decision.NOT_THIS_TIME:
        raise Refused(
            ngettext(
                "One essential is not met. Look first: waive it with a reason, or offer another way in.",
                "%(num)s essentials are not met. Look first: waive them with a reason, or offer another way in.",
                missing,
            )
        )


def _refuse_while_they_hold_something(entry: ShortlistEntry) -> None:
    """Nobody who was chosen is told “not this time” while they sit, belong, or are asked to."""
    candidacy = entry.candidacy
    programme_id = entry.shortlist.role_version.role_profile.programme_id
    if candidacy.stage not in READY or stands_elsewhere_in(programme_id, candidacy):
        return
    held = holdings_in(programme_id, candidacy.candidate_id)
    if Holding.OFFER in held:
        raise Refused(
            _("An offer waits for their answer. Wait until they answer or it runs out, then decide.")
        )
    if Holding.SEAT in held:
        raise Refused(_("They hold a seat. Talk to them first: they can step down on their own page."))
    if Holding.MEMBERSHIP in held:
        raise Refused(
            _("They belong to the advisory group. Talk to them first: they can withdraw on their own page.")
        )


def freeze_scores(entry: ShortlistEntry, ranked: Ranked) -> None:
    """Keep the scores that a decision is made on, whatever changes later."""
    scored = ranked.entries[entry.candidacy.candidate_id]
    entry.total = scored.total
    entry.scores = {
        "scores": dict(scored.scores),
        "contributions": dict(scored.contributions),
        "weights": dict(ranked.role.weights),
        "rank": scored.rank,
        "of": len(ranked.entries),
    }
    entry.went_against_score = goes_against(entry.decision, scored.rank, seats=entry.shortlist.seats)


def goes_against(decision: Decision | None, rank: int | None, *, seats: int) -> bool | None:
    """Chosen from below the seats there are, or not chosen from above; None where nothing was decided."""
    if decision is None or rank is None:
        return None
    is_above = rank <= seats
    return (decision is Decision.CHOSEN) is not is_above if decision is not Decision.NEXT_IN_LINE else False


def _told_meanwhile(entry: ShortlistEntry) -> Any:
    if entry.decision is None:
        return _("This entry has changed since you opened it. Look again, then decide.")
    return _(
        "%(name)s decided meanwhile: %(decision)s, because: “%(reason)s” Your decision was not saved.",
        name=entry.decided_by.name if entry.decided_by else _("Somebody"),
        decision=entry.decision,
        reason=entry.reason,
    )
