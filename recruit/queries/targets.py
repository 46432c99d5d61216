"""What a programme wants, and how much of it there is; protected families are no part of it (product.md, R2)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from recruit.extensions import db
from recruit.models.organisations import OrganisationKind
from recruit.models.programmes import Programme, Target
from recruit.queries.gaps import held_by_those_serving
from recruit.reference import taxonomies
from recruit.reference.areas import AREAS

# The families that may count in a score, each with what can be wanted in it.
FAMILIES: dict[str, tuple[str, ...]] = {
    "area": tuple(AREAS),
    "route": tuple(OrganisationKind),
    "service": taxonomies.codes(taxonomies.LIVED),
    "experience": ("new", "experienced"),
    "reach": taxonomies.codes(taxonomies.COMMUNITIES),
}


@dataclass(frozen=True)
class TargetHeld:
    """A target, and how many of those now serving in the advisory group meet it."""

    target: Target
    held: int

    @property
    def missing(self) -> int:
        return max(0, self.target.wanted - self.held)


def targets_held(programme: Programme, *, on: date) -> list[TargetHeld]:
    """Family by family, as the families are listed."""
    held = held_by_those_serving(programme.id, on=on)
    wanted = db.session.scalars(select(Target).where(Target.programme_id == programme.id))
    order = list(FAMILIES)
    found = sorted(wanted, key=lambda each: (order.index(each.family), each.code))
    return [TargetHeld(each, held[each.family, each.code]) for each in found]


def target_of(programme: Programme, target_id: UUID) -> Target | None:
    return db.session.scalar(
        select(Target).where(Target.id == target_id, Target.programme_id == programme.id)
    )
