"""Who sits where on a day: the seats of the workstreams, in pairs."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select

from recruit.extensions import db
from recruit.models.candidates import Candidate
from recruit.models.groups import Group, GroupKind, Membership
from recruit.models.seats import Seat, Term
from recruit.models.states import TermState

HALF_A_YEAR = timedelta(days=183)


class SeatKind(StrEnum):
    """Experienced and new tell how long somebody has done this; empty means nobody is here."""

    EXPERIENCED = "experienced"
    NEW = "new"
    EMPTY = "empty"


@dataclass(frozen=True)
class SeatOnDay:
    """One seat on a day; whoever is on a break keeps it."""

    seat_id: UUID
    kind: SeatKind
    term_id: UUID | None = None
    candidate_id: UUID | None = None
    name: str = ""
    ends_on: date | None = None


@dataclass(frozen=True)
class PairOnDay:
    """The seats of one workstream on a day."""

    group_id: UUID
    name: str
    seats: tuple[SeatOnDay, ...]

    @property
    def kinds(self) -> list[SeatKind]:
        return [seat.kind for seat in self.seats]

    @property
    def people(self) -> list[SeatOnDay]:
        return [seat for seat in self.seats if seat.kind is not SeatKind.EMPTY]

    @property
    def empty(self) -> int:
        return len(self.seats) - len(self.people)


def pairs_on(day: date, *, programme_id: UUID | None = None) -> list[PairOnDay]:
    """Every workstream with its seats in order; of one programme, or of all."""
    seats = _seats(programme_id)
    terms = _terms_on(day, [seat_id for _group_id, _name, seat_id in seats])
    experienced = experienced_on(day, [term.candidate_id for term in terms.values()])
    pairs: dict[UUID, list[SeatOnDay]] = {}
    for group_id, _name, seat_id in seats:
        pairs.setdefault(group_id, []).append(_seat_on_day(seat_id, terms.get(seat_id), experienced))
    names = {group_id: name for group_id, name, _seat_id in seats}
    return [PairOnDay(group_id, names[group_id], tuple(held)) for group_id, held in pairs.items()]


def experienced_on(day: date, candidate_ids: Collection[UUID]) -> set[UUID]:
    """Who has served for more than half a year, or has finished a term, by this day."""
    long_ago = day - HALF_A_YEAR
    served = select(Term.candidate_id).where(
        Term.candidate_id.in_(candidate_ids),
        or_(Term.state == TermState.ENDED, Term.ends_on <= day, Term.starts_on < long_ago),
        Term.starts_on <= day,
        # A term that was given up before its first day was not served.
        Term.starts_on < Term.ends_on,
    )
    belonged = select(Membership.candidate_id).where(
        Membership.candidate_id.in_(candidate_ids),
        Membership.joined_on < long_ago,
        or_(Membership.left_on.is_(None), Membership.left_on > day),
        Membership.group.has(Group.kind != GroupKind.FORUM),
    )
    return set(db.session.scalars(served.union(belonged)))


def _seats(programme_id: UUID | None) -> list[tuple[UUID, str, UUID]]:
    seats = (
        select(Group.id, Group.name, Seat.id)
        .join(Seat, Seat.group_id == Group.id)
        .where(Group.kind == GroupKind.WORKSTREAM)
        .order_by(Group.programme_id, Group.position, Group.id, Seat.number)
    )
    if programme_id is not None:
        seats = seats.where(Group.programme_id == programme_id)
    return [(group_id, name, seat_id) for group_id, name, seat_id in db.session.execute(seats)]


def _terms_on(day: date, seat_ids: Collection[UUID]) -> dict[UUID, Any]:
    """The term in each seat; of two that overlap, the one that began last."""
    terms = (
        select(Term.seat_id, Term.id, Term.candidate_id, Candidate.name, Term.ends_on)
        .join(Candidate, Term.candidate_id == Candidate.id)
        .where(
            Term.seat_id.in_(seat_ids),
            Term.state.in_((TermState.PLANNED, TermState.SERVING, TermState.ON_A_BREAK)),
            Term.starts_on <= day,
            Term.ends_on > day,
        )
        .order_by(Term.starts_on)
    )
    return {row.seat_id: row for row in db.session.execute(terms)}


def _seat_on_day(seat_id: UUID, term: Any | None, experienced: set[UUID]) -> SeatOnDay:
    if term is None:
        return SeatOnDay(seat_id, SeatKind.EMPTY)
    kind = SeatKind.EXPERIENCED if term.candidate_id in experienced else SeatKind.NEW
    return SeatOnDay(seat_id, kind, term.id, term.candidate_id, term.name, term.ends_on)


def seats_in_all(pairs: list[PairOnDay]) -> int:
    return sum(len(pair.seats) for pair in pairs)


def empty_in_all(pairs: list[PairOnDay]) -> int:
    return sum(pair.empty for pair in pairs)


def days_empty(seat_ids: Collection[UUID], day: date) -> dict[UUID, int]:
    """For how many days each seat has been empty; a seat that nobody ever had is left out."""
    last = (
        select(Term.seat_id, func.max(Term.ends_on))
        .where(Term.seat_id.in_(seat_ids), Term.ends_on <= day)
        .group_by(Term.seat_id)
    )
    return {seat_id: (day - ended_on).days for seat_id, ended_on in db.session.execute(last)}
