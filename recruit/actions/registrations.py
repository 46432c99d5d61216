"""How somebody registers: answers kept in a draft until they are handed in."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from recruit.actions.availability import change_availability, change_replies
from recruit.actions.candidacies import step
from recruit.actions.journal import record
from recruit.actions.nominations import accept_nomination
from recruit.actions.refusals import Refused
from recruit.extensions import db
from recruit.messages.registrations import registered, registered_before
from recruit.models.accounts import Account
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate, Consent, ContactWay, Draft, LayStatus, Purpose
from recruit.models.groups import GroupKind
from recruit.models.nominations import Nomination
from recruit.models.programmes import Programme
from recruit.models.roles import RoleProfile
from recruit.models.states import NominationState, Stage
from recruit.queries.consents import purposes_standing
from recruit.queries.nominations import nomination_for_answer
from recruit.queries.programmes import service_contact
from recruit.queries.registrations import (
    DRAFT_LIVES,
    ENTERED_BY,
    WAITS,
    candidacies_of,
    candidate_like,
    highest_number,
    roles_called,
)
from recruit.queries.roles import open_roles

NOT_SURE = "not sure"


def begin(*, role: str | None, now: datetime) -> Draft:
    """An empty draft; who comes from the page of a role has that role ticked."""
    draft = Draft(answers={}, touched_at=now)
    if role:
        _answer(draft, "roles", {"roles": [role]})
    db.session.add(draft)
    db.session.flush()
    return draft


def begin_for_somebody(*, by: Account, now: datetime) -> Draft:
    """A draft that staff fill in with somebody on the phone, or from paper: the same questions, and their name."""
    draft = begin(role=None, now=now)
    _answer(draft, ENTERED_BY, {"account": by.id.hex})
    _answer(draft, "who_is_filling", {"who_is_filling": "helping"})
    return draft


def begin_as_nominee(nomination: Nomination, *, now: datetime) -> Draft:
    """A draft that holds what the nominator told us, for the person to correct."""
    draft = begin(role=nomination.call_asked.call.role_version.role_profile.slug, now=now)
    draft.nomination_id = nomination.id
    _answer(draft, "name", {"name": nomination.name})
    _answer(draft, "heard", {"heard": "named"})
    if nomination.contact_way is not ContactWay.THROUGH_SOMEONE:
        way = {
            "contact_ways": [str(nomination.contact_way)],
            "email": nomination.email or "",
            "mobile": nomination.phone or "" if nomination.contact_way is ContactWay.TEXT else "",
            "phone": nomination.phone or "" if nomination.contact_way is ContactWay.PHONE else "",
            "post_address": nomination.post_address or "",
            "through_whom": "",
        }
        _answer(draft, "contact_way", way)
    record("nominee began to register", nomination, by=nomination, now=now)
    return draft


def save_answer(draft: Draft, step: str, given: dict[str, Any], *, key: str, now: datetime) -> None:
    """Keep one answer; `key` tells which form it came from, so that another tab is noticed."""
    _answer(draft, step, given, key=key)
    draft.touched_at = now
    db.session.flush()


def forget_draft(draft: Draft) -> None:
    db.session.delete(draft)
    db.session.flush()


def forget_old_drafts(*, now: datetime) -> int:
    """Delete every draft that nobody touched for sixty days; say how many."""
    old = list(db.session.scalars(select(Draft).where(Draft.touched_at <= now - DRAFT_LIVES)))
    for draft in old:
        db.session.delete(draft)
    db.session.flush()
    return len(old)


def hand_in(
    draft: Draft, *, agreed: Collection[Purpose], signed_in: Candidate | None, today: date, now: datetime
) -> Candidate | None:
    """Register the person of a draft, with a candidacy for each role; nobody is entered twice.

    Returns who is new. Of somebody who is here already nothing changes before they have signed in:
    their answers wait for them, and they are written to.
    """
    if Purpose.FIND_A_ROLE not in agreed:
        raise Refused(_("We can only register you if we may use your answers to find a role."))
    given = _given(draft)
    _wait_for_turn()
    facts = _facts_of(given)
    known = candidate_like(facts["name"], email=facts["email"], phone=facts["phone"])
    if known is None:
        newcomer = _new_candidate(facts, given, now=now)
        _take_on(newcomer, draft, agreed, today=today, now=now)
        return newcomer
    if signed_in is not None and signed_in.id == known.id:
        _take_on(known, draft, agreed, today=today, now=now)
    else:
        _let_wait(draft, known, agreed, today=today, now=now)
    return None


def hand_in_after_all(draft: Draft, *, by: Candidate, today: date, now: datetime) -> None:
    """Take what waited for a person, now that they have signed in and said that it was them."""
    agreed = [Purpose(each) for each in _given(draft)[WAITS]["purposes"]]
    _take_on(by, draft, agreed, today=today, now=now)


def roles_asked_for(draft: Draft, *, today: date) -> list[RoleProfile]:
    """The roles that were ticked; whoever is not sure yet begins in the forum, which is open to all."""
    roles = roles_called(_given(draft)["roles"]["roles"], today=today)
    if roles:
        return roles
    order = (GroupKind.FORUM, GroupKind.ADVISORY_GROUP)
    widest = (role for kind in order for role in open_roles(today) if role.group.kind is kind)
    return [role for role in [next(widest, None)] if role is not None]


def _let_wait(
    draft: Draft, known: Candidate, agreed: Collection[Purpose], *, today: date, now: datetime
) -> None:
    """Keep the answers where the browser they were typed in cannot reach them."""
    waiting = Draft(answers=draft.answers, nomination_id=draft.nomination_id, touched_at=now)
    _answer(waiting, WAITS, {"for": known.id.hex, "purposes": [str(each) for each in agreed]})
    db.session.add(waiting)
    db.session.flush()
    registered_before(
        known, waiting, roles=roles_asked_for(waiting, today=today), contact=service_contact(), now=now
    )
    forget_draft(draft)


def _take_on(
    candidate: Candidate, draft: Draft, agreed: Collection[Purpose], *, today: date, now: datetime
) -> None:
    roles = roles_asked_for(draft, today=today)
    _keep_consents(candidate, agreed, now=now)
    _add_candidacies(candidate, roles, now=now)
    _answer_nomination(draft, candidate, now=now)
    _note_who_entered(draft, candidate, now=now)
    registered(candidate, roles=roles, contact=service_contact(), now=now)
    forget_draft(draft)


def _given(draft: Draft) -> dict[str, dict[str, Any]]:
    return {step: answer["given"] for step, answer in draft.answers.items()}


def _answer(draft: Draft, step: str, given: dict[str, Any], *, key: str = "") -> None:
    draft.answers = {**draft.answers, step: {"key": key, "given": given}}


def _wait_for_turn() -> None:
    """Registrations queue here, so that two people never get one number."""
    db.session.execute(select(Programme.id).order_by(Programme.id).with_for_update())


def _facts_of(given: dict[str, Any]) -> dict[str, Any]:
    contact = given["contact_way"]
    ways = contact["contact_ways"]
    numbers = dict.fromkeys(
        contact[kind] for way, kind in (("text", "mobile"), ("phone", "phone")) if way in ways
    )
    return {
        "name": given["name"]["name"],
        "contact_way": next(way for way in ContactWay if way in ways),
        "email": contact["email"] if ContactWay.EMAIL in ways else None,
        "phone": " or ".join(numbers) or None,
        "post_address": contact["post_address"] if ContactWay.POST in ways else None,
        "through_whom": contact["through_whom"] if ContactWay.THROUGH_SOMEONE in ways else None,
        "area": given["area"]["area"],
        "is_adult": given["adult"]["adult"] == "yes",
        "lay_status": LayStatus(given["lay_status"]["lay_status"]),
        "heard": given.get("heard", {}).get("heard"),
    }


def _new_candidate(facts: dict[str, Any], given: dict[str, Any], *, now: datetime) -> Candidate:
    candidate = Candidate(number=highest_number() + 1, registered_at=now, **facts)
    db.session.add(candidate)
    db.session.flush()
    change_availability(candidate, given)
    change_replies(candidate, given.get("dates", {}).get("replies", {}))
    record("candidate registered", candidate, by=candidate, now=now)
    return candidate


def _keep_consents(candidate: Candidate, agreed: Collection[Purpose], *, now: datetime) -> None:
    """Note each thing they agree to that does not stand yet, or does not stand any more."""
    standing = purposes_standing(candidate.id)
    db.session.add_all(
        Consent(candidate_id=candidate.id, purpose=purpose, given_at=now)
        for purpose in agreed
        if purpose not in standing
    )


def _add_candidacies(candidate: Candidate, roles: list[RoleProfile], *, now: datetime) -> None:
    """Stand for each role once; whoever withdrew and comes back begins again."""
    before = candidacies_of(candidate)
    for role in roles:
        if _is_over(before.get(role.id)):
            step(before[role.id], Stage.REGISTERED, by=candidate, now=now)
        if role.id not in before:
            candidacy = Candidacy(
                candidate_id=candidate.id, role_profile_id=role.id, stage=Stage.REGISTERED, stage_since=now
            )
            db.session.add(candidacy)
            record("candidacy registered", candidacy, by=candidate, now=now)


def _is_over(candidacy: Candidacy | None) -> bool:
    return candidacy is not None and candidacy.stage is Stage.WITHDRAWN


def _note_who_entered(draft: Draft, candidate: Candidate, *, now: datetime) -> None:
    helped = _given(draft).get(ENTERED_BY)
    if helped is not None:
        staff = db.session.get_one(Account, UUID(helped["account"]))
        record("answers entered for them", candidate, by=staff, now=now)


def _answer_nomination(draft: Draft, candidate: Candidate, *, now: datetime) -> None:
    if draft.nomination_id is None:
        return
    nomination = nomination_for_answer(draft.nomination_id, now=now)
    if nomination is not None and nomination.state is NominationState.WAITING:
        accept_nomination(nomination, candidate=candidate, now=now)
