"""What waits for the staff of a programme."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import aliased

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate, ContactWay
from recruit.models.events import Event
from recruit.models.groups import Group, GroupKind
from recruit.models.messages import Message
from recruit.models.nominations import Nomination
from recruit.models.organisations import Contact, Organisation
from recruit.models.plans import Offer
from recruit.models.programmes import Programme
from recruit.models.refreshes import RefreshProposal
from recruit.models.roles import Call, CallAsked, RoleProfile, RoleVersion
from recruit.models.seats import Seat, Term
from recruit.models.shortlists import Shortlist, ShortlistEntry
from recruit.models.states import MessageState, NominationState, OfferState, ProposalState, Stage, TermState
from recruit.models.workshops import Attendance

# Reminders go out on these days; after the second one somebody should call.
LONG_SILENCE = timedelta(days=21)
# The first contact is within seven days of being named; on the fifth it is a thing of its own.
CONTACT_BY, CONTACT_AT_MOST = timedelta(days=5), timedelta(days=7)
LAPSES_SOON = timedelta(days=4)
STILL_NEWS = timedelta(days=30)


@dataclass(frozen=True)
class Funnel:
    """How many people came how far, in the roles that are chosen for; the forum is open to all."""

    live: int
    attended: int
    interested: int
    chosen: int
    next_in_line: int


def funnel_of(programme: Programme) -> Funnel:
    live = Candidacy.stage.not_in((Stage.WITHDRAWN, Stage.NOT_THIS_TIME))
    reached = (
        live,
        Attendance.came.is_(True),
        Event.id.is_not(None),
        Candidacy.stage == Stage.CHOSEN,
        Candidacy.stage == Stage.NEXT_IN_LINE,
    )
    said_so = (Event.subject_id == Candidacy.id) & (Event.what == "candidacy interested")
    counted = (
        select(*(func.count(case((each, Candidacy.candidate_id)).distinct()) for each in reached))
        .join(RoleProfile, Candidacy.role_profile_id == RoleProfile.id)
        .join(Group, RoleProfile.group_id == Group.id)
        .outerjoin(Attendance, Attendance.candidacy_id == Candidacy.id)
        .outerjoin(Event, said_so)
        .where(RoleProfile.programme_id == programme.id, Group.kind != GroupKind.FORUM)
    )
    row = db.session.execute(counted).one()
    return Funnel(live=row[0], attended=row[1], interested=row[2], chosen=row[3], next_in_line=row[4])


def proposals_open(programme: Programme) -> Sequence[Any]:
    """Refresh proposals that wait for a choice, with whose seat they fill."""
    found = (
        select(
            RefreshProposal.id,
            RefreshProposal.made_at,
            Candidate.name,
            Group.name.label("group"),
            Term.ends_on,
        )
        .outerjoin(Term, RefreshProposal.because_term_id == Term.id)
        .outerjoin(Candidate, Term.candidate_id == Candidate.id)
        .outerjoin(Seat, Term.seat_id == Seat.id)
        .outerjoin(Group, Seat.group_id == Group.id)
        .where(RefreshProposal.programme_id == programme.id, RefreshProposal.state == ProposalState.OPEN)
        .order_by(RefreshProposal.made_at)
    )
    return db.session.execute(found).all()


def offers_to_watch(programme: Programme, now: datetime) -> Sequence[Any]:
    """Offers that are open, and those of late that came to nothing."""
    found = (
        select(
            Offer.id,
            Offer.seat_id,
            Offer.state,
            Offer.lapses_at,
            Offer.answered_at,
            Offer.candidate_id,
            Candidate.name,
            Candidate.contact_way,
            Group.name.label("group"),
        )
        .join(Candidate, Offer.candidate_id == Candidate.id)
        .join(Seat, Offer.seat_id == Seat.id)
        .join(Group, Seat.group_id == Group.id)
        .where(
            Group.programme_id == programme.id,
            or_(
                Offer.state == OfferState.OPEN,
                Offer.state.in_((OfferState.DECLINED, OfferState.LAPSED))
                & (Offer.made_at > now - STILL_NEWS * 2),
            ),
        )
        .order_by(Offer.lapses_at)
    )
    return db.session.execute(found).all()


def nominees_silent(programme: Programme, now: datetime) -> Sequence[Any]:
    """How many nominees of each request have not answered for three weeks, and when the first is deleted."""
    found = (
        select(
            CallAsked.call_id,
            RoleVersion.title,
            func.count(Nomination.id).label("people"),
            func.min(Nomination.lapses_at).label("first_lapses_at"),
        )
        .join(CallAsked, Nomination.call_asked_id == CallAsked.id)
        .join(Call, CallAsked.call_id == Call.id)
        .join(RoleVersion, Call.role_version_id == RoleVersion.id)
        .join(RoleProfile, RoleVersion.role_profile_id == RoleProfile.id)
        .where(
            RoleProfile.programme_id == programme.id,
            Nomination.state == NominationState.WAITING,
            Nomination.named_at <= now - LONG_SILENCE,
        )
        .group_by(CallAsked.call_id, RoleVersion.title)
    )
    return db.session.execute(found).all()


def wrong_contacts(programme: Programme) -> Sequence[Any]:
    """Organisations whose only contact says that they are the wrong person, of those this programme asked."""
    another = aliased(Contact)
    others = select(another.id).where(another.organisation_id == Organisation.id, another.left_on.is_(None))
    found = (
        select(Organisation.id, Organisation.name, Contact.name.label("contact"), Contact.left_on)
        .join(Contact, Contact.organisation_id == Organisation.id)
        .join(CallAsked, CallAsked.contact_id == Contact.id)
        .join(Call, CallAsked.call_id == Call.id)
        .join(RoleVersion, Call.role_version_id == RoleVersion.id)
        .join(RoleProfile, RoleVersion.role_profile_id == RoleProfile.id)
        .where(RoleProfile.programme_id == programme.id, Contact.left_on.is_not(None), ~others.exists())
        .distinct()
    )
    return db.session.execute(found).all()


def nominees_not_contacted(programme: Programme, now: datetime) -> Sequence[Any]:
    """Nominees whose first message waits for a hand and should have gone by now, the longest wait first."""
    found = (
        select(Message.id, Nomination.name, Nomination.contact_way, Nomination.named_at)
        .join(Nomination, Message.nomination_id == Nomination.id)
        .where(
            Message.programme_id == programme.id,
            Message.kind == "nominee_named",
            Message.state == MessageState.QUEUED,
            Message.way != ContactWay.EMAIL,
            Nomination.state == NominationState.WAITING,
            Nomination.named_at <= now - CONTACT_BY,
        )
        .order_by(Nomination.named_at)
    )
    return db.session.execute(found).all()


def shortlists_undecided(programme: Programme) -> Sequence[Any]:
    undecided = func.count(case((ShortlistEntry.decision.is_(None), 1)))
    found = (
        select(
            Shortlist.id,
            Shortlist.opened_at,
            RoleVersion.title,
            undecided.label("undecided"),
            func.count(ShortlistEntry.decision).label("decided"),
            func.count(case((ShortlistEntry.went_against_score.is_(True), 1))).label("against"),
        )
        .join(RoleVersion, Shortlist.role_version_id == RoleVersion.id)
        .join(RoleProfile, RoleVersion.role_profile_id == RoleProfile.id)
        .join(ShortlistEntry, ShortlistEntry.shortlist_id == Shortlist.id)
        .where(RoleProfile.programme_id == programme.id)
        .group_by(Shortlist.id, Shortlist.opened_at, RoleVersion.title)
        .having(undecided > 0)
        .order_by(Shortlist.opened_at)
    )
    return db.session.execute(found).all()


def seats_promised(programme: Programme) -> set[UUID]:
    """Seats that somebody has agreed to take, on a day to come."""
    promised = (
        select(Term.seat_id)
        .join(Seat, Term.seat_id == Seat.id)
        .join(Group, Seat.group_id == Group.id)
        .where(Group.programme_id == programme.id, Term.state == TermState.PLANNED)
    )
    return set(db.session.scalars(promised))


def seats_offered(offers: Sequence[Any]) -> set[UUID]:
    return {offer.seat_id for offer in offers if offer.state is OfferState.OPEN}
