"""What the demo's front page needs to find."""

from uuid import UUID

from sqlalchemy import select

from recruit.extensions import db, links
from recruit.links import Purpose
from recruit.models.accounts import Account
from recruit.models.candidates import Candidate
from recruit.models.messages import Message
from recruit.models.organisations import Organisation
from recruit.models.roles import Call, CallAsked


def person_at(email: str) -> dict[str, UUID]:
    """The account or candidate with this address, as the argument that opens a session."""
    account = db.session.scalar(select(Account.id).where(Account.email == email))
    if account is not None:
        return {"account_id": account}
    return {"candidate_id": db.session.scalars(select(Candidate.id).where(Candidate.email == email)).one()}


def link_of_call_to(organisation: str) -> str:
    """The token that this organisation got with the newest call."""
    asked = (
        select(CallAsked.id)
        .join(Call, CallAsked.call_id == Call.id)
        .join(Organisation, CallAsked.organisation_id == Organisation.id)
        .where(Organisation.name == organisation)
        .order_by(Call.opened_at.desc())
        .limit(1)
    )
    return links.token(Purpose.CALL, db.session.scalars(asked).one())


def messages_written(at_most: int = 100) -> list[Message]:
    return list(db.session.scalars(select(Message).order_by(Message.written_at.desc()).limit(at_most)))
