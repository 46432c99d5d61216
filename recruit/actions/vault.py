"""What can happen to what lies in the vault: sealed, opened again, or gone."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from recruit.actions.journal import record
from recruit.extensions import db, seals
from recruit.models.accounts import Account
from recruit.models.candidates import Candidate
from recruit.models.vault import BalanceUse, SealedAnswers, SealedNeeds, VaultKey
from recruit.seals import OWN, Sealed, new_key, open_with, seal_with
from recruit.storage import new_id

HELP = ("access", "access_words")
SETTLED = ("", "no", "unpaid")


def seal_answers(candidate: Candidate, answers: dict[str, str], use: BalanceUse) -> SealedAnswers:
    """Lock the answers away in place of any before; nothing here ever enters a score."""
    _wait_for_turn(candidate)
    _take_out(SealedAnswers, candidate)
    identity = new_id()
    sealed = _sealed(candidate, answers, place=_place(SealedAnswers, identity))
    row = SealedAnswers(id=identity, candidate_id=candidate.id, use=use, **sealed._asdict())
    db.session.add(row)
    db.session.flush()
    return row


def opened_answers(candidate: Candidate) -> dict[str, str] | None:
    """What this person answered, or None; raises SealBroken when it was tampered with."""
    return _opened(SealedAnswers, candidate)


def erase_answers(candidate: Candidate) -> None:
    """Take the equality answers out; the key goes with the last thing that it opens."""
    _wait_for_turn(candidate)
    _take_out(SealedAnswers, candidate)
    _let_key_go(candidate)


def seal_needs(candidate: Candidate, told: dict[str, Any]) -> None:
    """Keep what would help and how they would be paid, beside whichever of the two was there."""
    _wait_for_turn(candidate)
    needs = (_opened(SealedNeeds, candidate) or {}) | told
    _take_out(SealedNeeds, candidate)
    identity = new_id()
    sealed = _sealed(candidate, needs, place=_place(SealedNeeds, identity))
    asks = any(needs.get(each) for each in HELP) or needs.get("money", "") not in SETTLED
    db.session.add(
        SealedNeeds(id=identity, candidate_id=candidate.id, asks_for_something=asks, **sealed._asdict())
    )
    db.session.flush()


def own_needs(candidate: Candidate) -> dict[str, Any]:
    """What this person told us, for themselves to read and change."""
    return _opened(SealedNeeds, candidate) or {}


def needs_opened_by(account: Account, candidate: Candidate, *, now: datetime) -> dict[str, Any]:
    """What a coordinator needs to set up a meeting or a payment; that they looked is written down."""
    record("needs opened", candidate, by=account, now=now)
    return own_needs(candidate)


def _wait_for_turn(candidate: Candidate) -> None:
    """One thing at a time in one person's vault: else a key could go while something new is sealed with it."""
    db.session.execute(select(Candidate.id).where(Candidate.id == candidate.id).with_for_update())


def _sealed(candidate: Candidate, words: dict[str, Any], *, place: str) -> Sealed:
    text = json.dumps(words, ensure_ascii=False).encode()
    return seal_with(_key_of(candidate), text, place=place, key_name=OWN)


def _opened(kind: Any, candidate: Candidate) -> Any:
    row = db.session.scalar(select(kind).where(kind.candidate_id == candidate.id))
    if row is None:
        return None
    sealed, place = Sealed(row.sealed, row.nonce, row.key_name), _place(kind, row.id)
    if row.key_name == OWN:
        return json.loads(open_with(_key_of(candidate), sealed, place=place))
    return json.loads(seals.open(sealed, place=place))


def _key_of(candidate: Candidate) -> bytes:
    """This person's key, made when the first thing is sealed for them."""
    kept = db.session.scalar(select(VaultKey).where(VaultKey.candidate_id == candidate.id))
    if kept is not None:
        wrapped = Sealed(kept.sealed, kept.nonce, kept.key_name)
        return seals.open(wrapped, place=_place(VaultKey, kept.id))
    identity, key = new_id(), new_key()
    wrapped = seals.seal(key, place=_place(VaultKey, identity))
    db.session.add(VaultKey(id=identity, candidate_id=candidate.id, **wrapped._asdict()))
    db.session.flush()
    return key


def _let_key_go(candidate: Candidate) -> None:
    holds = any(
        db.session.scalar(select(kind.id).where(kind.candidate_id == candidate.id))
        for kind in (SealedAnswers, SealedNeeds)
    )
    if not holds:
        _take_out(VaultKey, candidate)


def _take_out(kind: Any, candidate: Candidate) -> None:
    db.session.execute(delete(kind).where(kind.candidate_id == candidate.id))


def _place(kind: Any, identity: object) -> str:
    return f"{kind.__tablename__}:sealed:{identity}"
