"""Who may be planned in a programme, and what stands already."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from matching.problem import Seating
from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.candidates import Candidate, Purpose
from recruit.models.groups import Group, GroupKind, Membership
from recruit.models.plans import Offer, PlanChoice
from recruit.models.roles import RoleProfile
from recruit.models.seats import NOT_GIVEN_UP, Seat, Term
from recruit.models.states import OfferState, Stage, TermState
from recruit.queries.consents import agrees_to
from recruit.queries.matches.people import candidates_with_facts, vouched_for, waivers_of
from recruit.queries.matches.problem import Facts, starts_at
from recruit.queries.matches.roles import hours_of, meetings_ahead, newest_versions, targets_of
from recruit.queries.pairs import experienced_on

NOT_OVER = (TermState.PLANNED, TermState.SERVING, TermState.ON_A_BREAK)
READY = (Stage.CHOSEN, Stage.NEXT_IN_LINE)
NO_LASTS = timedelta(days=183)


def facts_for(programme_id: UUID, *, on: date, choices: Sequence[PlanChoice] = ()) -> Facts:
    """Everything the planner may know of a programme on a day; the same number of statements however many people."""
    groups = planned_groups(programme_id)
    group_ids = [group.id for group in groups]
    versions = newest_versions(group_ids)
    groups = [group for group in groups if group.id in versions]
    incumbents = standing_on(on, group_ids)
    ids = pool_of(programme_id, on=on) | {UUID(person) for person, _workstream in incumbents}
    meetings: dict[UUID, list] = {}
    for meeting in meetings_ahead(group_ids, starts_at(on)):
        meetings.setdefault(meeting.group_id, []).append(meeting)
    busy_hours, busy_seats = _busy_elsewhere(ids, incumbents, on)
    known = {str(group.id) for group in groups}
    return Facts(
        groups=groups,
        versions=versions,
        meetings=meetings,
        candidates=candidates_with_facts(ids),
        experienced=experienced_on(on, ids),
        waivers=waivers_of(ids),
        vouched=vouched_for(ids),
        targets=targets_of(programme_id),
        incumbents=frozenset(each for each in incumbents if each[1] in known),
        refused=_refused(group_ids, ids, on),
        busy_hours=busy_hours,
        busy_seats=busy_seats,
        choices=[
            choice for choice in choices if choice.candidate_id in ids and str(choice.group_id) in known
        ],
    )


def planned_groups(programme_id: UUID) -> list[Group]:
    """The workstreams of a programme with their seats, in their own order."""
    found = (
        select(Group)
        .where(Group.programme_id == programme_id, Group.kind == GroupKind.WORKSTREAM)
        .order_by(Group.position)
        .options(selectinload(Group.seats))
    )
    return list(db.session.scalars(found))


def pool_of(programme_id: UUID, *, on: date) -> set[UUID]:
    """Chosen or next in line for a role of the programme, told us about themselves, and here on the day."""
    found = (
        select(Candidate.id)
        .join(Candidacy, Candidacy.candidate_id == Candidate.id)
        .join(RoleProfile, Candidacy.role_profile_id == RoleProfile.id)
        .join(Group, RoleProfile.group_id == Group.id)
        .where(
            RoleProfile.programme_id == programme_id,
            Group.kind.in_((GroupKind.WORKSTREAM, GroupKind.ADVISORY_GROUP)),
            Candidacy.stage.in_(READY),
            Candidate.about_done_at.is_not(None),
            or_(Candidate.paused_until.is_(None), Candidate.paused_until <= on),
            agrees_to(Purpose.FIND_A_ROLE),
        )
    )
    return set(db.session.scalars(found))


def standing_on(on: date, group_ids: Collection[UUID]) -> frozenset[Seating]:
    """Who holds each seat from a day on: who sits there then, else who comes next, and who has been asked to."""
    terms = (
        select(Term.seat_id, Term.candidate_id, Seat.group_id)
        .join(Seat, Term.seat_id == Seat.id)
        .where(Seat.group_id.in_(group_ids), Term.state.in_(NOT_OVER), Term.ends_on > on)
        .order_by(Term.starts_on.desc())
    )
    first = {seat_id: (str(who), str(where)) for seat_id, who, where in db.session.execute(terms)}
    offers = (
        select(Offer.candidate_id, Seat.group_id)
        .join(Seat, Offer.seat_id == Seat.id)
        .where(Seat.group_id.in_(group_ids), Offer.state == OfferState.OPEN)
    )
    asked = ((str(who), str(where)) for who, where in db.session.execute(offers))
    return frozenset([*first.values(), *asked])


def _refused(group_ids: Collection[UUID], candidate_ids: Collection[UUID], on: date) -> frozenset[Seating]:
    """Whoever said no to a workstream, gave no answer, or stepped down there, is not asked again for half a year."""
    said_no = (
        select(Offer.candidate_id, Seat.group_id)
        .join(Seat, Offer.seat_id == Seat.id)
        .where(
            Seat.group_id.in_(group_ids),
            Offer.candidate_id.in_(candidate_ids),
            Offer.state.in_((OfferState.DECLINED, OfferState.LAPSED)),
            Offer.answered_at > starts_at(on - NO_LASTS),
        )
    )
    stepped_down = (
        select(Term.candidate_id, Seat.group_id)
        .join(Seat, Term.seat_id == Seat.id)
        .where(
            Seat.group_id.in_(group_ids),
            Term.candidate_id.in_(candidate_ids),
            Term.state == TermState.ENDED,
            Term.ends_on > on - NO_LASTS,
            or_(Term.ended_because.is_(None), Term.ended_because.not_in(NOT_GIVEN_UP)),
        )
    )
    both = said_no.union(stepped_down)
    return frozenset((str(who), str(where)) for who, where in db.session.execute(both))


def _busy_elsewhere(
    candidate_ids: Collection[UUID], standing: Collection[Seating], on: date
) -> tuple[dict[UUID, float], dict[UUID, int]]:
    """Hours a month given to other groups, and seats held or promised there: load counts over all."""
    belongs = select(Membership.candidate_id, Membership.group_id).where(
        Membership.candidate_id.in_(candidate_ids),
        Membership.joined_on <= on,
        or_(Membership.left_on.is_(None), Membership.left_on > on),
    )
    sits = (
        select(Term.candidate_id, Seat.group_id)
        .join(Seat, Term.seat_id == Seat.id)
        .where(Term.candidate_id.in_(candidate_ids), Term.state.in_(NOT_OVER), Term.ends_on > on)
    )
    seated = [
        (who, where) for who, where in db.session.execute(sits) if (str(who), str(where)) not in standing
    ]
    everywhere = [*db.session.execute(belongs), *seated]
    versions = newest_versions({group_id for _who, group_id in everywhere})
    hours: dict[UUID, float] = {}
    for who, group_id in everywhere:
        if group_id in versions:
            hours[who] = hours.get(who, 0.0) + hours_of(versions[group_id])
    seats: dict[UUID, int] = {}
    for who, _group_id in seated:
        seats[who] = seats.get(who, 0) + 1
    return hours, seats
