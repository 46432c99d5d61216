"""Seats and who belongs beside them: what it takes to put somebody there."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from recruit.extensions import db
from recruit.models.candidacies import Candidacy
from recruit.models.groups import Group, GroupKind, Membership
from recruit.models.plans import Offer
from recruit.models.refreshes import RefreshProposal
from recruit.models.roles import RoleProfile
from recruit.models.seats import Seat
from recruit.models.states import Stage
from recruit.queries.plans import Placement, held_on, placements_of, term_months_of, workstreams_of


def seats_by_id(seat_ids: Collection[UUID]) -> dict[UUID, Seat]:
    group = joinedload(Seat.group).joinedload(Group.programme)
    found = select(Seat).where(Seat.id.in_(seat_ids)).options(group)
    return {seat.id: seat for seat in db.session.scalars(found)}


def placements_now(
    programme_id: UUID, solved: Mapping[str, Any], *, on: date, by: RefreshProposal | None = None
) -> list[Placement]:
    """Whom a plan puts into seats that are free as things stand; nobody is asked twice by one proposal."""
    groups = workstreams_of(programme_id)
    ids = [group.id for group in groups]
    placed = placements_of(solved, groups=groups, held=held_on(on, ids), months=term_months_of(ids), on=on)
    if by is None:
        return placed
    offers = (
        select(Offer.candidate_id, Seat.group_id)
        .join(Seat, Offer.seat_id == Seat.id)
        .where(Offer.refresh_proposal_id == by.id)
    )
    asked = {(who, where) for who, where in db.session.execute(offers)}
    return [each for each in placed if (each.candidate_id, each.group_id) not in asked]


def advisory_group_to_join(programme_id: UUID, candidate_id: UUID, *, on: date) -> UUID | None:
    """The advisory group of the programme, if the person does not belong to it yet."""
    belongs = select(Membership.id).where(
        Membership.group_id == Group.id,
        Membership.candidate_id == candidate_id,
        or_(Membership.left_on.is_(None), Membership.left_on > on),
    )
    group = select(Group.id).where(
        Group.programme_id == programme_id, Group.kind == GroupKind.ADVISORY_GROUP, ~belongs.exists()
    )
    return db.session.scalar(group.order_by(Group.position).limit(1))


def belongs_to(group_id: UUID, candidate_id: UUID, *, on: date) -> bool:
    found = select(Membership.id).where(
        Membership.group_id == group_id,
        Membership.candidate_id == candidate_id,
        or_(Membership.left_on.is_(None), Membership.left_on > on),
    )
    return db.session.scalar(found.limit(1)) is not None


def candidacies_next_in_line(programme_id: UUID, candidate_id: UUID) -> list[Candidacy]:
    found = (
        select(Candidacy)
        .join(Candidacy.role_profile)
        .where(
            RoleProfile.programme_id == programme_id,
            Candidacy.candidate_id == candidate_id,
            Candidacy.stage == Stage.NEXT_IN_LINE,
        )
    )
    return list(db.session.scalars(found))
