"""The register of every table: whose it is, how a person is found in it, and what becomes of it when they go."""

from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.sql.elements import ColumnElement

from recruit.extensions import db
from recruit.models.asks import Concern, SecondLook
from recruit.models.candidacies import Candidacy, Waiver
from recruit.models.messages import Message
from recruit.models.nominations import Nomination
from recruit.models.plans import Plan, PlanChoice
from recruit.models.refreshes import RefreshProposal
from recruit.models.shortlists import ShortlistEntry


class Keeping(StrEnum):
    """What becomes of a table's rows when a person is erased."""

    THEIRS = "the rows go with the person"
    SEARCHED = "the rows that speak of the person are looked for and go"
    STAYS = "paid money stays six years, without the person"
    NUMBERS = "ids, states and counts; they lead to nobody once the person is gone"
    NOBODY = "about no person of ours"


THEIRS = (
    "apology",
    "attendance",
    "bad_week",
    "calendar_feed",
    "candidacy",
    "candidate",
    "concern",
    "connection",
    "consent",
    "endorsement",
    "free_time",
    "hours_spent",
    "lived_experience",
    "meeting_reply",
    "membership",
    "message",
    "nomination",
    "offer",
    "plan_choice",
    "sealed_answers",
    "sealed_needs",
    "second_look",
    "shortlist_entry",
    "sign_in_link",
    "signed_in",
    "skill",
    "statement",
    "taking_part",
    "term",
    "vault_key",
    "unsaved_answer",
    "waiver",
    "weeks_away",
)
NOBODY = (
    "account",
    "account_power",
    "arrival",
    "call",
    "call_answer",
    "call_asked",
    "contact",
    "criterion",
    "form_key",
    "group",
    "meeting",
    "meeting_series",
    "organisation",
    "paper",
    "programme",
    "reach",
    "role_profile",
    "role_version",
    "seat",
    "shortlist",
    "target",
    "workshop",
)
REGISTER = {
    **dict.fromkeys(THEIRS, Keeping.THEIRS),
    **dict.fromkeys(NOBODY, Keeping.NOBODY),
    **dict.fromkeys(("attempt", "event", "job", "plan", "refresh_proposal"), Keeping.NUMBERS),
    "draft": Keeping.SEARCHED,
    "expense": Keeping.STAYS,
}

# What we wrote, in which the name of somebody else may stand: it is taken out when they go.
OUR_WORDS = (
    (Message, ("to_name", "subject", "body")),
    (Plan, ("name",)),
    (PlanChoice, ("reason",)),
    (RefreshProposal, ("reason",)),
    (ShortlistEntry, ("reason",)),
    (Waiver, ("reason",)),
    (SecondLook, ("answer",)),
    (Concern, ("notes", "answer")),
)


def rows_of(table: sa.Table, candidate_id: UUID) -> ColumnElement[bool]:
    """The condition that picks a person's rows out of a table of theirs."""
    if table.name == "candidate":
        return table.c.id == candidate_id
    named = sa.select(Nomination.id).where(Nomination.candidate_id == candidate_id)
    if table.name == "message":
        return (table.c.candidate_id == candidate_id) | table.c.nomination_id.in_(named)
    if "candidate_id" in table.c:
        return table.c.candidate_id == candidate_id
    if "nomination_id" in table.c:
        return table.c.nomination_id.in_(named)
    stands = sa.select(Candidacy.id).where(Candidacy.candidate_id == candidate_id)
    return table.c.candidacy_id.in_(stands)


def tables_of_people() -> list[sa.Table]:
    """The tables whose rows are a person's own, money included, in the order of their names."""
    return [db.metadata.tables[name] for name in sorted((*THEIRS, "expense"))]
