"""What can happen to equality and balance answers: sealed, opened again, or gone."""

import json

from sqlalchemy import delete, select

from recruit.extensions import db, seals
from recruit.models.candidates import Candidate
from recruit.models.vault import BalanceUse, SealedAnswers
from recruit.seals import Sealed
from recruit.storage import new_id


def seal_answers(candidate: Candidate, answers: dict[str, str], use: BalanceUse) -> SealedAnswers:
    """Lock the answers away in place of any before; nothing here ever enters a score."""
    erase_answers(candidate)
    identity = new_id()
    sealed = seals.seal(json.dumps(answers, ensure_ascii=False).encode(), place=_place(identity))
    row = SealedAnswers(id=identity, candidate_id=candidate.id, use=use, **sealed._asdict())
    db.session.add(row)
    db.session.flush()
    return row


def opened_answers(candidate: Candidate) -> dict[str, str] | None:
    """What this person answered, or None; raises SealBroken when it was tampered with."""
    row = db.session.scalar(select(SealedAnswers).where(SealedAnswers.candidate_id == candidate.id))
    if row is None:
        return None
    sealed = Sealed(row.sealed, row.nonce, row.key_name)
    return json.loads(seals.open(sealed, place=_place(row.id)))


def erase_answers(candidate: Candidate) -> None:
    db.session.execute(delete(SealedAnswers).where(SealedAnswers.candidate_id == candidate.id))


def _place(identity: object) -> str:
    return f"{SealedAnswers.__tablename__}:sealed:{identity}"
