"""Every address of the ledger, filled with the ids of things that the demo holds."""

from uuid import uuid4

import sqlalchemy as sa

from recruit.extensions import db
from recruit.models.accounts import Account
from recruit.models.asks import Concern, SecondLook
from recruit.models.candidacies import Candidacy
from recruit.models.costs import Expense
from recruit.models.groups import Group, GroupKind, Meeting, Membership
from recruit.models.messages import Message
from recruit.models.organisations import Organisation
from recruit.models.plans import Offer, Plan
from recruit.models.programmes import Target
from recruit.models.refreshes import RefreshProposal
from recruit.models.roles import Call, RoleProfile
from recruit.models.seats import Seat, Term
from recruit.models.shortlists import Shortlist, ShortlistEntry
from recruit.models.states import TermState
from recruit.web.clock import now, today
from tests.house.tree import ROOT
from tests.makers import kept

LEDGER = ROOT / "tests" / "house" / "ledger.txt"
LINES = [line.split() for line in LEDGER.read_text(encoding="utf-8").splitlines() if line]


def things_of(partner):
    """One thing of each kind that the demo holds, such that they belong together."""
    shortlist = first(Shortlist.id, order_by=Shortlist.opened_at.desc())
    return asked_by(partner) | {
        "account_id": first(Account.id),
        "call_id": first(Call.id),
        "candidacy_id": first(Candidacy.id, Candidacy.candidate_id == partner),
        "candidate_id": partner,
        "entry_id": first(
            ShortlistEntry.id, ShortlistEntry.shortlist_id == shortlist, ShortlistEntry.decision.is_(None)
        ),
        "group_id": first(Group.id, Group.kind == GroupKind.WORKSTREAM),
        "job_id": uuid4(),
        "away_id": uuid4(),
        "meeting_id": first(
            Meeting.id,
            Meeting.group_id == Seat.group_id,
            Seat.id == Term.seat_id,
            Term.candidate_id == partner,
            Term.state == TermState.SERVING,
            order_by=Meeting.starts_at.desc(),
        ),
        "message_id": first(Message.id),
        "membership_id": first(Membership.id, Membership.left_on.is_(None)),
        "offer_id": first(Offer.id),
        "organisation_id": first(Organisation.id),
        "plan_id": first(Plan.id),
        "proposal_id": first(RefreshProposal.id),
        "role_id": first(RoleProfile.id),
        "shortlist_id": shortlist,
        "target_id": first(Target.id),
        "term_id": first(Term.id, Term.candidate_id == partner, Term.state == TermState.SERVING),
    }


def asked_by(partner):
    """What the demo's partner has not asked for yet."""
    candidacy = db.session.get_one(Candidacy, first(Candidacy.id, Candidacy.candidate_id == partner))
    programme_id = first(RoleProfile.programme_id, RoleProfile.id == candidacy.role_profile_id)
    asked = {"words": "Look.", "promised_on": today()}
    look = kept(SecondLook(candidacy=candidacy, asked_at=now(), **asked))
    theirs = {"candidate_id": partner, "programme_id": programme_id}
    concern = kept(Concern(told_at=now(), somebody_may_be_hurt=False, **theirs, **asked))
    claim = {"what": "Bus", "pence": 175, "payee_number": 1, "spent_on": today(), "claimed_at": now()}
    expense = kept(Expense(**theirs, **claim))
    db.session.commit()
    return {"look_id": look.id, "concern_id": concern.id, "expense_id": expense.id}


def first(column, *conditions, order_by=None):
    found = sa.select(column).where(*conditions)
    return db.session.scalars(found if order_by is None else found.order_by(order_by)).first()


def filled(there, address):
    """The address with ids of rows that are there; a token that was never made."""
    parts = [part.strip("<>").split(":")[-1] if part.startswith("<") else None for part in address.split("/")]
    return "/".join(
        kept if name is None else str(there.get(name, "a-word"))
        for name, kept in zip(parts, address.split("/"), strict=True)
    )
